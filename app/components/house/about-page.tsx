import type { ReactNode } from "react";
import type { SiteSettings } from "#app/domain/settings.ts";
import { words } from "#app/words/words.ts";
import { HouseOutlineColumn, HouseOutlineFold } from "./house-outline.tsx";

interface Props {
  settings: Pick<SiteSettings, "name" | "runBy" | "contact" | "guests">;
}

/** The parts of the page in their order; each is also the anchor that leads to it. */
const PARTS = [
  "writing",
  "answers",
  "care",
  "names",
  "keys",
  "rules",
  "moderation",
  "kept",
  "engines",
  "who",
  "notYet",
  "begin",
] as const;

/** `/about`: what this place is, who runs it, and how names, keys and moderation work today. */
export function AboutPage({ settings }: Props) {
  const { about } = words().house;
  const parts = PARTS.map((id) => ({ id, title: about[id].title }));
  return (
    <div className="page reading">
      <HouseOutlineColumn title={about.outline} parts={parts} />
      <div className="house about">
        <h1>{about.title}</h1>
        <p className="intro">{about.lead(settings.name)}</p>
        <p>{about.free}</p>
        <HouseOutlineFold title={about.outline} parts={parts} />
        <Part id="writing" />
        <Part id="answers" />
        <Part id="care">
          <Ways
            ways={[
              ["/exit/about", about.care.exitLink],
              ["/help", about.care.helpLink],
            ]}
          />
        </Part>
        <Part id="names">
          <Ways ways={[["/join", about.names.link]]} />
        </Part>
        <Part id="keys">
          <Ways ways={[["/key", about.keys.link]]} />
        </Part>
        <Part id="rules">
          <ul>
            {about.rules.list.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Part>
        <Part id="moderation">
          <p>
            {about.moderation.waits[settings.guests]} {about.moderation.waiting}
          </p>
          <Ways ways={[["/moderation/log", about.moderation.link]]} />
        </Part>
        <Part id="kept">
          <Ways
            ways={[
              ["/promises", about.kept.link],
              ["/promises/data", about.kept.dataLink],
            ]}
          />
        </Part>
        <Part id="engines" />
        <Part id="who">
          <p dir="auto">{settings.runBy === "" ? about.who.nobody : settings.runBy}</p>
          {settings.contact !== "" && (
            <p>
              {about.who.contact} <Contact address={settings.contact} />
            </p>
          )}
        </Part>
        <Part id="notYet" />
        <Part id="begin">
          <Ways
            ways={[
              ["/stories", about.begin.stories],
              ["/debates", about.begin.debates],
              ["/write", about.begin.write],
            ]}
          />
        </Part>
      </div>
    </div>
  );
}

function Part({ id, children }: { id: (typeof PARTS)[number]; children?: ReactNode }) {
  const part = words().house.about[id];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{part.title}</h2>
      {"text" in part && part.text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      {children}
    </section>
  );
}

function Ways({ ways }: { ways: readonly (readonly [href: string, name: string])[] }) {
  return (
    <ul className="plain-list">
      {ways.map(([href, name]) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** A link or an email address as a link; a postal address as it is. */
function Contact({ address }: { address: string }) {
  if (/^https?:\/\/\S+$/.test(address)) return <a href={address}>{address}</a>;
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return <a href={`mailto:${address}`}>{address}</a>;
  return <bdi>{address}</bdi>;
}
