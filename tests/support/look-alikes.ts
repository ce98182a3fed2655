import { skeleton } from "#app/domain/identity/skeleton.ts";

const fold = (text: string) => text.toLowerCase().toUpperCase().toLowerCase();
const plain = (text: string) => text.normalize("NFKC");

let looks: Map<string, string[]> | null = null;

/** Every character there is, by how it looks: its skeleton, plain form and folded case. */
function looksOf(): Map<string, string[]> {
  if (looks) return looks;
  looks = new Map();
  for (let point = 0x20; point <= 0x10ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const sign = String.fromCodePoint(point);
    if (/\p{Cn}|\p{Co}/u.test(sign)) continue;
    for (const look of looksLike(sign)) looks.set(look, [...(looks.get(look) ?? []), sign]);
  }
  return looks;
}

function looksLike(sign: string): Set<string> {
  return new Set([`looks ${skeleton(sign)}`, `plain ${plain(sign)}`, `case ${fold(sign)}`]);
}

/** The name with one character (or two: m and rn, w and vv) made into one that looks like it. */
export function variantsOf(name: string): string[] {
  const signs = [...name];
  const variants = signs.flatMap((sign, at) =>
    [...looksLike(sign)]
      .flatMap((look) => looksOf().get(look) ?? [])
      .map((other) => [...signs.slice(0, at), other, ...signs.slice(at + 1)].join("")),
  );
  for (const [one, other] of PAIRS) {
    variants.push(name.replace(one, other), name.replace(other, one));
  }
  return [...new Set(variants)].filter((variant) => variant !== name);
}

const PAIRS = [
  ["m", "rn"],
  ["w", "vv"],
  ["W", "VV"],
  ["I", "l"],
  ["i", "l"],
  ["O", "0"],
  ["o", "0"],
  ["1", "l"],
] as const;
