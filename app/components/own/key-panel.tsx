import { words } from "#app/words/words.ts";
import { Choice } from "../forms/choice.tsx";
import { HiddenFields } from "../forms/field.tsx";

export interface KeyPanelProps {
  /** The thread name under which the comment stands. */
  name: string;
  secretKey: string;
  takeBackCode: string;
  commentId: string;
  waits: boolean;
  /** Where "I have written it down" is sent, and what it carries. */
  action: string;
  hidden: readonly { name: string; value: string }[];
}

/** After the first post in a thread: the key and the take-back code, until they are written down. */
export function KeyPanel(props: KeyPanelProps) {
  const { keyPanel } = words().own;
  return (
    <div className="page house">
      <h1>{props.waits ? keyPanel.waitingTitle : keyPanel.postedTitle}</h1>
      <p>
        {props.waits && <>{keyPanel.waitingText} </>}
        {keyPanel.asName(props.name)}
      </p>
      <p>{keyPanel.intro}</p>
      <dl className="secrets">
        <dt>{keyPanel.key}</dt>
        <dd>
          <code className="secret-shown">{props.secretKey}</code>
          <p className="soft">{keyPanel.keyText}</p>
        </dd>
        <dt>{keyPanel.takeBackCode}</dt>
        <dd>
          <code className="secret-shown">{props.takeBackCode}</code>
          <p className="soft">{keyPanel.takeBackText}</p>
        </dd>
      </dl>
      <form method="post" action={props.action}>
        <HiddenFields fields={props.hidden} />
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
          <button className="button" name="intent" value="written-down">
            {keyPanel.writtenDown}
          </button>
          <p className="soft">{keyPanel.writtenDownMore}</p>
        </div>
      </form>
      <p>
        <a href={`/comments/${props.commentId}`}>{keyPanel.seeComment}</a>
      </p>
    </div>
  );
}
