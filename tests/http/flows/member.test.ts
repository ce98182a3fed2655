import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { joinedMember, signIn } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

/** Flows 2 and 3 of product.md with an account, without JavaScript. */
let server: TestServer;
let store: Store;
beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "kettle" });
  await seedEssay(store, { id: "lamp" });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** The words of the button that sends, for the name that is chosen. */
function buttonOf(page: Page, intent: string): string {
  const chosen = page.document.querySelector('input[name="as"]:checked');
  const place = chosen?.getAttribute("data-place");
  const button = page.document.querySelector(`button[value="${intent}"]`);
  return button?.querySelector(`[data-place="${place}"]`)?.textContent ?? "";
}

/** The value of `as` that a form offers for a name. */
function asOf(page: Page, name: string): string {
  const labels = [...page.document.querySelectorAll("label.choice")];
  const label = labels.find((one) => one.querySelector("bdi")?.textContent === name);
  return label?.querySelector("input")?.getAttribute("value") ?? "";
}

it("answers under the pen name that the button says, goes on under it, and reads what came back", async () => {
  const { visitor } = await joinedMember(server, { name: "Quiet Heron" });
  const form = await visitor.get("/essays/kettle/reply");
  expect(buttonOf(form, "post")).toBe("Reply as Quiet Heron");
  const thread = await visitor.submit(form, { intent: "post", fields: { body: "I know it." } });
  expect(thread.address).toMatch(/^\/essays\/kettle#comment-/);
  const id = thread.address.split("#comment-")[1] ?? "";
  const article = thread.document.querySelector(`#comment-${id}`);
  expect(article?.querySelector('.name a[rel="author"]')?.textContent).toBe("Quiet Heron");
  expect(thread.html).not.toContain("secret-shown");

  const guest = new Visitor(server.origin);
  const answer = await guest.get(`/essays/kettle/reply?parent=${id}`);
  await guest.submit(answer, { intent: "post", fields: { body: "I hear you." } });
  const inbox = await visitor.get("/inbox");
  expect(inbox.text).toContain("I hear you.");
  const names = [...inbox.document.querySelectorAll(".name-row a")];
  expect(names.map((link) => link.textContent)).toEqual(["Quiet Heron", "Thread names"]);

  const edit = await visitor.get(`/comments/${id}/edit`);
  const changed = await visitor.submit(edit, { intent: "save", fields: { body: "I knew it." } });
  expect(changed.text).toContain("I knew it.");
  const stranger = await joinedMember(server, { name: "Sandpiper" });
  const theirs = await stranger.visitor.get(`/comments/${id}/edit`);
  expect(theirs.html).not.toContain("I knew it.</textarea>");
});

it("speaks under a thread name, is asked with it chosen the next time, and looks like a guest", async () => {
  const { visitor } = await joinedMember(server, { name: "Amber Finch" });
  const form = await visitor.get("/essays/lamp/reply");
  const fields = { as: "thread", name: "Slow River", body: "Under another name." };
  const preview = await visitor.submit(form, { intent: "preview", fields });
  expect(buttonOf(preview, "post")).toBe("Reply as Slow River");
  const thread = await visitor.submit(preview, { intent: "post" });
  const mine = thread.document.querySelector(`#${thread.address.split("#")[1]}`);
  const guest = new Visitor(server.origin);
  const guests = await guest.get("/essays/lamp/reply");
  await guest.submit(guests, { intent: "post", fields: { name: "Slow Water", body: "Too." } });
  const read = await new Visitor(server.origin).get("/essays/lamp");
  const shapes = [...read.document.querySelectorAll("article[data-depth]")].map((article) =>
    article.innerHTML
      .replace(/Slow (River|Water)|Slow%20\w+/g, "NAME")
      .replace(/[a-z2-9]{12}/g, "ID")
      .replace(/Under another name\.|Too\./g, "WORDS"),
  );
  expect(mine).not.toBeNull();
  expect(shapes).toHaveLength(2);
  expect(shapes[0]).toBe(shapes[1]);
  const again = await visitor.get("/essays/lamp/reply");
  expect(buttonOf(again, "post")).toBe("Reply as Slow River");
  expect(asOf(again, "Amber Finch")).not.toBe("");
  const elsewhere = await visitor.get("/essays/kettle/reply");
  expect(buttonOf(elsewhere, "post")).toBe("Reply as Amber Finch");
});

it("publishes, keeps a draft, and signs out; nobody else can go on with it", async () => {
  const { visitor, name } = await joinedMember(server, { name: "Marsh Warbler" });
  const form = await visitor.get("/write");
  const kept = await visitor.submit(form, {
    intent: "draft",
    fields: { title: "Later", body: "x" },
  });
  expect(kept.text).toContain("Only you can open them, signed in.");
  const link = kept.document.querySelector('a[href^="/write?draft="]')?.getAttribute("href") ?? "";
  const draft = await visitor.get(link);
  expect(buttonOf(draft, "publish")).toContain(name);
  const lead = { lead: "story", body: "It rained." };
  const essay = await visitor.submit(draft, { intent: "publish", fields: lead });
  expect(essay.address).toBe("/essays/later");
  expect(essay.document.querySelector('a[rel="author"]')?.textContent).toBe(name);
  const person = await new Visitor(server.origin).get("/people/Marsh%20Warbler");
  expect(person.text).toContain("Later");

  const out = await visitor.get("/sign-out");
  await visitor.submit(out, { intent: "sign-out" });
  expect((await visitor.get("/drafts")).document.querySelector(".name-row")).toBeNull();
  expect((await visitor.get("/essays/later/edit")).html).not.toContain("It rained.</textarea>");
  await signIn(visitor, { name });
  expect((await visitor.get("/essays/later/edit")).html).toContain("It rained.</textarea>");
});

it("keeps a draft and finds it at once in the list of the name that was to speak", async () => {
  const { visitor, name } = await joinedMember(server, { name: "Cedar Pitcher" });
  for (const address of ["/essays/kettle/reply", "/write"]) {
    const form = await visitor.get(address);
    const fields = { as: "thread", title: "Elsewhere", body: "Under another name." };
    const kept = await visitor.submit(form, { intent: "draft", fields });
    expect(kept.address).toBe("/drafts?name=thread");
    expect(kept.text).toContain("Under another name.");
    const later = { as: asOf(form, name), title: "By me", body: "Soon to be read.", later: "1" };
    const sent = await visitor.submit(form, {
      intent: address === "/write" ? "publish" : "post",
      fields: { ...later, ...(address === "/write" && { lead: "story" }) },
    });
    expect(sent.text).toContain("Soon to be read.");
    expect(sent.text).not.toContain("Under another name.");
  }
});

it("is asked again, with every word, where the chosen name is none of theirs", async () => {
  const { visitor } = await joinedMember(server, { name: "Grey Lamp" });
  const form = await visitor.get("/essays/kettle/reply");
  const fields = { as: "somebody-elses", body: "These words stay." };
  const back = await visitor.submit(form, { intent: "post", fields });
  expect(back.status).toBe(422);
  expect(back.document.querySelector("#reply-as-fault")?.textContent).toContain("Choose another");
  expect(back.html).toContain("These words stay.</textarea>");
});
