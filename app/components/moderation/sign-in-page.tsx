import { words } from "#app/words/words.ts";
import { HiddenFields } from "../forms/field.tsx";

interface Props {
  /** `link`: opened by a good link, which is used up only by the button; `bad`; `none`: no link. */
  stage: "link" | "bad" | "none";
  /** The moderator's name, where the link is good. */
  name: string | null;
  /** The link's token among them. */
  hidden: readonly { name: string; value: string }[];
}

/** `/sign-in`, until accounts come: for moderators, with a printed link. Intent: `sign-in`. */
export function SignInPage({ stage, name, hidden }: Props) {
  const { moderation } = words();
  return (
    <div className="page house">
      <h1>{moderation.signInTitle}</h1>
      {stage === "bad" && <p role="alert">{moderation.signInBad}</p>}
      {stage === "link" && name !== null ? (
        <form method="post" action="/sign-in">
          <HiddenFields fields={hidden} />
          <p>{moderation.signInOpen(name)}</p>
          <div className="send">
            <button type="submit" className="button" name="intent" value="sign-in">
              {moderation.signInButton}
            </button>
          </div>
        </form>
      ) : (
        <p>{moderation.signInText}</p>
      )}
    </div>
  );
}
