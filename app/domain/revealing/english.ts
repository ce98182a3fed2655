/** Is a text English? Only then are its capitals known to mean names. */

const SMALL = new Set(
  `the and of to a in i was it that my for is on with not but be have had me they this at from as
  she he you we are were so what when there would been who no or by an about all out up one if do
  her his their them our can could did how because your will which more some then than just very
  after into never only said told where has us did don't didn't i'm it's am`.split(/\s+/),
);

/** So many of a text's first words are looked at. */
const LOOKED_AT = 2_000;
/** Below this share of small English words a text is taken for another language. */
const SHARE = 0.2;
/** A few words alone say nothing; then it is taken for English. */
const FEW = 8;

export function isEnglish(text: string): boolean {
  const words =
    text
      .slice(0, LOOKED_AT * 8)
      .toLowerCase()
      .match(/[\p{L}'’]+/gu) ?? [];
  const some = words.slice(0, LOOKED_AT);
  if (some.length < FEW) return /^[\p{Script=Latin}\P{L}]*$/u.test(text.slice(0, 400));
  const small = some.filter((word) => SMALL.has(word.replaceAll("’", "'"))).length;
  return small / some.length >= SHARE;
}
