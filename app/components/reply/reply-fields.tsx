import { words } from "#app/words/words.ts";
import type { Standing } from "#db/schema.ts";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { LineField, TextField } from "../forms/field.tsx";
import { type OfferedNames, SpeakerChoice } from "../speaking/speaker-choice.tsx";

/** The ids of the form's fields begin with it. */
export const REPLY_FORM = "reply";

/** What was typed, exactly as it was. */
export interface TypedReply {
  body: string;
  /** The id of the comment that is answered; empty: the essay. */
  parent: string;
  /** Ids of comments that are addressed beside the parent. */
  addresses: readonly string[];
  name: string;
  /** The name of a member that speaks. */
  as: string;
  perspective: readonly ("experience" | "debate")[];
  standing: Standing | "";
  note: string;
  standpoint: string;
  key: string;
  /** "1": at a random moment within the next day. */
  later?: string;
}

export const nothingTyped: TypedReply = {
  body: "",
  parent: "",
  addresses: [],
  name: "",
  as: "",
  perspective: [],
  standing: "",
  note: "",
  standpoint: "",
  key: "",
};

interface Props {
  typed: TypedReply;
  faults: readonly Fault[];
  /** The name that whoever writes already has in this thread; null: one may be typed. */
  keptName: string | null;
  /** Is a key open already, or somebody signed in? Then none is asked for. */
  hasKey: boolean;
  /** The names of whoever is signed in; null: nobody is. */
  speakers: OfferedNames | null;
}

/** What is asked of a comment; the same at the end of a thread and on the reply page. */
export function ReplyFields({ typed, faults, keptName, hasKey, speakers }: Props) {
  const { reply } = words();
  return (
    <>
      {speakers !== null && (
        <SpeakerChoice
          form={REPLY_FORM}
          of="reply"
          names={speakers}
          typedName={typed.name}
          faults={faults}
        />
      )}
      <TextField
        form={REPLY_FORM}
        name="body"
        label={reply.body}
        hint={reply.bodyHint}
        rows={7}
        value={typed.body}
        fault={faultOf(faults, "body")}
      />
      <SpeaksFrom form={REPLY_FORM} typed={typed} faults={faults} />
      <div className="pair">
        {speakers !== null ? null : keptName === null ? (
          <LineField
            form={REPLY_FORM}
            name="name"
            label={reply.name}
            aside={reply.optional}
            hint={reply.nameHint}
            value={typed.name}
            fault={faultOf(faults, "name")}
          />
        ) : (
          <p className="field">{reply.nameKept(keptName)}</p>
        )}
        <LineField
          form={REPLY_FORM}
          name="note"
          label={reply.note}
          aside={reply.optional}
          hint={reply.noteHint}
          value={typed.note}
          fault={faultOf(faults, "note")}
        />
      </div>
      {!hasKey && (
        <details className="plain" open={typed.key !== "" || faultOf(faults, "key") !== null}>
          <summary>{reply.haveKey}</summary>
          <LineField
            form={REPLY_FORM}
            name="key"
            label={reply.key}
            hint={reply.keyHint}
            secret
            value={typed.key}
            fault={faultOf(faults, "key")}
          />
        </details>
      )}
    </>
  );
}

interface SpeaksFromProps {
  form: string;
  typed: Pick<TypedReply, "perspective" | "standing" | "standpoint">;
  faults: readonly Fault[];
}

/** Where a comment speaks from: its writer's word alone. Also on the page to change it. */
export function SpeaksFrom({ form, typed, faults }: SpeaksFromProps) {
  const { reply } = words();
  return (
    <>
      <Perspectives {...{ form, typed, faults }} hint={reply.speaksFromHint} />
      <details
        className="plain"
        open={
          typed.standing !== "" || typed.standpoint !== "" || faultOf(faults, "standing") !== null
        }
      >
        <summary>
          {reply.standing} <span className="soft">({reply.optional})</span>
        </summary>
        <PartOfIt {...{ form, typed, faults }} />
      </details>
    </>
  );
}

/** The boxes to tick for what a piece speaks from. */
export function Perspectives({ form, typed, faults, hint }: SpeaksFromProps & { hint: string }) {
  const { reply } = words();
  return (
    <ChoiceGroup
      id={`${form}-perspective`}
      legend={reply.speaksFrom}
      hint={hint}
      fault={faultOf(faults, "perspective")}
    >
      {(["experience", "debate"] as const).map((kind) => (
        <Choice
          key={kind}
          id={`${form}-perspective-${kind}`}
          type="checkbox"
          name="perspective"
          value={kind}
          kind={kind}
          checked={typed.perspective.includes(kind)}
          label={reply[kind]}
          more={reply.more[kind]}
        />
      ))}
    </ChoiceGroup>
  );
}

/** How its writer was part of what a piece tells, and the line beside the name. */
export function PartOfIt({ form, typed, faults }: SpeaksFromProps) {
  const { reply } = words();
  return (
    <>
      <ChoiceGroup
        id={`${form}-standing`}
        legend={reply.standing}
        hint={reply.standingHint}
        fault={faultOf(faults, "standing")}
      >
        {(["none", "lived", "beside", "worked"] as const).map((standing) => (
          <Choice
            key={standing}
            id={`${form}-standing-${standing}`}
            type="radio"
            name="standing"
            value={standing === "none" ? "" : standing}
            checked={typed.standing === (standing === "none" ? "" : standing)}
            label={reply.standings[standing]}
          />
        ))}
      </ChoiceGroup>
      <LineField
        form={form}
        name="standpoint"
        label={reply.standpoint}
        aside={reply.optional}
        hint={reply.standpointHint}
        value={typed.standpoint}
        fault={faultOf(faults, "standpoint")}
      />
    </>
  );
}
