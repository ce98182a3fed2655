/** A worker that begins and never ends. */
export default function hang({ started }) {
  started.postMessage(true);
  for (;;);
}
