import { words } from "#app/words/words.ts";
import { HiddenFields } from "../forms/field.tsx";
import { type ScheduledEntry, ScheduledList } from "../later/scheduled-list.tsx";
import { NoKey } from "./inbox-list.tsx";
import { type NameLink, NameRow } from "./name-row.tsx";

export interface DraftEntry {
  id: string;
  /** What it is: an answer to an essay, or an essay. */
  heading: string;
  /** Follows "Throw it away", for the ear. */
  of: string;
  savedOn: string;
  firstLines: string;
  /** The page that comes back filled with it. */
  href: string;
  /** It was to become public later, and could not. */
  returned?: boolean;
}

interface Props {
  /** `null`: no key is open in this browser. */
  drafts: readonly DraftEntry[] | null;
  /** What becomes public within a day. */
  scheduled?: readonly ScheduledEntry[];
  hidden: readonly { name: string; value: string }[];
  /** The names of whoever is signed in, each with drafts of its own; null: nobody is. */
  names: readonly NameLink[] | null;
  /** The address of this very list. */
  at: string;
}

/** `/drafts`. Intent: `drop` with `draft`; those of ScheduledList beside it. */
export function DraftsPage({ drafts, scheduled = [], hidden, names, at }: Props) {
  const { later, own } = words();
  const say = own.drafts;
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      <NameRow names={names} />
      <ScheduledList scheduled={scheduled} hidden={hidden} at={at} />
      {drafts === null ? (
        <NoKey title={say.noKeyTitle} text={say.noKeyText} />
      ) : drafts.length === 0 && scheduled.length > 0 ? null : drafts.length === 0 ? (
        <>
          <h2>{say.emptyTitle}</h2>
          <p>{names === null ? say.emptyText : say.emptyTextOfName}</p>
        </>
      ) : (
        <>
          <p>{names === null ? say.intro : say.introOfName}</p>
          <ol className="entries">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <h2>
                  <a href={draft.href}>{draft.heading}</a>
                </h2>
                {draft.returned === true && <p>{later.returned}</p>}
                <p className="first-lines" dir="auto">
                  {draft.firstLines}
                </p>
                <form method="post" action={at} className="inline">
                  <HiddenFields fields={[...hidden, { name: "draft", value: draft.id }]} />
                  <span className="soft">{say.savedOn(draft.savedOn)}</span>
                  <button type="submit" className="button plain-button" name="intent" value="drop">
                    {say.drop}
                    <span className="for-ears">{draft.of}</span>
                  </button>
                </form>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
