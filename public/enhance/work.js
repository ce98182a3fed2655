// A small piece of work that lets an answer through without a wait: find the number whose SHA-256
// with the challenge's salt and nonce begins as asked (app/domain/identity/challenge.ts checks it).
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hex = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

addEventListener("message", async ({ data: challenge }) => {
  const { nonce, salt, keyPrefix } = challenge.parameters;
  const head = bytes(salt + nonce);
  const tried = new Uint8Array(head.length + 4);
  tried.set(head);
  const number = new DataView(tried.buffer, head.length);
  for (let counter = 0; counter < 1_000_000; counter += 1) {
    number.setUint32(0, counter);
    const derivedKey = hex(await crypto.subtle.digest("SHA-256", tried));
    if (!derivedKey.startsWith(keyPrefix)) continue;
    postMessage(btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } })));
    return;
  }
});
