// Makes and uses passkeys: only a script can talk to an authenticator. Without this file, and in a
// browser that knows no passkeys, its forms are not shown, and one signs in with the passphrase.

const known = Boolean(globalThis.PublicKeyCredential && navigator.credentials?.create);

const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
};
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const named = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

/** What stands as base64url in JSON, as bytes; older browsers can't read it themselves. */
function readOptions(options, make) {
  const own = make ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
  if (PublicKeyCredential[own]) return PublicKeyCredential[own](options);
  const read = { ...options, challenge: bytes(options.challenge) };
  if (!make) return { ...read, allowCredentials: named(options.allowCredentials) };
  const user = { ...options.user, id: bytes(options.user.id) };
  return { ...read, user, excludeCredentials: named(options.excludeCredentials) };
}

/** The other way round. Some password managers give a credential that can't write itself. */
function written(credential) {
  try {
    return JSON.stringify(credential.toJSON());
  } catch {
    const response = {};
    const fields = [
      "clientDataJSON",
      "attestationObject",
      "authenticatorData",
      "signature",
      "userHandle",
    ];
    for (const field of fields) {
      const value = credential.response[field];
      if (value) response[field] = text(value);
    }
    const transports = credential.response.getTransports?.();
    if (transports) response.transports = transports;
    const { id, type } = credential;
    return JSON.stringify({ id, rawId: text(credential.rawId), type, response });
  }
}

async function send(form, intent, more) {
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries({ intent, ...more })) body.set(name, value);
  const answer = await fetch(form.action, { method: "POST", body });
  // Signed out in the meantime.
  if (answer.redirected) return { to: answer.url };
  return await answer.json();
}

/** Where to go now, or what to say. */
async function passkey(form) {
  const make = form.dataset.passkey === "make";
  const asked = await send(form, "options");
  if (!asked.options) return asked;
  const publicKey = readOptions(asked.options, make);
  let credential = null;
  try {
    credential = await navigator.credentials[make ? "create" : "get"]({ publicKey });
  } catch (fault) {
    if (fault.name === "InvalidStateError") return { sentence: form.dataset.known };
    if (fault.name !== "NotAllowedError" && fault.name !== "AbortError") throw fault;
  }
  if (!credential) return { sentence: form.dataset.stopped };
  return await send(form, "passkey", { response: written(credential) });
}

addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.passkey) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return;
  const line = form.querySelector("[role=status]");
  form.setAttribute("aria-busy", "true");
  line.textContent = form.dataset.asking;
  try {
    const { to, sentence } = await passkey(form);
    if (to) return location.assign(to);
    line.textContent = sentence;
  } catch {
    line.textContent = form.dataset.failed;
  }
  form.removeAttribute("aria-busy");
});

if (known) {
  for (const form of document.querySelectorAll("form[data-passkey]")) form.hidden = false;
  for (const line of document.querySelectorAll("[data-without-passkeys]")) line.hidden = true;
}
