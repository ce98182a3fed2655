import { words } from "#app/words/words.ts";
import type { PieceState } from "#db/schema.ts";
import { Choice } from "../forms/choice.tsx";
import { HiddenFields } from "../forms/field.tsx";

export interface KeyPanelProps {
  /** The thread name under which the comment stands. */
  name: string;
  /** Null where the attempt is repeated after its key has been changed. */
  key: string | null;
  takeBackCode: string | null;
  comment: { id: string };
  state: PieceState;
  slug: string;
  nonce: string;
}

/** After the first post in a thread: the key and the take-back code, until they are written down. */
export function KeyPanel(props: KeyPanelProps) {
  const { keyPanel } = words().own;
  return (
    <div className="page house">
      <h1>{props.state === "waiting" ? keyPanel.waitingTitle : keyPanel.postedTitle}</h1>
      <p>
        {props.state === "waiting" && <>{keyPanel.waitingText} </>}
        {keyPanel.asName(props.name)}
      </p>
      <p>{keyPanel.intro}</p>
      <dl className="secrets">
        <Secret name={keyPanel.key} value={props.key} more={keyPanel.keyText} />
        <Secret
          name={keyPanel.takeBackCode}
          value={props.takeBackCode}
          more={keyPanel.takeBackText}
        />
      </dl>
      <form method="post" action={`/essays/${props.slug}/reply`}>
        <HiddenFields
          fields={[
            { name: "nonce", value: props.nonce },
            { name: "key", value: props.key ?? "" },
            { name: "comment", value: props.comment.id },
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
        <a href={`/comments/${props.comment.id}`}>{keyPanel.seeComment}</a>
      </p>
    </div>
  );
}

function Secret({ name, value, more }: { name: string; value: string | null; more: string }) {
  if (value === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code className="secret-shown">{value}</code>
        <p className="soft">{more}</p>
      </dd>
    </>
  );
}
