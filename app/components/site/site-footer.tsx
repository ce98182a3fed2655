import { words } from "#app/words/words.ts";

/** The last line of every page. */
export function SiteFooter() {
  const { fronts, site } = words();
  const links = [
    ["/write", site.write],
    ["/tags", fronts.tags],
    ["/help", site.help],
    ["/about", site.about],
    ["/promises", site.promises],
    ["/moderation/log", site.log],
    ["/key", site.key],
    ["/inbox", site.inbox],
    ["/join", site.join],
    ["/sign-in", site.signIn],
    ["/settings", site.settings],
    ["/exit/about", site.exitAbout],
  ] as const;
  return (
    <footer className="bottom">
      <nav aria-label={site.footerLabel}>
        <ul>
          {links.map(([href, name]) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
