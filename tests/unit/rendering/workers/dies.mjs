/** A worker that begins and is killed in the middle of it. */
export default function die({ started }) {
  started.postMessage(true);
  process.exit(9);
}
