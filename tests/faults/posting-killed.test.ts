import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { firsthand } from "#tests/support/command.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { acknowledgedId, hiddenFields } from "#tests/support/guest.ts";
import { expectLedgerHolds, Ledger, Poster } from "#tests/support/ledger.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer } from "#tests/support/server.ts";

const KILLS = 20;
const SEED = 20_260_314;
const POSTERS = 6;
const IN_FLIGHT = 100;

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Numbers from 0 to 1, the same in every run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* numbersFrom(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

eachDialect("people who post while the server is ended", (_open, _dialect, url) => {
  it(`${KILLS} times by SIGKILL: nothing that was acknowledged is lost, nothing is half there`, async () => {
    folder = await mkdtemp(join(tmpdir(), "firsthand-killed-"));
    const databaseUrl = await url();
    const store = await connect(databaseUrl);
    await seedEssay(store, { id: "ledger" });
    const chance = numbersFrom(SEED);
    const ledger = new Ledger();
    const posters = Array.from({ length: POSTERS }, (_, number) => new Poster(ledger, number));
    let unanswered = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await startServer({ databaseUrl, folder });
      const before = ledger.size;
      const posting = posters.map((poster) => poster.keepPosting(server.origin, "ledger"));
      await expect.poll(() => ledger.size, { timeout: 30_000 }).toBeGreaterThan(before);
      await wait(chance.next().value * 400);
      expect(await server.end("SIGKILL")).toBeNull();
      await Promise.all(posting);
      unanswered += posters.filter((poster) => poster.unanswered !== null).length;
    }
    // Some had sent their words and heard nothing: that is what the test is about.
    expect(unanswered).toBeGreaterThan(KILLS / 2);
    const server = await startServer({ databaseUrl, folder });
    for (const poster of posters) await poster.finish(server.origin, "ledger");
    await expectLedgerHolds({ store, ledger, essayId: "ledger", origin: server.origin });
    expect(await server.end()).toBe(0);
    await store.close();
    expect(await firsthand(server, "check")).toMatchObject({ code: 0, err: "" });
  });

  it(`by SIGTERM with ${IN_FLIGHT} posts in flight: each is answered or refused, and can be repeated`, async () => {
    folder = await mkdtemp(join(tmpdir(), "firsthand-stopped-"));
    const databaseUrl = await url();
    const store = await connect(databaseUrl);
    await seedEssay(store, { id: "ledger" });
    const server = await startServer({ databaseUrl, folder });
    const path = "/essays/ledger/reply";
    const forms: URLSearchParams[] = [];
    while (forms.length < IN_FLIGHT) {
      const form = await hiddenFields(server.origin, path);
      form.set("body", `In flight, number ${forms.length}.`);
      form.set("intent", "post");
      forms.push(form);
    }
    const held = forms.map((form) => beginToSend(server.origin, path, form.toString()));
    await Promise.all(held.map(({ begun }) => begun));
    // What began before is known to have arrived once a later question is answered.
    await hiddenFields(server.origin, path);
    const answers = held.map(({ finish }) => finish());
    const ended = server.end("SIGTERM");
    const ledger = new Ledger();
    const refused: URLSearchParams[] = [];
    for (const [number, answer] of (await Promise.all(answers)).entries()) {
      const form = forms[number] as URLSearchParams;
      const id = acknowledgedId(answer);
      if (id !== null) ledger.acknowledge({ id, body: form.get("body") ?? "", parent: "" });
      else {
        expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
        refused.push(form);
      }
    }
    expect(await ended).toBe(0);
    expect(ledger.size + refused.length).toBe(IN_FLIGHT);

    const again = await startServer({ databaseUrl, folder });
    for (const form of forms) await ledger.send(again.origin, path, form);
    await expectLedgerHolds({ store, ledger, essayId: "ledger", origin: again.origin });
    expect(ledger.size).toBe(IN_FLIGHT);
    expect(await again.end()).toBe(0);
    await store.close();
    expect(await firsthand(again, "check")).toMatchObject({ code: 0, err: "" });
  });
});

/** Sends a form but for its last character. */
function beginToSend(origin: string, path: string, body: string) {
  const { hostname, port } = new URL(origin);
  const sent = request({
    ...{ hostname, port, path, method: "POST", agent: false },
    headers: {
      Origin: origin,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
    },
  });
  type Answer = Parameters<typeof acknowledgedId>[0];
  const answer = new Promise<Answer>((resolve, reject) => {
    sent.on("error", reject);
    sent.on("response", async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const { headers, rawHeaders, statusCode: status = 0 } = response;
      resolve({ status, headers, rawHeaders, bytes, text: bytes.toString("utf8") });
    });
  });
  return {
    begun: new Promise<void>((resolve) => sent.write(body.slice(0, -1), () => resolve())),
    finish: () => {
      sent.end(body.slice(-1));
      return answer;
    },
  };
}
