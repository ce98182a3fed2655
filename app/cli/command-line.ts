import { parseArgs, stripVTControlCharacters } from "node:util";
import { type ArgsDef, type CommandDef, renderUsage, runCommand, type SubCommandsDef } from "citty";
import { nearest } from "#app/config/nearest.ts";
import { isStartFault } from "#app/config/start-fault.ts";
import { words } from "#app/words/words.ts";
import { isStoreError } from "#db/faults.ts";

/** Bad input, or something was found. */
const FAULT = 1;
/** The command was not written as it has to be. */
const BAD_USAGE = 2;

interface Found {
  command: CommandDef;
  /** Its name with the names above it, as it is typed: `firsthand moderator appoint`. */
  typed: string;
  rest: readonly string[];
  /** The commands below it, where it is a group. */
  below: SubCommandsDef | undefined;
}

/**
 * Runs what was typed. citty finds, explains and runs the command; what it would let pass (unknown
 * options, words too many) is refused here.
 *
 * @returns the exit code: 0 done, 1 bad input or something found, 2 bad usage
 */
export async function runCommandLine(
  commands: CommandDef,
  typed: readonly string[],
): Promise<number> {
  const found = await find({
    command: commands,
    typed: "firsthand",
    rest: typed,
    below: undefined,
  });
  const options = found.rest.slice(0, ends(found.rest));
  if (options.includes("--help") || options.includes("-h")) {
    process.stdout.write(`${await usageOf(found)}\n`);
    return 0;
  }
  const fault = await usageFault(found);
  if (fault !== null) {
    const see = words().commands.usage.seeHelp(`npx ${found.typed}`);
    process.stderr.write(`${fault}\n${see}\n`);
    return BAD_USAGE;
  }
  try {
    const { result } = await runCommand(found.command, { rawArgs: [...found.rest] });
    return typeof result === "number" ? result : 0;
  } catch (error) {
    for (const line of sentencesOf(error)) process.stderr.write(`${line}\n`);
    return FAULT;
  }
}

async function find(from: Found): Promise<Found> {
  const below = await resolved(from.command.subCommands);
  const [name = "", ...rest] = from.rest;
  const next = below && Object.hasOwn(below, name) ? below[name] : undefined;
  if (next === undefined) return { ...from, below };
  const command: CommandDef = await resolved(next);
  return find({ command, typed: `${from.typed} ${name}`, rest, below: undefined });
}

async function usageOf({ command, typed }: Found): Promise<string> {
  const above = typed.split(" ").slice(0, -1).join(" ");
  const usage = await renderUsage(command, above === "" ? undefined : { meta: { name: above } });
  return process.stdout.isTTY ? usage : stripVTControlCharacters(usage);
}

/** The one sentence about what was typed wrongly, or null. */
async function usageFault({ command, rest, below }: Found): Promise<string | null> {
  const say = words().commands.usage;
  if (below !== undefined) {
    const name = rest.find((word) => !word.startsWith("-"));
    const option = rest.find((word) => word.startsWith("-"));
    if (name !== undefined) return say.unknownCommand(name, nearest(name, Object.keys(below)));
    if (option !== undefined) return say.unknownOption(option);
    return command.run === undefined ? say.noCommand : null;
  }
  const args: ArgsDef = (await resolved(command.args)) ?? {};
  const positional = Object.entries(args).filter(([, arg]) => arg.type === "positional");
  const { tokens } = parseArgs({
    args: [...rest],
    options: optionsOf(args),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === "positional");
  for (const token of tokens.filter((token) => token.kind === "option")) {
    const arg = Object.hasOwn(args, token.name) ? args[token.name] : undefined;
    if (arg === undefined || arg.type === "positional") return say.unknownOption(token.rawName);
    if (arg.type === "boolean" && token.value !== undefined) return say.takesNoValue(token.rawName);
    if (arg.type !== "boolean" && (token.value ?? "") === "") return say.needsValue(token.rawName);
  }
  const extra = given[positional.length];
  if (extra !== undefined) return say.tooMany(extra.value);
  const missing = positional.slice(given.length).find(([, arg]) => arg.required !== false);
  return missing === undefined ? null : say.missing(missing[0].toUpperCase());
}

function optionsOf(args: ArgsDef): Record<string, { type: "boolean" | "string" }> {
  const options = Object.entries(args).filter(([, arg]) => arg.type !== "positional");
  return Object.fromEntries(
    options.map(([name, arg]) => [name, { type: arg.type === "boolean" ? "boolean" : "string" }]),
  );
}

/** Where the options end: what stands behind `--` is no option. */
function ends(rest: readonly string[]): number {
  const at = rest.indexOf("--");
  return at < 0 ? rest.length : at;
}

async function resolved<T>(value: T | Promise<T> | (() => T) | (() => Promise<T>)): Promise<T> {
  return value instanceof Function ? await value() : await value;
}

/** What to say about a fault; a bug keeps the place where it happened. */
function sentencesOf(error: unknown): readonly string[] {
  if (isStartFault(error)) return error.faults;
  if (isStoreError(error)) return [words().commands.start.noDatabase(error.message, error.code)];
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [words().commands.fault.unexpected(why)];
}
