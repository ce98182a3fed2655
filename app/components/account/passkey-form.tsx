import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";
import { HiddenFields } from "../forms/field.tsx";
import { Enhance } from "../site/enhance.tsx";

interface Props {
  /** Answers a script alone, by JSON. */
  action: string;
  /** Is a passkey made, or used? */
  does: "make" | "use";
  button: string;
  more: string;
  hidden: readonly { name: string; value: string }[];
  quiet?: boolean;
  children?: ReactNode;
}

/**
 * A form that public/enhance/passkey.js shows where the browser knows passkeys, and sends. Nobody
 * sees it without: no page can talk to an authenticator but by a script.
 */
export function PasskeyForm(props: Props) {
  const { action, does, button, more, hidden, quiet = false, children } = props;
  const { asking, stopped, failed, faults } = words().passkeys;
  return (
    <>
      <form
        method="post"
        action={action}
        hidden
        data-passkey={does}
        data-asking={asking}
        data-stopped={stopped}
        data-failed={failed}
        data-known={faults.known}
      >
        <HiddenFields fields={hidden} />
        {children}
        <div className="send">
          <button type="submit" className={quiet ? "button quiet" : "button"}>
            {button}
          </button>
          <p className="soft">{more}</p>
        </div>
        <p role="status" />
      </form>
      <Enhance module="passkey" />
    </>
  );
}

/** The button where a recovery waits. */
export function PasskeyConfirm({ recovery, hidden }: Pick<Props, "hidden"> & { recovery: string }) {
  const { recover, recoverMore } = words().passkeys;
  return (
    <PasskeyForm
      action="/recover/passkey"
      does="use"
      button={recover}
      more={recoverMore}
      hidden={[...hidden, { name: "recovery", value: recovery }]}
    />
  );
}

/** The button on `/sign-in`. */
export function PasskeySignIn({ to, hidden }: Pick<Props, "hidden"> & { to: string | null }) {
  const { signIn, signInMore } = words().passkeys;
  return (
    <PasskeyForm
      action="/sign-in/passkey"
      does="use"
      button={signIn}
      more={signInMore}
      hidden={[...hidden, { name: "to", value: to ?? "" }]}
      quiet
    />
  );
}
