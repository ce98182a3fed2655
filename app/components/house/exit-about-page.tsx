import { words } from "#app/words/words.ts";

/** `/exit/about`: what leaving by one tap can't hide. */
export function ExitAboutPage({ exitTo }: { exitTo: string }) {
  const { exitAbout } = words().house;
  return (
    <div className="page house">
      <h1>{exitAbout.title}</h1>
      <p>{exitAbout.what(hostOf(exitTo))}</p>
      <h2>{exitAbout.cannotTitle}</h2>
      <ul>
        {exitAbout.cannot.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2>{exitAbout.canTitle}</h2>
      <ul>
        {exitAbout.can.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <a href="/key">{exitAbout.keyLink}</a>
      </p>
    </div>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
