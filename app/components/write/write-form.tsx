import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { LaterChoice } from "../later/later-choice.tsx";
import { scriptWords } from "../reply/script-words.ts";
import { type OfferedNames, SpeakerChoice, SpeakerLabels } from "../speaking/speaker-choice.tsx";
import { type AnsweredPiece, RelationChoice } from "./answered.tsx";
import { EssayFields, type EssayFieldsProps, WRITE_FORM } from "./essay-fields.tsx";
import { Group } from "./group.tsx";

export interface WriteFormProps extends EssayFieldsProps {
  /** What the essay answers; null: nothing. */
  answered: AnsweredPiece | null;
  /** The draft that this goes on with; empty: none. */
  draft: string;
  /** Signs this one attempt; see promises.md. */
  nonce: string;
  /** What a script may solve instead of waiting a moment. */
  challenge: string;
  /** The name under which it will stand, where it is known already. */
  asName: string | null;
  /** Is a key open already? Then none is asked for. */
  hasKey: boolean;
  /** The names of whoever is signed in; null: nobody is. */
  speakers: OfferedNames | null;
  /** Will it be public at once, or wait? */
  waits: boolean;
}

/** The composer: all that was typed, each fault at its field, and who will speak. */
export function WriteForm(props: WriteFormProps) {
  const { typed, faults, answered } = props;
  const { write } = words();
  return (
    <div className="write" id="write-form">
      <FaultSummary
        title={write.faultsTitle}
        more={write.faultsMore}
        faults={faults}
        form={WRITE_FORM}
      />
      <form method="post" action="/write" data-challenge={props.challenge} {...scriptWords()}>
        <HiddenFields
          fields={[
            { name: "nonce", value: props.nonce },
            { name: "draft", value: props.draft },
            { name: "responds", value: typed.responds },
            { name: "comment", value: typed.comment },
          ]}
        />
        {answered !== null && (
          <RelationChoice
            form={WRITE_FORM}
            ofComment={answered.comment !== null}
            chosen={typed.relation}
            faults={faults}
          />
        )}
        <EssayFields typed={typed} faults={faults} tagsInUse={props.tagsInUse}>
          <NameGroup {...props} />
        </EssayFields>
        <Honeypot form={WRITE_FORM} />
        <Send {...props} />
      </form>
    </div>
  );
}

function NameGroup({ typed, faults, hasKey, speakers }: WriteFormProps) {
  const { reply, write } = words();
  if (speakers !== null) {
    return (
      <Group id="write-under" title={write.under}>
        <SpeakerChoice
          form={WRITE_FORM}
          of="essay"
          names={speakers}
          typedName={typed.name}
          faults={faults}
        />
      </Group>
    );
  }
  return (
    <Group id="write-under" title={write.under}>
      <LineField
        form={WRITE_FORM}
        name="name"
        label={write.name}
        aside={reply.optional}
        hint={write.nameHint}
        value={typed.name}
        fault={faultOf(faults, "name")}
      />
      {!hasKey && (
        <details className="plain" open={typed.key !== "" || faultOf(faults, "key") !== null}>
          <summary>{reply.haveKey}</summary>
          <LineField
            form={WRITE_FORM}
            name="key"
            label={reply.key}
            hint={reply.keyHint}
            secret
            value={typed.key}
            fault={faultOf(faults, "key")}
          />
        </details>
      )}
    </Group>
  );
}

function Send({ typed, asName, hasKey, speakers, waits }: WriteFormProps) {
  const { reply, speaking, write } = words();
  const what = typed.lead === "" ? write.publish : write.publishAs[typed.lead];
  return (
    <div className="write-end">
      <LaterChoice form={WRITE_FORM} checked={typed.later === "1"} />
      <div className="send">
        <button type="submit" className="button quiet" name="intent" value="preview">
          {write.previewButton}
        </button>
        <button type="submit" className="button" name="intent" value="publish">
          {speakers !== null ? (
            <SpeakerLabels
              names={speakers}
              foundName={asName}
              as={(name) => write.publishBy(what, name)}
              asThreadName={speaking.publishThreadName(what)}
              asChosen={speaking.publishChosen(what)}
            />
          ) : asName === null ? (
            what
          ) : (
            write.publishBy(what, asName)
          )}
        </button>
        <button type="submit" className="button plain-button" name="intent" value="draft">
          {write.keepDraft}
        </button>
      </div>
      <p className="soft">
        {waits ? write.afterPublishWaits : write.afterPublish} {!hasKey && write.guestKey}
      </p>
      <p className="soft at-night">
        {write.threeInTheMorning} <a href="/help">{reply.threeInTheMorningLink}</a>
      </p>
    </div>
  );
}
