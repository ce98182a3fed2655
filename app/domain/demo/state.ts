import type { Reader, Writer } from "#db/connect.ts";
import { anyRealEssay, anythingImported, demoEssays, everLoaded } from "#db/queries/demo.ts";

export interface DemoState {
  /** How many invented essays are in the house. */
  here: number;
  /** Is there an essay that is none of them, or the empty place of one? */
  realPieces: boolean;
  /** Were they here before, or was anything brought in from elsewhere? */
  usedBefore: boolean;
}

/** Where the house stands with its invented examples: a few looks at indexes. */
export async function demoState(db: Reader | Writer): Promise<DemoState> {
  const here = await demoEssays(db).execute();
  const real = await anyRealEssay(db).executeTakeFirst();
  const loaded = await everLoaded(db).executeTakeFirst();
  const imported = await anythingImported(db).executeTakeFirst();
  return {
    here: here.length,
    realPieces: real !== undefined,
    usedBefore: loaded !== undefined || imported !== undefined,
  };
}
