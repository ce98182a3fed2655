import { words } from "#app/words/words.ts";
import type { ReplyMode } from "#db/schema.ts";
import { WritersWish } from "../essay/writers-wish.tsx";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { LaterChoice } from "../later/later-choice.tsx";
import { type OfferedNames, SpeakerLabels } from "../speaking/speaker-choice.tsx";
import { REPLY_FORM, ReplyFields, type TypedReply } from "./reply-fields.tsx";
import { scriptWords } from "./script-words.ts";

export interface ReplyFormProps {
  slug: string;
  writer: string | null;
  mode: ReplyMode;
  typed: TypedReply;
  faults: readonly Fault[];
  /** The draft that this goes on with; empty: none. */
  draft: string;
  /** Signs this one attempt; see promises.md. */
  nonce: string;
  /** What a script may solve instead of waiting a moment: JSON for public/enhance/reply.js. */
  challenge: string;
  /** Others of the thread who may be addressed as well, the nearest first. */
  addressable: readonly { id: string; name: string }[];
  /** The name under which it will stand, where it is known already. */
  asName: string | null;
  /** Has whoever writes a name in this thread already? Then it can't be changed here. */
  nameIsKept: boolean;
  hasKey: boolean;
  /** The names of whoever is signed in; null: nobody is. */
  speakers: OfferedNames | null;
  /** Will it be public at once, or wait? */
  waits: boolean;
}

/** The form of the reply page: all that was typed, each fault at its field, and who will speak. */
export function ReplyForm(props: ReplyFormProps) {
  const { slug, writer, mode, typed, faults, addressable, asName } = props;
  const { reply, speaking, write } = words();
  return (
    <section className="answer" id="answer" aria-label={reply.body}>
      <FaultSummary
        title={reply.faultsTitle}
        more={reply.faultsMore}
        faults={faults}
        form={REPLY_FORM}
      />
      <WritersWish mode={mode} writer={writer} />
      <form
        method="post"
        action={`/essays/${slug}/reply`}
        data-challenge={props.challenge}
        {...scriptWords()}
      >
        <HiddenFields
          fields={[
            { name: "parent", value: typed.parent },
            { name: "responds", value: slug },
            { name: "nonce", value: props.nonce },
            { name: "draft", value: props.draft },
          ]}
        />
        <ReplyFields
          typed={typed}
          faults={faults}
          keptName={props.nameIsKept ? asName : null}
          hasKey={props.hasKey}
          speakers={props.speakers}
        />
        {addressable.length > 0 && (
          <details className="plain" open={typed.addresses.length > 0}>
            <summary>{reply.alsoAnswers}</summary>
            <ChoiceGroup
              id={`${REPLY_FORM}-addresses`}
              legend={reply.alsoAnswers}
              hint={reply.alsoAnswersHint}
              fault={faultOf(faults, "addresses")}
            >
              {addressable.map(({ id, name }) => (
                <Choice
                  key={id}
                  id={`${REPLY_FORM}-addresses-${id}`}
                  type="checkbox"
                  name="addresses"
                  value={id}
                  checked={typed.addresses.includes(id)}
                  label={<bdi>{name}</bdi>}
                />
              ))}
            </ChoiceGroup>
          </details>
        )}
        <LaterChoice form={REPLY_FORM} checked={typed.later === "1"} />
        <Honeypot form={REPLY_FORM} />
        <div className="send">
          <button type="submit" className="button quiet" name="intent" value="preview">
            {reply.previewButton}
          </button>
          <button type="submit" className="button" name="intent" value="post">
            {props.speakers !== null ? (
              <SpeakerLabels
                names={props.speakers}
                foundName={asName}
                as={speaking.reply}
                asThreadName={speaking.replyThreadName}
                asChosen={speaking.replyChosen}
              />
            ) : asName === null ? (
              reply.post
            ) : (
              reply.postAs(asName)
            )}
          </button>
          <button type="submit" className="button plain-button" name="intent" value="draft">
            {reply.keepDraft}
          </button>
        </div>
        <p>
          <button
            type="submit"
            className="button plain-button"
            formAction="/write"
            name="intent"
            value="take_up"
          >
            {write.links.fromReply}
          </button>
        </p>
        <p className="soft">
          {props.waits ? reply.afterPostWaits : reply.afterPost} {!props.hasKey && reply.guestKey}
        </p>
        <p className="soft at-night">
          {reply.threeInTheMorning} <a href="/help">{reply.threeInTheMorningLink}</a>
        </p>
      </form>
    </section>
  );
}
