import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { expect, test } from "vitest";
import { makeChallenge, verifyChallenge } from "#app/domain/identity/challenge.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { DAY, makeHouse, rotated } from "#tests/support/house.ts";

/** What a browser's script sends. */
async function solved(text: string): Promise<{ challenge: object; solution: object }> {
  const challenge = JSON.parse(text);
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("not solved");
  return { challenge, solution };
}

const payloadOf = (sent: object) => Buffer.from(JSON.stringify(sent)).toString("base64");

eachDialect("challenges", (open) => {
  // The library looks at the machine's own clock, so these tests do too.
  const clock = () => new Date();

  test("a solution counts once, also after a change of secrets", async () => {
    const store = await open();
    const house = makeHouse(store, { clock });
    const payload = payloadOf(await solved(await makeChallenge(house)));
    const later = makeHouse(store, { clock, secrets: rotated(house.secrets) });
    expect(await verifyChallenge(later, { payload })).toBe(true);
    expect(await verifyChallenge(later, { payload })).toBe(false);
    expect(await verifyChallenge(house, { payload })).toBe(false);
    const used = () => store.read.selectFrom("used_challenges").selectAll().execute();
    expect(await used()).toHaveLength(1);
    await runDueJobs(makeHouse(store, { clock: () => new Date(Date.now() + DAY) }));
    expect(await used()).toEqual([]);
  });

  test("nothing else counts", async () => {
    const store = await open();
    const house = makeHouse(store, { clock });
    const sent = await solved(await makeChallenge(house));
    const foreign = await solved(await makeChallenge(makeHouse(store, { clock })));
    const tooLate = makeHouse(store, {
      secrets: house.secrets,
      clock: () => new Date(Date.now() + DAY),
    });
    expect(await verifyChallenge(tooLate, { payload: payloadOf(sent) })).toBe(false);
    for (const payload of [
      "",
      "x",
      "e30=",
      "A".repeat(100_000),
      payloadOf(foreign),
      payloadOf({ ...sent, solution: { ...sent.solution, derivedKey: "00" } }),
      payloadOf({ ...sent, challenge: { ...sent.challenge, signature: "00" } }),
    ]) {
      expect(await verifyChallenge(house, { payload })).toBe(false);
    }
    expect(await verifyChallenge(house, { payload: payloadOf(sent) })).toBe(true);
  });
});
