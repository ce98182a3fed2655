/** A worker that begins and eats memory until its limit ends it. */
export default function grow({ started }) {
  started.postMessage(true);
  const kept = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, () => ({})));
}
