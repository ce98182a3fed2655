import type { ChangeOutcome } from "#app/domain/accounts/change-passphrase.ts";
import type { RecoverOutcome } from "#app/domain/accounts/recover.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { passphraseSentence } from "./signing-in.ts";

/** The sentence for a recovery code, or a new passphrase, that was not taken. */
export function recoverFault(outcome: Extract<RecoverOutcome, { ok: false }>): FieldFault {
  const { recover, reply } = words();
  switch (outcome.field) {
    case "nonce":
      return { field: "", sentence: reply.faults.formOld };
    case "too_many":
      return { field: "", sentence: recover.faults.tooMany };
    case "code":
      return { field: "code", sentence: recover.faults[outcome.reason] };
    case "passphrase":
      return { field: "passphrase", sentence: passphraseSentence(outcome.reason) };
  }
}

/** The sentence for a passphrase that was not changed. */
export function changeFault(outcome: Extract<ChangeOutcome, { ok: false }>): FieldFault {
  const { passphrase, signIn } = words();
  switch (outcome.field) {
    case "wait":
      return { field: "", sentence: signIn.faults.wait(outcome.seconds) };
    case "old":
      return { field: "old", sentence: passphrase.faults[outcome.reason] };
    case "passphrase":
      return { field: "passphrase", sentence: passphraseSentence(outcome.reason) };
  }
}
