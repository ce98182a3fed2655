import { words } from "#app/words/words.ts";
import type { PieceState } from "#db/schema.ts";
import { Choice } from "../forms/choice.tsx";
import { HiddenFields } from "../forms/field.tsx";
import { Secrets } from "./secrets.tsx";

interface Shared {
  /** Null where the attempt is repeated after its key has been changed. */
  secretKey: string | null;
  takeBackCode: string | null;
  /** Where its form goes: the page on which the piece was written. */
  action: string;
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
    | {
        of: "essay";
        /** The name under which the essay stands, and its writer in the thread. */
        name: string;
        essay: { id: string; slug: string };
        state: PieceState;
      }
    | { of: "draft" }
    | { of: "later" }
  );

/**
 * After the first piece of a key, or the first in a thread, or the first draft: the key and the
 * take-back code, until they are written down.
 */
export function KeyPanel(props: KeyPanelProps) {
  const { keyPanel } = words().own;
  return (
    <div className="page house key-panel">
      <What {...props} />
      <p>{keyPanel.intro}</p>
      <Secrets secretKey={props.secretKey} takeBackCode={props.takeBackCode} />
      <form method="post" action={props.action}>
        <HiddenFields
          fields={[
            { name: "nonce", value: props.nonce },
            { name: "key", value: props.secretKey ?? "" },
            ...pieceFields(props),
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
      <Further {...props} />
    </div>
  );
}

/** What was made, so that "I have written it down" leads to it. */
function pieceFields(props: KeyPanelProps): { name: string; value: string }[] {
  switch (props.of) {
    case "comment":
      return [{ name: "comment", value: props.comment.id }];
    case "essay":
      return [
        { name: "essay", value: props.essay.id },
        { name: "slug", value: props.essay.slug },
        ...(props.state === "waiting" ? [{ name: "waits", value: "1" }] : []),
      ];
    case "draft":
    case "later":
      return [];
  }
}

function What(props: KeyPanelProps) {
  const { own, write, later } = words();
  if (props.of === "draft" || props.of === "later") {
    const { draftTitle: title, draftText: text } = own.keyPanel;
    const kept = props.of === "draft" ? { title, text } : later.panel;
    return (
      <>
        <h1>{kept.title}</h1>
        <p>{kept.text}</p>
      </>
    );
  }
  const say = props.of === "essay" ? write.panel : own.keyPanel;
  const waits = props.state === "waiting";
  return (
    <>
      <h1>{waits ? say.waitingTitle : say.postedTitle}</h1>
      <p>
        {waits && <>{say.waitingText} </>}
        {say.asName(props.name)}
      </p>
      {waits && props.of === "essay" && (
        <p>
          {write.panel.waitingAddress} <code>{`/essays/${props.essay.slug}`}</code>
        </p>
      )}
    </>
  );
}

/** The way on for those who press nothing. An essay that waits has no page yet. */
function Further(props: KeyPanelProps) {
  const { own, write } = words();
  if (props.of === "essay" && props.state === "waiting") return null;
  return (
    <p>
      {props.of === "comment" && (
        <a href={`/comments/${props.comment.id}`}>{own.keyPanel.seeComment}</a>
      )}
      {props.of === "essay" && <a href={`/essays/${props.essay.slug}`}>{write.panel.see}</a>}
      {(props.of === "draft" || props.of === "later") && (
        <a href="/drafts">{own.keyPanel.toDrafts}</a>
      )}
    </p>
  );
}
