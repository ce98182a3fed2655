// Sends what is written from where it stands: where the line is lost, the words are still in the
// page. Without this file the same form is sent by the browser.
import { solve } from "./reply.js";

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

function say(form, words) {
  let line = form.querySelector("[role=status]");
  if (!line) {
    line = document.createElement("p");
    line.setAttribute("role", "status");
    form.querySelector(".send").before(line);
  }
  line.textContent = words ?? "";
}

/** Puts what came back into the place of what is there. False: it is no page of ours. */
function show(page) {
  const next = page.querySelector("main");
  if (!next) return false;
  document.querySelector("main").replaceWith(next);
  document.title = page.title;
  solve(next.querySelector("form[data-challenge]"));
  const first = next.querySelector(".faults, .essay-preview h2, .key-panel h1, h1");
  first?.setAttribute("tabindex", "-1");
  first?.focus();
  first?.scrollIntoView();
  return true;
}

async function send(form, pressed) {
  const body = new URLSearchParams(new FormData(form, pressed));
  say(form, form.dataset.sending);
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.redirected) return location.assign(answer.url);
    if (!show(parsed(await answer.text()))) say(form, form.dataset.failed);
  } catch {
    say(form, form.dataset.failed);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.sending) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") !== "true") send(form, event.submitter);
});
