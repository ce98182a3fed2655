// Answers in place: Reply opens its form under the comment, and what is sent stays in the page until
// it has arrived. Without this file the same links and forms lead to pages of their own.

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
const isReply = (form) => /\/essays\/[^/]+\/reply$/.test(new URL(form.action).pathname);

/** On the reply page there is nothing to stay in: its form is sent as ever. */
const thread = document.querySelector("section.comments");

/** The form at the end of the thread makes room while another is open: there is one form at a time. */
let aside = null;
let box = null;
/** What was typed into a form that made room for another one, or was closed. */
let typed = "";

function openBox(after) {
  close();
  box = document.createElement("div");
  box.className = "in-place";
  const end = document.querySelector("section.comments > section.answer");
  if (end) {
    aside = { form: end, place: document.createComment("") };
    end.replaceWith(aside.place);
  }
  after.after(box);
}

function close() {
  typed = box?.querySelector("textarea[name=body]")?.value || typed;
  box?.remove();
  aside?.place.replaceWith(aside.form);
  box = aside = null;
}

/** Shows what of a page belongs here: its form with the preview, or the key. False: nothing does. */
function show(page, after) {
  const found = page.querySelectorAll(".preview, .revealing, .reply-page .answer, .key-panel");
  if (found.length === 0) return false;
  if (!box || after)
    openBox(after ?? document.querySelector("section.answer").previousElementSibling);
  box.replaceChildren(...found);
  const form = box.querySelector("form[data-challenge]");
  if (form) {
    if (after && form.body.value === "") form.body.value = typed;
    typed = "";
    form.querySelector(".send").append(button(form.dataset.close, close));
    solve(form);
  }
  const first = box.querySelector(".faults a, .preview, .key-panel h1, textarea");
  first?.setAttribute("tabindex", first.matches("a, textarea") ? "0" : "-1");
  first?.focus();
  return true;
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button plain-button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

export function solve(form) {
  if (!globalThis.crypto?.subtle || !form?.dataset.challenge) return;
  const worker = new Worker("/enhance/work.js");
  worker.addEventListener("message", ({ data }) => {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "altcha", value: data });
    form.append(field);
    worker.terminate();
  });
  worker.postMessage(JSON.parse(form.dataset.challenge));
}

function say(form, words) {
  let line = form.querySelector("[role=status]");
  if (!line) {
    line = document.createElement("p");
    line.setAttribute("role", "status");
    form.querySelector(".send").before(line);
  }
  line.textContent = words ?? "";
}

/** The comment that is in a thread now and was not before, and answers the same. */
function fresh(page, parent) {
  const added = [...page.querySelectorAll("article[id^=comment-]")].filter(
    ({ id, dataset }) => dataset.parent === parent && !document.getElementById(id),
  );
  return added.at(-1)?.id;
}

async function send(form, pressed) {
  const body = new URLSearchParams(new FormData(form, pressed));
  say(form, form.dataset.sending);
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = parsed(await answer.text());
    if (answer.redirected) {
      const id =
        fresh(page, body.get("parent")) ??
        (body.get("comment") && `comment-${body.get("comment")}`);
      const to = `${answer.url}${id ? `#${id}` : ""}`;
      const here =
        new URL(to).pathname + new URL(to).search === location.pathname + location.search;
      location.assign(to);
      if (here) location.reload();
      return;
    }
    if (!show(page)) say(form, form.dataset.failed);
  } catch {
    say(form, form.dataset.failed);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

addEventListener("click", async (event) => {
  const link = event.target.closest?.("article a.reply");
  if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href);
    const page = parsed(await answer.text());
    if (!show(page, link.closest("article"))) location.assign(link.href);
  } catch {
    location.assign(link.href);
  }
});

addEventListener("submit", (event) => {
  const form = event.target;
  if (!thread || !isReply(form) || !form.dataset.sending) return;
  if (event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") !== "true") send(form, event.submitter);
});

solve(document.querySelector("form[data-challenge]"));
