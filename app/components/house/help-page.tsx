import type { HelpLine } from "#app/domain/settings.ts";
import { words } from "#app/words/words.ts";

/** `/help`: plain true words, and people to talk to now, by country. */
export function HelpPage({ lines }: { lines: readonly HelpLine[] }) {
  const { help } = words().house;
  const countries = [...new Set(lines.map((line) => line.country))];
  return (
    <div className="page house">
      <h1>{help.title}</h1>
      <p className="intro">{help.sayIt}</p>
      <h2>{help.truthTitle}</h2>
      <ul>
        {help.truths.map((truth) => (
          <li key={truth}>{truth}</li>
        ))}
      </ul>
      <h2 id="now">{help.nowTitle}</h2>
      {lines.length === 0 ? (
        <>
          <p>{help.none}</p>
          <p className="soft">{help.noneElsewhere}</p>
        </>
      ) : (
        <>
          <p>{help.nowText}</p>
          {countries.length > 1 && <Countries countries={countries} />}
          {countries.map((country, index) => (
            <section key={country} id={`country-${index + 1}`} className="country">
              <h3>{country}</h3>
              <ul className="help-lines">
                {lines
                  .filter((line) => line.country === country)
                  .map((line) => (
                    <li key={line.name}>
                      <Line line={line} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </>
      )}
      <p>{help.danger}</p>
    </div>
  );
}

function Countries({ countries }: { countries: readonly string[] }) {
  return (
    <nav aria-label={words().house.help.whichCountry}>
      <ul className="ways">
        {countries.map((country, index) => (
          <li key={country}>
            <a href={`#country-${index + 1}`}>{country}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Line({ line }: { line: HelpLine }) {
  const { help } = words().house;
  const kinds = [line.who, line.peerRun && help.peerRun, line.youth && help.youth].filter(
    (kind) => kind !== false && kind !== "",
  );
  return (
    <>
      <h4>{line.name}</h4>
      {kinds.length > 0 && <p className="soft">{kinds.join(" · ")}</p>}
      <dl>
        <Row name={help.call}>
          {line.call !== "" && <a href={`tel:${dialled(line.call)}`}>{line.call}</a>}
        </Row>
        <Row name={help.text}>{line.text}</Row>
        <Row name={help.chat}>{line.chat !== "" && <Chat address={line.chat} />}</Row>
        <Row name={help.hours}>{line.hours}</Row>
        <Row name={help.may}>
          <b>{help[line.maySendPolice]}</b>
        </Row>
      </dl>
      <p className="soft">
        {line.checkedOn === "" ? help.notChecked : help.checkedOn(line.checkedOn)}
      </p>
    </>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  if (children === "" || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Chat({ address }: { address: string }) {
  if (!/^https?:\/\/\S+$/.test(address)) return address;
  return (
    <a href={address} rel="noreferrer">
      {address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
    </a>
  );
}

/** A number as a telephone wants it: digits, and a plus at the beginning. */
function dialled(number: string): string {
  return number.replace(/(?!^\+)[^\d]/g, "");
}
