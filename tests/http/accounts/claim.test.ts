import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firsthand } from "#tests/support/command.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { joinedMember } from "#tests/support/member.ts";
import { publishAsGuest } from "#tests/support/publishing.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";
import { wxr } from "#tests/support/wxr.ts";
import { fileOf } from "#tests/support/wxr-file.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const reader = () => new Visitor(server.origin);
const jsonOf = async (slug: string) => (await reader().get(`/essays/${slug}.json`)).text;

/** The essay of somebody who is not in this story. */
async function essayOf(title: string): Promise<string> {
  return (await publishAsGuest(reader(), { title })).slug;
}

/** A guest with words in two threads under one key, kept on the device. */
async function guestInTwoThreads() {
  const [one, two] = [await essayOf("On kettles"), await essayOf("On keys")];
  const visitor = reader();
  const first = await postAsGuest(visitor, one, { body: "The first words.", name: "Amber Finch" });
  const { key } = first;
  const named = { body: "The second words.", name: "Grey Lamp", key };
  const second = await postAsGuest(visitor, two, named);
  const use = await visitor.get("/key");
  await visitor.submit(use, { intent: "use", fields: { key, keep: "1" } });
  return { one, two, key, code: first.code, first: first.id, second: second.id, device: visitor };
}

/** The field that chooses a name for the thread of that title. */
function selectFor({ document }: Page, title: string): HTMLSelectElement {
  const all = [...document.querySelectorAll<HTMLLIElement>(".entries > li")];
  const select = all.find((one) => one.textContent?.includes(title))?.querySelector("select");
  if (!select) throw new Error(`no choice for ${title}`);
  return select;
}

function optionFor(select: Element, label: string): string {
  const options = [...select.querySelectorAll("option")];
  const found = options.find(({ textContent }) => textContent?.includes(label));
  if (!found) throw new Error(`no choice ${label}`);
  return found.value;
}

describe("taking up what was written with a key, without a script", () => {
  it("leaves one thread as it is, puts a pen name over the other, and ends the key", async () => {
    const guest = await guestInTwoThreads();
    const { one, two, key } = guest;
    const before = await jsonOf(one);
    const page = await reader().get(`/essays/${one}`);
    const { visitor } = await joinedMember(server, { name: "Slow River" });

    const form = await visitor.get("/settings/claim");
    expect(form.headers.get("cache-control")).toBe("private, no-store");
    const typed = key.toLowerCase().replaceAll("-", " ");
    const choose = await visitor.submit(form, { intent: "look", fields: { keys: typed } });
    expect(choose.status).toBe(200);
    expect(choose.text).toContain("Amber Finch");
    expect(choose.text).toContain("Grey Lamp");
    const select = selectFor(choose, "On keys");
    const sent = visitor.fill(choose, {
      intent: "take",
      fields: { [select.name]: optionFor(select, "Slow River") },
    });
    const taken = await visitor.post(sent.action, sent.body);
    expect(taken.status).toBe(200);
    expect(taken.text).toContain("1 thread keeps its name.");
    expect(taken.text).toContain("1 thread stands under your pen name.");
    // The answer was lost, and the form is sent again.
    const again = await visitor.post(sent.action, sent.body);
    expect(again.status).toBe(200);
    expect(again.text).toContain("1 thread stands under your pen name.");

    expect(await jsonOf(one)).toBe(before);
    const same = await reader().get(`/essays/${one}`);
    expect(same.headers.get("etag")).toBe(page.headers.get("etag"));
    const other = await jsonOf(two);
    expect(other).toContain('"name":"Slow River","kind":"pen name"');
    expect(other).not.toContain("Grey Lamp");
    expect(other).not.toContain('edited":"20');

    // The key and its code are dead, and so is the device that kept it.
    const keyPage = await reader().get("/key");
    expect((await reader().submit(keyPage, { intent: "use", fields: { key } })).status).toBe(422);
    const takeBack = await reader().get(`/comments/${guest.first}/take-back`);
    const tried = { intent: "take-back", fields: { key: guest.code } };
    expect((await reader().submit(takeBack, tried)).status).toBe(403);
    expect((await guest.device.get("/inbox")).text).not.toContain("The first words.");

    // From the account both are changed, each under its own name.
    for (const [id, slug] of [
      [guest.first, one],
      [guest.second, two],
    ]) {
      const edit = await visitor.get(`/comments/${id}/edit`);
      await visitor.submit(edit, { intent: "save", fields: { body: `Better words of ${slug}.` } });
      expect(await jsonOf(slug ?? "")).toContain(`Better words of ${slug}.`);
    }
    expect(await jsonOf(one)).toContain('"name":"Amber Finch","kind":"thread name"');
  });

  it("tells each wrong line at the field, and loses nothing that was typed", async () => {
    const { key, code } = await guestInTwoThreads();
    const { visitor } = await joinedMember(server, { name: "Oak Ferry" });
    const form = await visitor.get("/settings/claim");
    const keys = `${key}\n${code}\nnothing`;
    const told = await visitor.submit(form, { intent: "look", fields: { keys } });
    expect(told.status).toBe(422);
    expect(told.document.querySelector("#claim-keys-keys")?.textContent).toBe(keys);
    expect(told.text).toContain("Line 2 is a take-back code");
    expect(told.text).toContain("Line 3 can’t be a key");
  });

  it("offers the key that the device keeps, and forgets it with the key", async () => {
    const { device, key } = await guestInTwoThreads();
    const member = await joinedMember(server, { name: "Tidewater" });
    for (const [name, value] of device.cookies) {
      if (!member.visitor.cookies.has(name)) member.visitor.cookies.set(name, value);
    }
    const form = await member.visitor.get("/settings/claim");
    expect(form.html).not.toContain(key);
    const choose = await member.visitor.submit(form, { intent: "device" });
    expect(choose.text).toContain("Grey Lamp");
    await member.visitor.submit(choose, { intent: "take", fields: { all: "stay" } });
    expect(member.visitor.cookies.has("firsthand-device")).toBe(false);
    const later = await member.visitor.get("/settings/claim");
    expect(later.document.querySelector('button[value="device"]')).toBeNull();
    expect(later.text).toContain("Thread names you have taken up");
    const select = selectFor(later, "On kettles");
    const name = { intent: "name", fields: { [select.name]: optionFor(select, "Tidewater") } };
    expect((await member.visitor.submit(later, name)).text).toContain("stands under your pen name");
  });

  it("is for members alone", async () => {
    const page = await reader().get("/settings/claim");
    expect(page.address).toBe("/sign-in?to=%2Fsettings%2Fclaim");
  });
});

