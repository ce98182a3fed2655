/** A worker that dies of the word "die" and gives anything else back, with the thread it ran in. */
export default function render({ started, markdown }) {
  started.postMessage(true);
  if (markdown === "die") process.exit(9);
  return {
    html: markdown,
    text: markdown,
    firstLines: markdown,
    words: 1,
    headings: [],
    links: 0,
    version: 1,
  };
}
