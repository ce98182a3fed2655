import { commentsToAnswer, essayToAnswer } from "#db/queries/comments-writing.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { findKeyList } from "../identity/key-list.ts";
import { chooseName } from "./naming.ts";
import { hasVisible, keyNeeded, type PostForm, pauseFaults, renderBody, whoPosts } from "./post.ts";
import { cleanForm, placeFaults, whyWaits, wordFaults } from "./rules.ts";
import type { Fault, Preview } from "./types.ts";

/**
 * Shows what posting this form would give: the text, the name, the faults. Writes nothing.
 *
 * @throws DomainError notFound: there is no such essay
 */
export async function previewComment(house: House, sent: PostForm): Promise<Preview> {
  const form = cleanForm(sent);
  const { essayId, parentId } = form;
  const { read } = house.store;
  const essay = await essayToAnswer(read, { essayId }).executeTakeFirst();
  if (!essay) throw new DomainError("notFound", "no such essay");
  const faults: Fault[] = wordFaults(form);
  const text = await renderBody(house, { body: form.body, scope: "preview", faults });
  const ids = parentId === null ? form.addresses : [parentId, ...form.addresses];
  const comments = await commentsToAnswer(read, { essayId, ids }).execute();
  faults.push(...placeFaults(form, { essay, comments }));
  const html = text.ok ? text.rendered.html : "";
  const blank = { html, name: form.name ?? "", nameIsKept: false, willWait: false };
  const who = await whoPosts(house, form);
  if (!who.ok) return { ...blank, faults: [...faults, ...who.faults] };
  const { key, nonce } = who;
  const { speaker } = form;
  const named = await chooseName(read, house, { essay, key, nonce, typed: form.name, speaker });
  if (!named.ok) faults.push(named.fault);
  const list = await findKeyList(read, house.secrets, key);
  faults.push(...keyNeeded(list, who), ...(await pauseFaults(read, house, { key, speaker })));
  const wait = whyWaits({
    guests: house.settings.guests,
    known: list !== null && (await hasVisible(read, house, { key, list })),
    trusted: form.trusted === true,
    links: text.ok ? text.rendered.links : 0,
  });
  return {
    html,
    name: named.ok ? named.name : (form.name ?? ""),
    nameIsKept: named.ok && named.kept !== null,
    willWait: wait !== null,
    faults,
  };
}
