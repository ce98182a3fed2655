import { LostKeyPage } from "#app/components/own/take-away-pages.tsx";
import { lostKeyClaim } from "#app/domain/comments/claims.ts";
import { claimRoute } from "#app/web/claim-route.ts";
import { passHeaders } from "#app/web/responses.ts";
import { useClaim } from "#app/web/use-claim.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;
const route = claimRoute({
  of: "comment",
  foreign: false,
  claim: (house, { id = "" }) => lostKeyClaim(house, { commentId: id }),
});
export const loader = route.loader;
export const action = route.action;
export const meta = () => [
  { title: words().own.lostKey.title },
  { name: "robots", content: "noindex" },
];

export default function LostKeyRoute() {
  return <LostKeyPage {...useClaim()} />;
}
