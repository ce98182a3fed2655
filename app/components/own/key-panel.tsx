import { words } from "#app/words/words.ts";
import type { PieceState } from "#db/schema.ts";
import { Choice } from "../forms/choice.tsx";
import { HiddenFields } from "../forms/field.tsx";
import { Secrets } from "./secrets.tsx";

interface Shared {
  /** Null where the attempt is repeated after its key has been changed. */
  secretKey: string | null;
  takeBackCode: string | null;
  slug: string;
  nonce: string;
}

export type KeyPanelProps = Shared &
  (
    | {
        of: "comment";
        /** The thread name under which the comment stands. */
        name: string;
        comment: { id: string };
        state: PieceState;
      }
    | { of: "draft" }
  );

/**
 * After the first post in a thread, or the first draft: the key and the take-back code, until they
 * are written down.
 */
export function KeyPanel(props: KeyPanelProps) {
  const { keyPanel } = words().own;
  return (
    <div className="page house key-panel">
      <What {...props} />
      <p>{keyPanel.intro}</p>
      <Secrets secretKey={props.secretKey} takeBackCode={props.takeBackCode} />
      <form method="post" action={`/essays/${props.slug}/reply`}>
        <HiddenFields
          fields={[
            { name: "nonce", value: props.nonce },
            { name: "key", value: props.secretKey ?? "" },
            { name: "comment", value: props.of === "comment" ? props.comment.id : "" },
          ]}
        />
        <Choice
          id="key-keep"
          type="checkbox"
          name="keep"
          value="1"
          checked={false}
          label={keyPanel.keep}
          more={keyPanel.keepText}
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="written_down">
            {keyPanel.writtenDown}
          </button>
          <p className="soft">{keyPanel.writtenDownMore}</p>
        </div>
      </form>
      <p>
        {props.of === "comment" ? (
          <a href={`/comments/${props.comment.id}`}>{keyPanel.seeComment}</a>
        ) : (
          <a href="/drafts">{keyPanel.toDrafts}</a>
        )}
      </p>
    </div>
  );
}

function What(props: KeyPanelProps) {
  const { keyPanel } = words().own;
  if (props.of === "draft") {
    return (
      <>
        <h1>{keyPanel.draftTitle}</h1>
        <p>{keyPanel.draftText}</p>
      </>
    );
  }
  const waits = props.state === "waiting";
  return (
    <>
      <h1>{waits ? keyPanel.waitingTitle : keyPanel.postedTitle}</h1>
      <p>
        {waits && <>{keyPanel.waitingText} </>}
        {keyPanel.asName(props.name)}
      </p>
    </>
  );
}
