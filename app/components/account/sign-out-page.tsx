import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";

interface Props {
  signedIn: boolean;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/sign-out`. Intent: `sign-out`. */
export function SignOutPage({ signedIn, faults, hidden }: Props) {
  const { signIn } = words();
  return (
    <div className="page house">
      <h1>{signIn.out.title}</h1>
      <FaultSummary title={signIn.out.stillIn} faults={faults} form="sign-out" />
      {signedIn ? (
        <form method="post" action="/sign-out">
          <p>{signIn.out.text}</p>
          <HiddenFields fields={hidden} />
          <div className="send">
            <button type="submit" className="button" name="intent" value="sign-out">
              {signIn.out.button}
            </button>
          </div>
        </form>
      ) : (
        <p>
          {signIn.out.nobody} <a href="/sign-in">{signIn.title}</a>
        </p>
      )}
    </div>
  );
}
