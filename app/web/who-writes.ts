import type { AppLoadContext } from "@remix-run/node";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import {
  AS_CLAIMED_NAME,
  type Speakers,
  type Speaking,
  speakersIn,
} from "#app/domain/accounts/speaking.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { viewerOf } from "./viewer.ts";

/** A name as a form offers it. */
export interface OfferedName {
  as: string;
  kind: Speaking["kind"];
  /** Null: a thread name that is not chosen yet. */
  name: string | null;
  ofOldBlog: boolean;
}

/** The names that a member may choose from. */
export interface OfferedNames {
  all: OfferedName[];
  /** `as` of the one that is chosen. */
  chosen: string;
  /** Has one of them spoken in this thread? */
  hasSpoken: boolean;
}

/** Whose form it is, as far as this browser was asked to remember it. */
export interface WhoWrites {
  /** The key that this device keeps; nobody's while somebody is signed in. */
  deviceKey: string | null;
  /** The name that speaks; null: nobody is signed in. */
  speaker: Speaking | null;
  speakers: OfferedNames | null;
  /** The chosen name is none of theirs. */
  fault: FieldFault | null;
  /** Every key at hand: their drafts may be under any of them. */
  keys: readonly string[];
}

/**
 * Who writes, and under which name.
 *
 * @param essayId the thread; null: an essay of its own
 * @param as what the form chose; empty: the name that spoke here last, or the usual one
 */
export async function whoWrites(
  request: Request,
  context: AppLoadContext,
  { essayId, as }: { essayId: string | null; as: string },
): Promise<WhoWrites> {
  const { key: deviceKey, account } = await viewerOf(request, context);
  if (account === null) {
    const keys = deviceKey === null ? [] : [deviceKey];
    return { deviceKey, speaker: null, speakers: null, fault: null, keys };
  }
  const { house } = context;
  const found = await speakersIn(house.store.read, house, account, { essayId });
  const asked = found.all.find((one) => one.as === as);
  const speaker = asked ?? found.chosen;
  const fault = { field: "as", sentence: words().speaking.faults.unknown };
  return {
    deviceKey: null,
    speaker,
    speakers: offered(found, speaker),
    fault: as === "" || asked ? null : fault,
    keys: keysOf(account),
  };
}

/** The names without their keys, for the page. */
function offered({ all, hasSpoken }: Speakers, { as: chosen }: Speaking): OfferedNames {
  const names = all.map(({ as, kind, name }) => {
    return { as, kind, name, ofOldBlog: as.startsWith(AS_CLAIMED_NAME) };
  });
  return { all: names, chosen, hasSpoken };
}

/** Has this browser a key, or is somebody signed in? Then none is asked for, and none is shown. */
export function isKnown({ deviceKey, speaker }: WhoWrites): boolean {
  return deviceKey !== null || speaker !== null;
}

/** The key of a form and, for a member, the name that speaks. A typed key is a guest's. */
export function whoseForm(
  { deviceKey, speaker }: WhoWrites,
  typedKey: string,
): { key: string | null; speaker?: Speaking } {
  if (speaker !== null) return { key: speaker.key, speaker };
  return { key: typedKey.trim() === "" ? deviceKey : typedKey };
}
