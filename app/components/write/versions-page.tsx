import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { AskKey } from "../own/own-piece.tsx";
import { StoredHtml } from "../site/stored-html.tsx";
import { NoteFold } from "../thread/note-fold.tsx";

const FORM = "versions";

interface ShownVersion {
  version: number;
  title: string;
  html: string;
  /** The day on which a later one took its place. */
  replacedOn: string;
}

export interface VersionsPageProps {
  /** The essay's own address. */
  at: string;
  /** Empty where the essay is not public. */
  title: string;
  note: string | null;
  /** Those that readers may read, the newest first. */
  versions: readonly ShownVersion[];
  /** Has it a writer with a key? */
  keyed: boolean;
  /** For its writer: how many there are, and how many are open; null: no key has shown who asks. */
  own: { all: number; opened: number } | null;
  secretKey: string;
  /** What has just been done. */
  done: "show" | "hide" | "forget" | null;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/essays/:slug/versions`. Intents: `open` (with `key`), `show`, `hide`, `forget`. */
export function VersionsPage(props: VersionsPageProps) {
  const { at, title, note, versions } = props;
  const { versions: say } = words().write;
  return (
    <div className="page house versions-page">
      <h1>{say.title}</h1>
      {title !== "" && (
        <p>
          {say.of} <a href={at}>{<bdi>{title}</bdi>}</a>. {say.newest}
        </p>
      )}
      {versions.length === 0 ? (
        <>
          <h2>{say.emptyTitle}</h2>
          <p>{say.emptyText}</p>
        </>
      ) : (
        versions.map((version) => (
          <article key={version.version} className="version">
            <h2>{say.until(version.replacedOn)}</h2>
            <details className="plain">
              <summary>
                <bdi>{version.title}</bdi>
              </summary>
              <NoteFold note={note}>
                <StoredHtml className="words" html={version.html} />
              </NoteFold>
            </details>
          </article>
        ))
      )}
      {props.keyed && <Own {...props} />}
    </div>
  );
}

/** For whoever wrote it. */
function Own({ at, own, secretKey, done, faults, hidden }: VersionsPageProps) {
  const { keyPage } = words().own;
  const { versions: say } = words().write;
  return (
    <section className="versions-own" aria-labelledby="versions-mine">
      <h2 id="versions-mine">{say.mine}</h2>
      <FaultSummary title={say.faultsTitle} faults={faults} form={FORM} />
      {done !== null && <p role="status">{say.done[done]}</p>}
      <p className="soft">{say.mineText}</p>
      <form method="post" action={`${at}/versions`}>
        <HiddenFields fields={hidden} />
        {own === null ? (
          <>
            <AskKey form={FORM} at={at} orCode={false} faults={faults} />
            <div className="send">
              <button type="submit" className="button" name="intent" value="open">
                {keyPage.useButton}
              </button>
            </div>
          </>
        ) : own.all === 0 ? (
          <p>{say.none}</p>
        ) : (
          <>
            <HiddenFields fields={[{ name: "key", value: secretKey }]} />
            <p>{say.opened(own.opened, own.all)}</p>
            <div className="send">
              {own.opened < own.all && (
                <button type="submit" className="button" name="intent" value="show">
                  {say.show}
                </button>
              )}
              {own.opened > 0 && (
                <button type="submit" className="button" name="intent" value="hide">
                  {say.hide}
                </button>
              )}
              <button type="submit" className="button quiet" name="intent" value="forget">
                {say.forget}
              </button>
            </div>
            <p className="soft">{say.forgetMore}</p>
          </>
        )}
      </form>
    </section>
  );
}
