import { expect, it } from "vitest";
import { Admission } from "#app/server/admission.ts";

it("lets in as many as there are slots, the next when one leaves, in order", async () => {
  const admission = new Admission({ slots: 2, reserve: 0, queue: 10, outside: 1 });
  const first = await admission.enter(false, 1_000);
  await admission.enter(false, 1_000);
  const order: string[] = [];
  const third = admission.enter(false, 1_000).then(() => order.push("third"));
  const fourth = admission.enter(false, 1_000).then((release) => {
    order.push("fourth");
    release?.();
  });
  expect(admission.inside).toBe(2);
  expect(admission.waiting).toBe(2);
  first?.();
  await third;
  expect(order).toEqual(["third"]);
  expect(admission.inside).toBe(2);
  const fifth = await Promise.race([fourth.then(() => "in"), Promise.resolve("waits")]);
  expect(fifth).toBe("waits");
});

it("a release counts once", async () => {
  const admission = new Admission({ slots: 2, reserve: 0, queue: 10, outside: 1 });
  const release = await admission.enter(false, 1_000);
  await admission.enter(false, 1_000);
  release?.();
  release?.();
  expect(admission.inside).toBe(1);
});

it("turns away whoever finds the queue full, at once", async () => {
  const admission = new Admission({ slots: 1, reserve: 0, queue: 1, outside: 1 });
  await admission.enter(false, 1_000);
  const waiting = admission.enter(false, 50);
  expect(await admission.enter(false, 1_000)).toBeNull();
  expect(await waiting).toBeNull();
});

it("turns away whoever has waited too long, and lets nobody in for them later", async () => {
  const admission = new Admission({ slots: 1, reserve: 0, queue: 5, outside: 1 });
  const release = await admission.enter(false, 1_000);
  expect(await admission.enter(false, 10)).toBeNull();
  expect(admission.waiting).toBe(0);
  release?.();
  expect(admission.inside).toBe(0);
});

it("keeps a reserve for sign-in and moderation, and takes them first", async () => {
  const admission = new Admission({ slots: 1, reserve: 1, queue: 5, outside: 1 });
  const release = await admission.enter(false, 1_000);
  expect(await admission.enter(true, 1_000)).not.toBeNull();
  const order: string[] = [];
  const plain = admission.enter(false, 1_000).then(() => order.push("plain"));
  const urgent = admission.enter(true, 1_000).then(() => order.push("urgent"));
  release?.();
  await urgent;
  expect(order).toEqual(["urgent"]);
  expect(admission.waiting).toBe(1);
  await Promise.race([plain, Promise.resolve()]);
  expect(order).toEqual(["urgent"]);
});

it("whoever steps out keeps nobody out, and comes back to a slot", async () => {
  const admission = new Admission({ slots: 1, reserve: 0, queue: 5, outside: 1 });
  const first = await admission.enter(false, 1_000);
  if (first === null) throw new Error("there is room");
  const back = admission.stepOut(first, 20, 1_000);
  expect(admission.inside).toBe(0);
  const second = await admission.enter(false, 0);
  expect(second).not.toBeNull();
  second?.();
  (await back)?.();
  expect(admission.inside).toBe(0);
});

it("only so many may be outside at once", async () => {
  const admission = new Admission({ slots: 2, reserve: 0, queue: 5, outside: 1 });
  const [one, two] = await Promise.all([admission.enter(false, 0), admission.enter(false, 0)]);
  if (one === null || two === null) throw new Error("there is room");
  const back = admission.stepOut(one, 20, 1_000);
  expect(await admission.stepOut(two, 20, 1_000)).toBeNull();
  (await back)?.();
  expect(admission.inside).toBe(0);
});