describe("a name of the old blog", () => {
  it("is asked for, confirmed by the operator, and changed by its writer", async () => {
    const comments = [
      { id: 1, name: "Wren", text: "What Wren wrote." },
      { id: 2, name: "Ned", text: "What Ned wrote." },
    ];
    const file = await fileOf(wxr([{ id: 7, title: "Old post", comments }]));
    expect(await firsthand(server, "import", "wordpress", file)).toMatchObject({ code: 0 });
    expect((await firsthand(server, "claims")).out).toContain("Nobody waits");

    const { visitor } = await joinedMember(server, { name: "Marsh Lantern" });
    const form = await visitor.get("/settings/claim");
    const wrong = await visitor.submit(form, { intent: "ask", fields: { imported: "Wrenn" } });
    expect(wrong.status).toBe(422);
    expect(wrong.document.querySelector("#claim-imported-imported")?.getAttribute("value")).toBe(
      "Wrenn",
    );
    const asked = await visitor.submit(form, { intent: "ask", fields: { imported: "Wren" } });
    expect(asked.address).toBe("/settings/claim#claim-names");
    const code = asked.document.querySelector("#claim-names code")?.textContent ?? "";

    const list = await firsthand(server, "claims");
    expect(list.out).toContain(`${code}  Wren`);
    expect(list.out).toContain("0 essays and 1 comment");
    expect(list.out).not.toContain("Marsh Lantern");
    expect(await firsthand(server, "claims", "accept", "nobody")).toMatchObject({ code: 1 });
    expect(await firsthand(server, "claims", "accept")).toMatchObject({ code: 2 });
    const accepted = await firsthand(server, "claims", "accept", code);
    expect(accepted).toMatchObject({ code: 0, err: "" });
    expect(await firsthand(server, "claims", "decline", code)).toMatchObject({ code: 1 });

    expect((await visitor.get("/settings/claim")).text).toContain("Wren: it is yours");
    const thread = await reader().get("/essays/old-post");
    const mine = thread.document.querySelector('article[data-depth="1"]');
    const id = mine?.id.replace("comment-", "") ?? "";
    expect(mine?.textContent).toContain("What Wren wrote.");
    const edit = await visitor.get(`/comments/${id}/edit`);
    await visitor.submit(edit, { intent: "save", fields: { body: "What Wren writes now." } });
    expect((await reader().get("/essays/old-post")).text).toContain("What Wren writes now.");
    const answer = await visitor.get("/essays/old-post/reply");
    const offered = answer.document.querySelector('input[name="as"]:checked')?.closest("label");
    expect(offered?.textContent).toBe(
      "Wren your name on the old blog, the same in all its threads",
    );
    // Its writer is known: it can be said to be one's own with a lost key, not as a stranger's.
    expect((await reader().get(`/comments/${id}/my-words`)).status).toBe(404);
    expect((await reader().get("/moderation/log")).text).toContain(
      "Gave an old name to its writer",
    );
  });
});
