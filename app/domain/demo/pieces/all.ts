import type { DemoEssay } from "../types.ts";
import { fortyOneDays } from "./forty-one-days.ts";
import { aRoomFirst } from "./lamplighter.ts";
import { myBrothersKettle } from "./my-brothers-kettle.ts";
import { tiredOfExplaining } from "./old-blog.ts";
import { aPaperThatBinds, whoReadsIt } from "./papers.ts";
import { whoDoesThePeerWorkerWorkFor } from "./peer-work.ts";
import { theTenToFive, theTickBox } from "./route-fourteen.ts";
import { sixNights } from "./six-nights.ts";
import { fromTheDesk } from "./the-desk.ts";
import { iWantTheKeys } from "./the-keys.ts";

/** All invented pieces; one that answers another stands after it. */
export const demoPieces: readonly DemoEssay[] = [
  tiredOfExplaining,
  aRoomFirst,
  theTenToFive,
  theTickBox,
  fortyOneDays,
  whoDoesThePeerWorkerWorkFor,
  myBrothersKettle,
  iWantTheKeys,
  aPaperThatBinds,
  sixNights,
  fromTheDesk,
  whoReadsIt,
];
