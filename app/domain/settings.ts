/** The site's own settings, as checked by `app/config/site-settings.ts` from `DATA_DIR/site.toml`. */
export interface SiteSettings {
  name: string;
  tagline: string;
  /** Who runs it, in plain words, for /about. */
  runBy: string;
  /** How to reach them: a postal or email address, or a link. Empty: not told. */
  contact: string;
  /** What may people without an account do? */
  guests: "open" | "first post waits" | "all wait";
  /** Where "Exit this page" leads. */
  exitTo: string;
  help: readonly HelpLine[];
}

export interface HelpLine {
  country: string;
  name: string;
  /** What it is for, in a few words ("anyone", "young people up to 25"). */
  who: string;
  hours: string;
  call: string;
  text: string;
  chat: string;
  peerRun: boolean;
  youth: boolean;
  maySendPolice: "yes" | "no" | "unknown";
  /** `YYYY-MM-DD`, or empty where nobody of this site has checked it yet. */
  checkedOn: string;
}
