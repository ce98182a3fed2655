import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { PassphraseField } from "./passphrase-field.tsx";

interface Props {
  /** The link of a founding moderator: the name that it gives; null where it is good no more. */
  link: { token: string; name: string | null } | null;
  /** What was typed. */
  name: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
  /** Is a key open in this browser? */
  keyOpen: boolean;
  /** Is somebody signed in in this browser? */
  signedIn: boolean;
}

/** `/join`. Intent: `join`. */
export function JoinPage(props: Props) {
  const { join } = words();
  const { link, faults } = props;
  if (link !== null && link.name === null) return <BadLink />;
  return (
    <div className="page house">
      <h1>{link === null ? join.title : join.link.title}</h1>
      {link?.name != null ? (
        <p>{join.link.text(link.name)}</p>
      ) : (
        <>
          <p>{join.notNeeded}</p>
          <p>{join.asks}</p>
        </>
      )}
      {props.signedIn && <p>{join.signedIn}</p>}
      {props.keyOpen && <p>{join.keyOpen}</p>}
      <FaultSummary title={join.faultsTitle} more={join.faultsMore} faults={faults} form="join" />
      <JoinForm {...props} />
      {link === null && (
        <>
          <p>{join.several}</p>
          <h2>{join.haveOne}</h2>
          <p>
            <a href="/sign-in">{join.signIn}</a>
          </p>
        </>
      )}
    </div>
  );
}

function JoinForm({ link, name, faults, hidden }: Props) {
  const { join } = words();
  const given = link?.name ?? null;
  const fixed =
    link === null || given === null
      ? []
      : [
          { name: "token", value: link.token },
          { name: "name", value: given },
        ];
  return (
    <form method="post" action="/join">
      <HiddenFields fields={[...hidden, ...fixed]} />
      <Honeypot form="join" />
      {given === null ? (
        <LineField
          form="join"
          name="name"
          label={join.name}
          hint={join.nameHint}
          value={name}
          autoComplete="username"
          required
          fault={faultOf(faults, "name")}
        />
      ) : (
        <p>
          {join.yourName}: <b>{given}</b>
        </p>
      )}
      <PassphraseField
        form="join"
        name="passphrase"
        label={join.passphrase}
        hint={join.passphraseHint}
        autoComplete="new-password"
        fault={faultOf(faults, "passphrase")}
      />
      <p>{join.noWayBack}</p>
      <div className="send">
        <button type="submit" className="button" name="intent" value="join">
          {given === null ? join.button : join.buttonAs(given)}
        </button>
        <p className="soft">{join.after}</p>
      </div>
    </form>
  );
}

function BadLink() {
  const { join } = words();
  return (
    <div className="page house">
      <h1>{join.link.title}</h1>
      <p>{join.link.bad}</p>
      <p>
        <a href="/sign-in">{join.signIn}</a>
      </p>
    </div>
  );
}
