/** What is the same for everything that can be taken back. */
import type { PieceState } from "#db/schema.ts";

/** How long a take-back can be undone; then the words leave the store. */
export const UNDO_MS = 24 * 60 * 60 * 1_000;

/** What may be taken back: whatever still has words. */
export const WITH_WORDS: readonly PieceState[] = ["visible", "waiting", "folded", "removed"];
