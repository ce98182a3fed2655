import type { SiteSettings } from "#app/domain/settings.ts";
import { words } from "#app/words/words.ts";

/** `/about`: what this place is, who runs it, and how names, keys and moderation work today. */
export function AboutPage({
  settings,
}: {
  settings: Pick<SiteSettings, "name" | "runBy" | "contact" | "guests">;
}) {
  const { about } = words().house;
  return (
    <div className="page house">
      <h1>{about.title}</h1>
      <p className="intro">{about.lead(settings.name)}</p>
      <h2>{about.twoTitle}</h2>
      <p>{about.two}</p>
      <p>{about.guess}</p>
      <p>{about.wish}</p>
      <h2>{about.namesTitle}</h2>
      <p>{about.names}</p>
      <h2>{about.keysTitle}</h2>
      <p>{about.keys}</p>
      <p>{about.takeBack}</p>
      <p>
        <a href="/key">{about.keysLink}</a>
      </p>
      <h2>{about.rulesTitle}</h2>
      <ul>
        {about.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <h2>{about.moderationTitle}</h2>
      <p>{about.moderation}</p>
      <p>{about.moderationWaits[settings.guests]}</p>
      <p>
        <a href="/moderation/log">{about.logLink}</a>
      </p>
      <h2>{about.storedTitle}</h2>
      <p>{about.stored}</p>
      <p>
        <a href="/promises">{about.promisesLink}</a>
      </p>
      <h2>{about.notYetTitle}</h2>
      <p>{about.notYet}</p>
      <h2>{about.runTitle}</h2>
      <p dir="auto">{settings.runBy === "" ? about.runByNobody : settings.runBy}</p>
      {settings.contact !== "" && (
        <p>
          {about.contact} <Contact address={settings.contact} />
        </p>
      )}
    </div>
  );
}

/** A link or an email address as a link; a postal address as it is. */
function Contact({ address }: { address: string }) {
  if (/^https?:\/\/\S+$/.test(address)) return <a href={address}>{address}</a>;
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return <a href={`mailto:${address}`}>{address}</a>;
  return <bdi>{address}</bdi>;
}
