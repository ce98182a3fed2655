/**
 * Prints app/styles/fallback-fonts.css: system fonts stretched to the measures of our own, so that
 * nothing jumps when ours arrive. Run it again when a font is updated:
 *
 *   node scripts/font-metrics.mjs > app/styles/fallback-fonts.css
 *
 * Reads the WOFF2 files themselves (W3C "WOFF File Format 2.0"; tables hhea, hmtx, cmap as in
 * OpenType 1.9). Widths are averages over English letter frequencies.
 */
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const KNOWN_TABLES =
  "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill";

/** Letters and the space in English text, per thousand. */
const FREQUENCY = {
  " ": 182,
  e: 103,
  t: 75,
  a: 65,
  o: 62,
  n: 57,
  i: 57,
  s: 53,
  r: 50,
  h: 50,
  l: 33,
  d: 33,
  u: 23,
  c: 22,
  m: 20,
  f: 20,
  w: 17,
  g: 16,
  p: 15,
  y: 14,
  b: 13,
  v: 8,
  k: 6,
  x: 1,
  j: 1,
  q: 1,
  z: 1,
};

const OURS = [
  {
    family: "Literata Fallback",
    file: "literata/files/literata-latin-wght-normal.woff2",
    // Advance widths and ascents of fonts that systems bring, in parts of one em (from their tables).
    stands: { locals: ["Georgia", "Gelasio"], width: 913 / 2048 },
  },
  {
    family: "Literata Fallback Two",
    file: "literata/files/literata-latin-wght-normal.woff2",
    stands: { locals: ["Noto Serif"], width: 481 / 1000 },
  },
  {
    family: "Literata Fallback Three",
    file: "literata/files/literata-latin-wght-normal.woff2",
    stands: { locals: ["DejaVu Serif"], width: 1045 / 2048 },
  },
  {
    family: "Atkinson Fallback",
    file: "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    stands: { locals: ["Arial", "Liberation Sans", "Arimo", "Roboto"], width: 913 / 2048 },
  },
  {
    family: "Atkinson Fallback Two",
    file: "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    stands: { locals: ["DejaVu Sans"], width: 1034 / 2048 },
  },
];

function tablesOf(file) {
  const bytes = readFileSync(
    new URL(`../node_modules/@fontsource-variable/${file}`, import.meta.url),
  );
  const names = KNOWN_TABLES.match(/.{4}(?: |$)/g).map((name) => name.slice(0, 4));
  let at = 48;
  const base128 = () => {
    for (let value = 0; ; ) {
      const byte = bytes[at++];
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const entries = [];
  for (let i = bytes.readUInt16BE(12); i > 0; i -= 1) {
    const flags = bytes[at++];
    const known = flags & 63;
    const tag = known === 63 ? bytes.toString("latin1", at, at + 4) : names[known];
    if (known === 63) at += 4;
    const version = flags >> 6;
    const length = base128();
    const glyphs = tag === "glyf" || tag === "loca";
    const transformed = glyphs ? version !== 3 : version !== 0;
    entries.push({ tag, transformed, length: transformed ? base128() : length });
  }
  const data = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  const tables = new Map();
  let from = 0;
  for (const { tag, length, transformed } of entries) {
    tables.set(tag, { data: data.subarray(from, from + length), transformed });
    from += length;
  }
  return tables;
}

/** Character to glyph, from the format 4 subtable. */
function glyphOf(cmap, code) {
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const sub = cmap.subarray(cmap.readUInt32BE(8 + i * 8));
    if (sub.readUInt16BE(0) !== 4) continue;
    const segments = sub.readUInt16BE(6) / 2;
    for (let s = 0; s < segments; s += 1) {
      if (code > sub.readUInt16BE(14 + s * 2)) continue;
      const start = sub.readUInt16BE(16 + segments * 2 + s * 2);
      const delta = sub.readUInt16BE(16 + segments * 4 + s * 2);
      const offsetAt = 16 + segments * 6 + s * 2;
      const offset = sub.readUInt16BE(offsetAt);
      if (code < start) return 0;
      if (offset === 0) return (code + delta) & 0xffff;
      return sub.readUInt16BE(offsetAt + offset + (code - start) * 2);
    }
  }
  throw new Error("no format 4 table of characters");
}

function measure(file) {
  const tables = tablesOf(file);
  const { data: hhea } = tables.get("hhea");
  const { data: hmtx, transformed } = tables.get("hmtx");
  const em = tables.get("head").data.readUInt16BE(18);
  const metrics = hhea.readUInt16BE(34);
  const advance = (glyph) => {
    const nth = Math.min(glyph, metrics - 1);
    // A transformed table has a byte of flags, then the advance widths alone.
    return transformed ? hmtx.readUInt16BE(1 + nth * 2) : hmtx.readUInt16BE(nth * 4);
  };
  let sum = 0;
  let weight = 0;
  for (const [letter, often] of Object.entries(FREQUENCY)) {
    sum += often * advance(glyphOf(tables.get("cmap").data, letter.codePointAt(0)));
    weight += often;
  }
  return {
    width: sum / weight / em,
    ascent: hhea.readInt16BE(4) / em,
    descent: -hhea.readInt16BE(6) / em,
    lineGap: hhea.readInt16BE(8) / em,
  };
}

const percent = (value) => `${(value * 100).toFixed(2).replace(/\.?0+$/, "")}%`;

console.log("/* Made by scripts/font-metrics.mjs; do not edit. */");
for (const { family, file, stands } of OURS) {
  const ours = measure(file);
  const stretch = ours.width / stands.width;
  console.log(`@font-face {
  font-family: "${family}";
  src: ${stands.locals.map((name) => `local("${name}")`).join(", ")};
  size-adjust: ${percent(stretch)};
  ascent-override: ${percent(ours.ascent / stretch)};
  descent-override: ${percent(ours.descent / stretch)};
  line-gap-override: ${percent(ours.lineGap / stretch)};
}`);
}
