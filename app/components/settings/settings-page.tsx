import { words } from "#app/words/words.ts";
import { PausedNotice, type ShownPause } from "./paused-notice.tsx";

interface Props {
  /** Pen names that speak. */
  names: readonly string[];
  pause: ShownPause | null;
}

/** `/settings`: one's names, and the way to everything else. */
export function SettingsPage({ names, pause }: Props) {
  const say = words().settings;
  const sections = [
    ["/settings/names", say.sectionNames, say.sectionNamesMore],
    ["/settings/passphrase", say.sectionPassphrase, say.sectionPassphraseMore],
    ["/settings/passkeys", say.sectionPasskeys, say.sectionPasskeysMore],
    ["/settings/codes", say.sectionCodes, say.sectionCodesMore],
    ["/settings/sessions", say.sectionSessions, say.sectionSessionsMore],
    ["/settings/claim", say.sectionClaim, say.sectionClaimMore],
    ["/settings/take-out", say.sectionTakeOut, say.sectionTakeOutMore],
    ["/settings/take-back", say.sectionTakeBack, say.sectionTakeBackMore],
    ["/settings/leave", say.sectionLeave, say.sectionLeaveMore],
  ] as const;
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      <PausedNotice pause={pause} />
      <p>{say.intro}</p>
      <section>
        <h2>{say.names}</h2>
        {names.length === 0 ? (
          <p>{say.noNames}</p>
        ) : (
          <ul className="plain-list">
            {names.map((name) => (
              <li key={name}>
                <a href={`/people/${encodeURIComponent(name)}`}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{say.sections}</h2>
        <ul className="plain-list">
          {sections.map(([href, name, more]) => (
            <li key={href}>
              <a href={href}>{name}</a> <span className="soft">{more}</span>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <a href="/inbox">{say.inbox}</a>
        {" · "}
        <a href="/drafts">{say.drafts}</a>
        {" · "}
        <a href="/sign-out">{say.signOut}</a>
      </p>
    </div>
  );
}
