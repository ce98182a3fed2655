import { words } from "#app/words/words.ts";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { PausedNotice, type ShownPause } from "./paused-notice.tsx";

interface PenName {
  id: string;
  name: string;
  description: string;
  retired: boolean;
  /** In words; null: it is not. */
  pausedUntil: string | null;
}

/** What was just done. */
export type NameDone = "made" | "described" | "retired" | "back" | "usual";

interface Props {
  /** The oldest first. */
  names: readonly PenName[];
  /** The id of the name that usually speaks, or `thread`. */
  usual: string;
  /** Why no more can be made, in a sentence; null: they can. */
  full: string | null;
  pause: ShownPause | null;
  done: NameDone | null;
  /** What was typed and could not be kept; `id` is empty where it was a new name. */
  typed: { id: string; text: string } | null;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/names`. Intents: `make` with `name`; `describe`, `retire`, `back` with `id`; `usual`. */
export function NamesPage(props: Props) {
  const { names, pause, done, faults, typed } = props;
  const say = words().penNames;
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      {done !== null && <p role="status">{say.done[done]}</p>}
      <FaultSummary title={say.faultsTitle} faults={faults} form={formOf(typed?.id ?? "")} />
      <PausedNotice pause={pause} />
      <p>{say.unlinked}</p>
      <ul className="entries">
        {names.map((name) => (
          <Entry key={name.id} name={name} page={props} />
        ))}
      </ul>
      <Making {...props} />
      <Usual {...props} />
      <p>
        <a href="/settings">{words().settings.back}</a>
      </p>
    </div>
  );
}

function formOf(id: string): string {
  return id === "" ? "new" : `name-${id}`;
}

function Entry({ name, page }: { name: PenName; page: Props }) {
  const say = words().penNames;
  const isTyped = page.typed?.id === name.id;
  const marks = [
    name.retired && say.retiredMark,
    page.usual === name.id && say.usualMark,
    name.pausedUntil !== null && say.pausedMark(name.pausedUntil),
  ].filter((mark) => mark !== false);
  return (
    <li>
      <h2>
        <bdi>{name.name}</bdi>
      </h2>
      <p className="soft">
        {marks.map((mark) => `${mark} · `)}
        <a href={`/people/${encodeURIComponent(name.name)}`}>
          {say.page}
          <span className="for-ears">: {name.name}</span>
        </a>
      </p>
      {name.description !== "" && (
        <p>
          <bdi>{name.description}</bdi>
        </p>
      )}
      <details className="plain" open={isTyped}>
        <summary>
          <span className="for-ears">{name.name}: </span>
          {name.retired ? say.bring : say.change}
        </summary>
        {!name.retired && <Describing {...{ name, page }} />}
        <Retiring {...{ name, page }} />
      </details>
    </li>
  );
}

function fieldsOf(page: Props, name: PenName) {
  return [...page.hidden, { name: "id", value: name.id }];
}

function Describing({ name, page }: { name: PenName; page: Props }) {
  const say = words().penNames;
  const isTyped = page.typed?.id === name.id;
  return (
    <form method="post" action="/settings/names" id={`describe-${name.id}`}>
      <HiddenFields fields={fieldsOf(page, name)} />
      <LineField
        form={formOf(name.id)}
        name="description"
        label={say.description}
        hint={say.descriptionHint}
        value={isTyped ? (page.typed?.text ?? "") : name.description}
        fault={isTyped ? faultOf(page.faults, "description") : null}
      />
      <div className="send">
        <button type="submit" className="button" name="intent" value="describe">
          {say.save}
          <span className="for-ears">: {name.name}</span>
        </button>
      </div>
    </form>
  );
}

function Retiring({ name, page }: { name: PenName; page: Props }) {
  const say = words().penNames;
  return (
    <form method="post" action="/settings/names" id={`retire-${name.id}`}>
      <HiddenFields fields={fieldsOf(page, name)} />
      <div className="send">
        <button
          type="submit"
          className="button quiet"
          name="intent"
          value={name.retired ? "back" : "retire"}
        >
          {name.retired ? say.bringBack : say.retire}
          <span className="for-ears">: {name.name}</span>
        </button>
        <p className="soft">{name.retired ? say.bringBackMore : say.retireMore}</p>
      </div>
    </form>
  );
}

function Making({ full, typed, faults, hidden }: Props) {
  const say = words().penNames;
  const isTyped = typed?.id === "";
  return (
    <section>
      <h2>{say.makeTitle}</h2>
      {full !== null && !isTyped ? (
        <p>{full}</p>
      ) : (
        <form method="post" action="/settings/names">
          <HiddenFields fields={hidden} />
          <LineField
            form={formOf("")}
            name="name"
            label={say.name}
            hint={say.nameHint}
            value={isTyped ? typed.text : ""}
            fault={isTyped ? faultOf(faults, "name") : null}
          />
          <div className="send">
            <button type="submit" className="button" name="intent" value="make">
              {say.make}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function Usual({ names, usual, hidden }: Props) {
  const say = words().penNames;
  return (
    <section>
      <h2>{say.usualTitle}</h2>
      <form method="post" action="/settings/names">
        <HiddenFields fields={hidden} />
        <ChoiceGroup id="usual" legend={say.usualLegend} fault={null}>
          {names
            .filter(({ retired }) => !retired)
            .map(({ id, name }) => (
              <Choice
                key={id}
                id={`usual-${id}`}
                type="radio"
                name="usual"
                value={id}
                checked={usual === id}
                label={<bdi>{name}</bdi>}
              />
            ))}
          <Choice
            id="usual-thread"
            type="radio"
            name="usual"
            value="thread"
            checked={usual === "thread"}
            label={say.usualThread}
            more={say.usualThreadMore}
          />
        </ChoiceGroup>
        <div className="send">
          <button type="submit" className="button quiet" name="intent" value="usual">
            {say.usualSave}
          </button>
        </div>
      </form>
    </section>
  );
}
