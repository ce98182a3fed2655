/**
 * `npm run bench`: how quick the house is, beside a server that does nothing but send bytes.
 *
 * Three processes: the built server on a copy of the kept store, the bare server, and this one,
 * which loads them in turns, never both. docs/performance.md says what each figure means.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { weightOf } from "#tests/support/page-weight.ts";
import { type Anew, madeAnew, OWN_PAGE, times } from "./anew.ts";
import { type Recorded, record, recordPost, startBare } from "./bare.ts";
import { type Ask, type Load, middle, type Turn, turn } from "./load.ts";
import { type House, type Measured, startHouse } from "./measured.ts";
import { type Form, formsFor, postOne, storedComments } from "./posting.ts";
import { publish } from "./publish.ts";
import { machine, type Result, table } from "./report.ts";
import { signIns } from "./sign-in.ts";
import { FIVE_THOUSAND, keptStore, LIKE_IT, OTHERS, SEVENTY_FOUR } from "./store.ts";

const KEPT = fileURLToPath(new URL("../../.cache/bench/", import.meta.url));
const ENCODINGS = ["br", "gzip"];
const READERS = 32;
const WRITERS = 16;
const MANY = 500;
const essay = (slug: string) => `/essays/${slug}`;

interface Plan {
  seconds: number;
  rounds: number;
  pages: number;
}

const WHOLE: Plan = { seconds: 5, rounds: 3, pages: 60 };
const SHORT: Plan = { seconds: 2, rounds: 1, pages: 12 };

const USAGE = `npm run bench                 measures, prints a table, writes .cache/bench/result.json
npm run bench -- --short      a quick look, one short turn each
npm run bench -- --publish    puts the figures into docs/performance.md as well
`;

/** Runs the bench, prints the table, writes the JSON; the exit code. */
export async function bench(options: readonly string[]): Promise<number> {
  if (options.includes("--help")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const unknown = options.filter((option) => !["--short", "--publish"].includes(option));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(" ")}. There are --short and --publish.\n`);
    return 2;
  }
  const plan = options.includes("--short") ? SHORT : WHOLE;
  const storeFile = await keptStore(KEPT, say);
  say("opening the house");
  const house = await startHouse(join(KEPT, "house"), storeFile);
  try {
    const result = await measure(house, plan);
    await mkdir(KEPT, { recursive: true });
    const file = join(KEPT, "result.json");
    await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(`${table(result)}\n\nAs JSON: .cache/bench/result.json\n`);
    if (options.includes("--publish")) await publish(result);
    return 0;
  } finally {
    await house.stop();
  }
}

async function measure(house: House, plan: Plan): Promise<Result> {
  const many = OTHERS.slice(0, MANY);
  const next = await formsFor(house, many, 7);
  const memoryAtStart = (await house.facts()).bytes;
  const weights = await weightOf(house.origin, essay(SEVENTY_FOUR));
  say("pages made anew");
  const anew = await allAnew(house, plan);
  const reading = [];
  for (const [what, paths] of [
    ["thread of 74 comments", [essay(SEVENTY_FOUR)]],
    ["first page of 5,000 comments", [essay(FIVE_THOUSAND)]],
    ["front page", ["/"]],
  ] as const) {
    say(what);
    reading.push({ what, ...(await compared(house, plan, paths)) });
  }
  const what = `${MANY} threads, one write a second`;
  say(what);
  const writing = () => postOne(house, next());
  reading.push({ what, ...(await compared(house, plan, many.map(essay), writing)) });
  say("posting");
  const posting = await posted(house, plan, next);
  say("signing in");
  const names = await signIns(house, plan.pages * 2);
  return {
    ...machine(plan.seconds * plan.rounds),
    reading,
    anew,
    posting,
    signIns: names,
    weights,
    memory: { atStart: memoryAtStart, atEnd: (await house.facts()).bytes },
  };
}

/** Both servers in turns with the same questions, br and gzip mixed. */
async function compared(
  house: House,
  plan: Plan,
  paths: readonly string[],
  writing?: () => Promise<void>,
) {
  const asks: Ask[] = paths.flatMap((path) =>
    ENCODINGS.map((encoding) => ({ path, headers: { "Accept-Encoding": encoding } })),
  );
  const answers: Recorded[] = [];
  for (const { path, headers } of asks) {
    answers.push(await record(house.origin, path, headers["Accept-Encoding"] ?? ""));
  }
  const bare = await startBare(join(KEPT, "bare"), answers);
  const load: Load = { connections: READERS, seconds: plan.seconds, asks };
  const ours: Turn[] = [];
  const theirs: Turn[] = [];
  try {
    await Promise.all([warm(house, load), warm(bare, load)]);
    for (let round = 0; round < plan.rounds; round += 1) {
      ours.push(await writingBeside(() => turn(house, load), writing));
      theirs.push(await turn(bare, load));
    }
    const memory = { ours: (await house.facts()).bytes, bare: (await bare.facts()).bytes };
    return { ours: middle(ours), bare: middle(theirs), memory };
  } finally {
    await bare.stop();
  }
}

function warm(server: Measured, load: Load): Promise<Turn> {
  return turn(server, { ...load, seconds: 2 });
}

/** Does something with one write a second beside it. */
async function writingBeside<T>(
  work: () => Promise<T>,
  write: (() => Promise<void>) | undefined,
): Promise<T> {
  const written: Promise<void>[] = [];
  const timer = write && setInterval(() => written.push(write()), 1_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await Promise.all(written);
  }
}

async function allAnew(house: House, { pages }: Plan): Promise<Anew[]> {
  const elsewhere = await formsFor(house, OTHERS, 11);
  const toLong = await formsFor(house, [FIVE_THOUSAND], 13);
  const short = essay(SEVENTY_FOUR);
  const long = essay(FIVE_THOUSAND);
  const front = times(pages, "/");
  // What the runtime has to learn about its own code is learnt before.
  await madeAnew(house, "", [...times(pages, short), ...front], OWN_PAGE);
  const unseen = LIKE_IT.slice(0, pages).map(essay);
  const laterPages = Array.from({ length: 10 }, (_, page) => `${long}?page=${page + 2}`);
  return [
    await madeAnew(house, "thread of 74, nothing of it kept", unseen),
    // Each of another thread, which was made just before and has one comment more now.
    await madeAnew(house, "thread of 74, after a new comment", unseen, {}, async (path) =>
      postOne(house, (await formsFor(house, [path.replace("/essays/", "")], 17))()),
    ),
    await madeAnew(house, "thread of 74, for whoever has a cookie", times(pages, short), OWN_PAGE),
    await madeAnew(house, "a page of the 5,000, nothing of it kept", laterPages),
    await madeAnew(house, "first page of 5,000, after a new comment", times(pages, long), {}, () =>
      postOne(house, toLong()),
    ),
    await madeAnew(house, "first page of 5,000, with a cookie", times(pages, long), OWN_PAGE),
    await madeAnew(house, "front page, after a new comment", front, {}, () =>
      postOne(house, elsewhere()),
    ),
    await madeAnew(house, "front page, for whoever has a cookie", front, OWN_PAGE),
    await madeAnew(house, "reply page", times(pages, `${short}/reply`)),
  ];
}

async function posted(house: House, plan: Plan, nextForm: () => Form) {
  const load: Load = { connections: WRITERS, seconds: plan.seconds, nextForm };
  const answer = await recordPost(house.origin, nextForm());
  const bare = await startBare(join(KEPT, "bare"), [answer]);
  const ours: Turn[] = [];
  const theirs: Turn[] = [];
  try {
    await Promise.all([warm(house, load), warm(bare, load)]);
    const before = await storedComments(house);
    for (let round = 0; round < plan.rounds; round += 1) {
      ours.push(await turn(house, load));
      theirs.push(await turn(bare, load));
    }
    const stored = (await storedComments(house)) - before;
    const acknowledged = ours.reduce((sum, { good }) => sum + good, 0);
    return { ours: middle(ours), bare: middle(theirs), acknowledged, stored };
  } finally {
    await bare.stop();
  }
}

function say(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}
