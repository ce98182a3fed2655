import type { House } from "../../house.ts";
import { escapedText } from "../../rendering/escaped.ts";
import type { Rendered } from "../../rendering/types.ts";

/**
 * Renders an imported text. What is beyond the limits of a piece here is never refused: it is kept
 * as escaped text, which is told by `plain`.
 */
export async function renderImported(
  house: House,
  { markdown, scope }: { markdown: string; scope: string },
): Promise<{ rendered: Rendered; plain: boolean }> {
  const result = await house.renderer.render({ markdown, scope });
  if (result.ok) return { rendered: result.rendered, plain: false };
  return { rendered: escapedText(markdown), plain: true };
}
