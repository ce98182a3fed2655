import { MyWordsPage } from "#app/components/own/take-away-pages.tsx";
import { myWords } from "#app/domain/comments/claims.ts";
import { claimRoute } from "#app/web/claim-route.ts";
import { passHeaders } from "#app/web/responses.ts";
import { useClaim } from "#app/web/use-claim.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;
const route = claimRoute({
  of: "comment",
  foreign: true,
  claim: (house, { id = "" }) => myWords(house, { commentId: id }),
});
export const loader = route.loader;
export const action = route.action;
export const meta = () => [
  { title: words().own.myWords.title },
  { name: "robots", content: "noindex" },
];

export default function MyWordsRoute() {
  return <MyWordsPage {...useClaim()} />;
}
