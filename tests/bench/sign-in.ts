/** How long a refusal takes for a name that somebody has, and for one that nobody has, in turns. */
import { joinedMember } from "#tests/support/member.ts";
import { Visitor } from "#tests/support/visitor.ts";
import { at } from "./load.ts";
import type { House } from "./measured.ts";

export interface SignIns {
  tries: number;
  /** Milliseconds, as whoever tries sees them. */
  known: { p50: number; p99: number };
  unknown: { p50: number; p99: number };
}

/** Tries both names one after the other, with a wrong passphrase, nothing else going on. */
export async function signIns({ origin }: House, tries: number): Promise<SignIns> {
  const name = `Bench Heron ${letters()}`;
  await joinedMember({ origin }, { name });
  const visitor = new Visitor(origin);
  const form = await visitor.get("/sign-in");
  const timeOf = async (tried: string) => {
    const fields = { name: tried, passphrase: "not this one" };
    const { action, body } = visitor.fill(form, { intent: "sign-in", fields });
    const began = performance.now();
    const response = await fetch(new URL(action, origin), {
      method: "POST",
      headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
      body,
    });
    await response.arrayBuffer();
    if (response.status !== 422) throw new Error(`sign-in answered ${response.status}`);
    return performance.now() - began;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < tries; i += 1) {
    known.push(await timeOf(name));
    unknown.push(await timeOf(name.replace("Heron", "Egret")));
  }
  return { tries, known: middles(known), unknown: middles(unknown) };
}

function middles(times: number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}

/** The kept store may have the name of an earlier run. */
function letters(): string {
  return Array.from({ length: 8 }, () =>
    String.fromCharCode(97 + Math.floor(Math.random() * 26)),
  ).join("");
}
