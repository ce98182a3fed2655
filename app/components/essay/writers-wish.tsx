import { words } from "#app/words/words.ts";
import type { ReplyMode } from "#db/schema.ts";

interface Props {
  mode: ReplyMode;
  /** The essay's writer; null where nobody is named. */
  writer: string | null;
}

/** Which replies the writer would like; stands before the comments and again over the form. */
export function WritersWish({ mode, writer }: Props) {
  const { wish } = words().thread;
  if (mode === "open") return null;
  return (
    <div className="wish" data-mode={mode}>
      {mode === "support" ? (
        <>
          <p>
            <b>{writer === null ? wish.supportUnnamed : wish.support(writer)}</b>
          </p>
          <p>{wish.supportMore}</p>
        </>
      ) : (
        <>
          <p>
            <b>{wish.closed}</b>
          </p>
          <p>{wish.closedMore}</p>
        </>
      )}
    </div>
  );
}
