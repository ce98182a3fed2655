import { MyWordsPage } from "#app/components/own/take-away-pages.tsx";
import { myEssay } from "#app/domain/essays/claims.ts";
import { claimRoute } from "#app/web/claim-route.ts";
import { passHeaders } from "#app/web/responses.ts";
import { useClaim } from "#app/web/use-claim.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;
const route = claimRoute({
  of: "essay",
  foreign: true,
  claim: (house, { slug = "" }) => myEssay(house, { slug }),
});
export const loader = route.loader;
export const action = route.action;
export const meta = () => [
  { title: words().own.myWords.title },
  { name: "robots", content: "noindex" },
];

export default function MyWordsOfEssayRoute() {
  return <MyWordsPage {...useClaim()} />;
}
