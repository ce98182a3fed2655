import { LostKeyPage } from "#app/components/own/take-away-pages.tsx";
import { lostKeyOfEssay } from "#app/domain/essays/claims.ts";
import { claimRoute } from "#app/web/claim-route.ts";
import { passHeaders } from "#app/web/responses.ts";
import { useClaim } from "#app/web/use-claim.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;
const route = claimRoute({
  of: "essay",
  foreign: false,
  claim: (house, { slug = "" }) => lostKeyOfEssay(house, { slug }),
});
export const loader = route.loader;
export const action = route.action;
export const meta = () => [
  { title: words().own.lostKey.title },
  { name: "robots", content: "noindex" },
];

export default function LostKeyOfEssayRoute() {
  return <LostKeyPage {...useClaim()} />;
}
