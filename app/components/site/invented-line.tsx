import { words } from "#app/words/words.ts";

interface Props {
  /**
   * What follows the line: `essay` says when it goes, `list` the same of several, `comments` that
   * those below are invented too, `reply` and `write` what becomes of words written there. Left out:
   * nothing.
   */
  of?: "essay" | "list" | "comments" | "reply" | "write";
}

/** Says that what is shown here is invented. Stands on every page that shows such a piece. */
export function InventedLine({ of }: Props) {
  const { demo } = words();
  const more = {
    essay: demo.ofEssay,
    list: demo.ofList,
    comments: demo.beforeComments,
    reply: demo.reply,
    write: demo.write,
  };
  return (
    <p className="invented">
      <b>{demo.line}</b>
      {of !== undefined && <> {more[of]}</>}
    </p>
  );
}
