import { claim } from "./en/claim.ts";
import { codes } from "./en/codes.ts";
import { commands } from "./en/commands.ts";
import { conversations } from "./en/conversations.ts";
import { dataHeld } from "./en/data-held.ts";
import { demo } from "./en/demo.ts";
import { environment } from "./en/environment.ts";
import { exchange } from "./en/exchange.ts";
import { feeds } from "./en/feeds.ts";
import { fronts } from "./en/fronts.ts";
import { house } from "./en/house.ts";
import { importing } from "./en/importing.ts";
import { join } from "./en/join.ts";
import { later } from "./en/later.ts";
import { leaving } from "./en/leaving.ts";
import { moderation } from "./en/moderation.ts";
import { names } from "./en/names.ts";
import { own } from "./en/own.ts";
import { passkeys } from "./en/passkeys.ts";
import { passphrase } from "./en/passphrase.ts";
import { pause } from "./en/pause.ts";
import { penNames } from "./en/pen-names.ts";
import { recover } from "./en/recover.ts";
import { reply } from "./en/reply.ts";
import { revealing } from "./en/revealing.ts";
import { secretFile } from "./en/secret-file.ts";
import { server } from "./en/server.ts";
import { sessions } from "./en/sessions.ts";
import { settings } from "./en/settings.ts";
import { signIn } from "./en/sign-in.ts";
import { site } from "./en/site.ts";
import { siteFile } from "./en/site-file.ts";
import { speaking } from "./en/speaking.ts";
import { takeOut } from "./en/take-out.ts";
import { text } from "./en/text.ts";
import { thread } from "./en/thread.ts";
import { write } from "./en/write.ts";

/** English, composed of one file a subject. */
export const en = {
  claim,
  codes,
  commands,
  conversations,
  dataHeld,
  demo,
  environment,
  exchange,
  feeds,
  fronts,
  house,
  importing,
  join,
  leaving,
  later,
  moderation,
  names,
  own,
  passkeys,
  passphrase,
  pause,
  penNames,
  recover,
  reply,
  revealing,
  server,
  secretFile,
  sessions,
  settings,
  signIn,
  site,
  siteFile,
  speaking,
  takeOut,
  text,
  thread,
  write,
};
