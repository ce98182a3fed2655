/** Words that addresses below `/essays/` and its neighbours need for themselves. */
const FIXED = new Set(["how", "new", "feed", "all", "edit", "reply", "versions", "report", "old"]);

const MAX_LENGTH = 80;

/** Letters that Unicode doesn't take apart into a plain one and a mark. */
const SPELT: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
};

/**
 * A title as part of an address: small letters and digits joined by hyphens, at most 80 characters,
 * cut at a word. Latin letters lose their marks ("Café" → `cafe`); every other script stays as it is
 * ("Мой опыт" → `мой-опыт`), since browsers show it readably and any transliteration of ours would
 * be wrong for somebody. The same title gives the same slug, always. Empty where the title has
 * neither letter nor digit.
 */
export function slugOf(title: string): string {
  const plain = title
    .replace(/\p{Cs}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’'ʼ‘`´]/gu, "")
    .replace(/[ßæœøđðþłħıŋ]/gu, (letter) => SPELT[letter] ?? letter)
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
  const letters = [...plain];
  if (letters.length <= MAX_LENGTH) return plain;
  const cut = letters.slice(0, MAX_LENGTH).join("");
  const lastWord = cut.lastIndexOf("-");
  return lastWord > MAX_LENGTH / 2 ? cut.slice(0, lastWord) : cut.replace(/-+$/, "");
}

/**
 * The slug for a new essay: that of its title, or `fallback`; numbered from 2 where `isTaken` says
 * so. `isTaken` is asked inside the transaction that writes the essay.
 */
export async function freeSlug(
  title: string,
  isTaken: (slug: string) => Promise<boolean>,
  fallback = "untitled",
): Promise<string> {
  const first = slugOf(title) || fallback;
  if (!FIXED.has(first) && !(await isTaken(first))) return first;
  for (let number = 2; ; number += 1) {
    const slug = `${first}-${number}`;
    if (!(await isTaken(slug))) return slug;
  }
}
