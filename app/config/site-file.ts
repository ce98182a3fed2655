import { parse, stringify, TomlError } from "smol-toml";
import { z } from "zod";
import type { HelpLine, SiteSettings } from "#app/domain/settings.ts";
import { words } from "#app/words/words.ts";
import { HELP_LINES } from "./help-lines.ts";
import { nearest } from "./nearest.ts";

export type SiteFileResult = { ok: true; settings: SiteSettings } | { ok: false; faults: string[] };

const GUESTS = ["open", "first post waits", "all wait"] as const;
const MAY = ["yes", "no", "unknown"] as const;

/** What a new house starts with. */
export const DEFAULT_SETTINGS: SiteSettings = {
  name: "Firsthand",
  tagline: "What happened to me, and what should be done about it.",
  runBy: "",
  contact: "",
  guests: "open",
  exitTo: "https://www.bbc.co.uk/weather",
  help: HELP_LINES,
};

const say = () => words().siteFile;

function text(most: number) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? say().missing : say().notText) })
    .trim()
    .max(most, { error: () => say().tooLong(most) })
    .regex(/^[^\p{Cc}]*$/u, { error: () => say().severalLines });
}

function named(most: number) {
  return text(most).min(1, { error: () => say().empty });
}

function choice<const T extends readonly string[]>(values: T) {
  return z.enum(values, { error: () => say().oneOf(values) });
}

const trueOrFalse = z.boolean({ error: () => say().notTrueFalse });

const helpShape = z.strictObject({
  country: named(60),
  name: named(120),
  who: text(120).default("anyone"),
  hours: text(120).default(""),
  // Pages make it a link to the telephone, so it has to be one number and nothing else.
  call: text(40)
    .regex(/^(\+?[\d\s()./-]+)?$/, { error: () => say().notOneNumber })
    .default(""),
  text: text(80).default(""),
  chat: text(200).default(""),
  peer_run: trueOrFalse.default(false),
  youth: trueOrFalse.default(false),
  may_send_police: choice(MAY).default("unknown"),
  checked_on: z
    .union([z.literal(""), z.iso.date({ error: () => say().notDay })], {
      error: () => say().notDay,
    })
    .default(""),
});

const fileShape = z.strictObject({
  name: named(60).default(DEFAULT_SETTINGS.name),
  tagline: text(200).default(DEFAULT_SETTINGS.tagline),
  run_by: text(1_000).default(DEFAULT_SETTINGS.runBy),
  contact: text(300).default(DEFAULT_SETTINGS.contact),
  guests: choice(GUESTS).default(DEFAULT_SETTINGS.guests),
  exit_to: z
    .url({ protocol: /^https$/, error: () => say().notHttps })
    .default(DEFAULT_SETTINGS.exitTo),
  help: z
    .array(helpShape, {
      error: (issue) => (issue.code === "invalid_type" ? say().notHelp : undefined),
    })
    .default(() => HELP_LINES.map(rowOf)),
});

type HelpRow = z.infer<typeof helpShape>;

/**
 * Reads the text of a site.toml.
 *
 * @param file how to name the file in a fault
 * @returns all faults at once, one line each, with the line of the file where it can be told
 */
export function readSiteFile(content: string, file: string): SiteFileResult {
  let data: unknown;
  try {
    data = parse(content);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const why = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") ?? "";
    return { ok: false, faults: [say().notToml(file, error.line, why)] };
  }
  const parsed = fileShape.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, content, file));
    return { ok: false, faults: [...new Set(faults)] };
  }
  const { run_by: runBy, exit_to: exitTo, help, ...rest } = parsed.data;
  return { ok: true, settings: { ...rest, runBy, exitTo, help: help.map(lineOf) } };
}

/** The site.toml of a new house: every setting, explained. */
export function writeSiteFile(settings: SiteSettings, file: string): string {
  const remark = (lines: readonly string[]) => lines.map((line) => `# ${line}`.trimEnd());
  const setting = (key: string, value: string, lines: readonly string[]) => [
    "",
    ...remark(lines),
    stringify({ [key]: value }).trim(),
  ];
  return [
    ...remark(say().top(file)),
    ...setting("name", settings.name, say().name),
    ...setting("tagline", settings.tagline, say().tagline),
    ...setting("run_by", settings.runBy, say().runBy),
    ...setting("contact", settings.contact, say().contact),
    ...setting("guests", settings.guests, say().guests),
    ...setting("exit_to", settings.exitTo, say().exitTo),
    "",
    ...remark(say().help),
    ...settings.help.map((line) => `\n[[help]]\n${stringify(rowOf(line)).trim()}`),
    "",
  ].join("\n");
}

function rowOf({ peerRun, maySendPolice, checkedOn, ...rest }: HelpLine): HelpRow {
  return { ...rest, peer_run: peerRun, may_send_police: maySendPolice, checked_on: checkedOn };
}

function lineOf({ peer_run, may_send_police, checked_on, ...rest }: HelpRow): HelpLine {
  return { ...rest, peerRun: peer_run, maySendPolice: may_send_police, checkedOn: checked_on };
}

function faultsOf(issue: z.core.$ZodIssue, content: string, file: string): string[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(path[0] === "help" ? helpShape.shape : fileShape.shape);
    return issue.keys.map((key) =>
      faultAt([...path, key], say().unknownKey(nearest(key, known)), content, file),
    );
  }
  return [faultAt(path, issue.message, content, file)];
}

function faultAt(path: readonly string[], why: string, content: string, file: string): string {
  const [key = "", index, inner = ""] = path;
  const spoken = index === undefined ? key : say().keyOf(Number(index) + 1, inner);
  return say().at(file, lineNumberOf(path, content), spoken, why);
}

/** The line, from 1, on which a key stands; for a help line without it, where the block begins. */
function lineNumberOf(path: readonly string[], content: string): number | null {
  const lines = content.split("\n");
  const [key = "", index, inner = ""] = path;
  const blocks = lines.flatMap((line, at) => (/^\s*\[\[\s*help\s*\]\]/.test(line) ? [at] : []));
  const writes = (line: string, wanted: string) =>
    line
      .split("=")[0]
      ?.trim()
      .replace(/^["']|["']$/g, "") === wanted;
  const start = index === undefined ? 0 : (blocks[Number(index)] ?? -1);
  const end =
    index === undefined ? (blocks[0] ?? lines.length) : (blocks[Number(index) + 1] ?? lines.length);
  const wanted = index === undefined ? key : inner;
  const found = start < 0 ? -1 : lines.slice(start, end).findIndex((line) => writes(line, wanted));
  if (found >= 0) return start + found + 1;
  return index !== undefined && start >= 0 ? start + 1 : null;
}
