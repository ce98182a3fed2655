import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { LineField, TextField } from "../forms/field.tsx";
import { PartOfIt, Perspectives } from "../reply/reply-fields.tsx";
import { FoundFields } from "./found-fields.tsx";
import { FoldedGroup, Group } from "./group.tsx";
import { MarksHelp } from "./marks-help.tsx";
import type { TypedEssay } from "./typed-essay.ts";

/** The ids of the form's fields begin with it. */
export const WRITE_FORM = "write";

export interface EssayFieldsProps {
  typed: TypedEssay;
  faults: readonly Fault[];
  /** Tags in use, to tick. */
  tagsInUse: readonly string[];
}

interface Props extends EssayFieldsProps {
  /** Stands between what it is and the parts that are folded: the name. */
  children: ReactNode;
}

/** All that is asked of an essay, the same when it is written and when it is changed. */
export function EssayFields({ children, ...fields }: Props) {
  return (
    <>
      <WordsGroup {...fields} />
      <WhatItIsGroup {...fields} />
      {children}
      <div className="folded-groups">
        <AnswersGroup {...fields} />
        <FoundFields {...fields} form={WRITE_FORM} />
        <WorksGroup {...fields} />
        <ElsewhereGroup {...fields} />
      </div>
    </>
  );
}

function WordsGroup({ typed, faults }: EssayFieldsProps) {
  const { write } = words();
  return (
    <Group id="write-words" title={write.words}>
      <LineField
        form={WRITE_FORM}
        name="title"
        label={write.titleField}
        value={typed.title}
        fault={faultOf(faults, "title")}
      />
      <TextField
        form={WRITE_FORM}
        name="body"
        label={write.body}
        hint={write.bodyHint}
        rows={18}
        value={typed.body}
        fault={faultOf(faults, "body")}
      />
      <MarksHelp />
    </Group>
  );
}

function WhatItIsGroup({ typed, faults }: EssayFieldsProps) {
  const { reply, write } = words();
  const usual = typed.lead === "debate" ? "debate" : "experience";
  const more =
    typed.standing !== "" ||
    typed.standpoint !== "" ||
    typed.perspective.some((one) => one !== usual) ||
    ["perspective", "standing", "standpoint"].some((field) => faultOf(faults, field) !== null);
  return (
    <Group id="write-what" title={write.whatItIs}>
      <ChoiceGroup id={`${WRITE_FORM}-lead`} legend={write.lead} fault={faultOf(faults, "lead")}>
        {(["story", "debate"] as const).map((lead) => (
          <Choice
            key={lead}
            id={`${WRITE_FORM}-lead-${lead}`}
            type="radio"
            name="lead"
            value={lead}
            kind={lead === "story" ? "experience" : "debate"}
            checked={typed.lead === lead}
            label={write.leads[lead]}
            more={write.leadMore[lead]}
          />
        ))}
      </ChoiceGroup>
      <LineField
        form={WRITE_FORM}
        name="note"
        label={write.note}
        aside={reply.optional}
        hint={write.noteHint}
        value={typed.note}
        fault={faultOf(faults, "note")}
      />
      <details className="plain" open={more}>
        <summary>
          {write.speaksFrom} <span className="soft">({reply.optional})</span>
        </summary>
        <div className="group-fields">
          <Perspectives
            form={WRITE_FORM}
            typed={typed}
            faults={faults}
            hint={write.speaksFromHint}
          />
          <PartOfIt form={WRITE_FORM} typed={typed} faults={faults} />
        </div>
      </details>
    </Group>
  );
}

function AnswersGroup({ typed, faults }: EssayFieldsProps) {
  const { write } = words();
  const fault = faultOf(faults, "reply_mode");
  return (
    <FoldedGroup
      title={write.answers}
      now={write.answersChosen[typed.reply_mode]}
      open={typed.reply_mode !== "open" || fault !== null}
    >
      <ChoiceGroup id={`${WRITE_FORM}-reply_mode`} legend={write.answers} fault={fault}>
        {(["open", "support", "closed"] as const).map((mode) => (
          <Choice
            key={mode}
            id={`${WRITE_FORM}-reply_mode-${mode}`}
            type="radio"
            name="reply_mode"
            value={mode}
            checked={typed.reply_mode === mode}
            label={write.replyModes[mode]}
            more={write.replyModeMore[mode]}
          />
        ))}
      </ChoiceGroup>
    </FoldedGroup>
  );
}

function WorksGroup({ typed, faults }: EssayFieldsProps) {
  const { reply, write } = words();
  const fault = faultOf(faults, "works_cited");
  return (
    <FoldedGroup
      title={write.works}
      now={reply.optional}
      open={typed.works_cited !== "" || fault !== null}
    >
      <TextField
        form={WRITE_FORM}
        name="works_cited"
        label={write.worksField}
        hint={write.worksHint}
        rows={5}
        value={typed.works_cited}
        fault={fault}
      />
    </FoldedGroup>
  );
}

function ElsewhereGroup({ typed, faults }: EssayFieldsProps) {
  const { reply, write } = words();
  const fields = [
    ["original_author", write.originalAuthor, write.originalAuthorHint],
    ["source", write.source, write.sourceHint],
    ["licence", write.licence, write.licenceHint],
  ] as const;
  const open = fields.some(([name]) => typed[name] !== "" || faultOf(faults, name) !== null);
  return (
    <FoldedGroup title={write.elsewhere} now={reply.optional} open={open}>
      <p className="soft">{write.elsewhereHint}</p>
      {fields.map(([name, label, hint]) => (
        <LineField
          key={name}
          form={WRITE_FORM}
          name={name}
          label={label}
          hint={hint}
          value={typed[name]}
          fault={faultOf(faults, name)}
        />
      ))}
    </FoldedGroup>
  );
}
