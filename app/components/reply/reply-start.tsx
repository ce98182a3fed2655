import type { ReplyMode } from "#db/schema.ts";
import { words } from "#app/words/words.ts";
import { WritersWish } from "../essay/writers-wish.tsx";
import { HiddenFields } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { emptyReply, REPLY_FORM, ReplyFields } from "./reply-fields.tsx";

interface Props {
  slug: string;
  writer: string | null;
  mode: ReplyMode;
}

/**
 * The form at the end of a thread. It stands on a cached page, so it carries nothing of a visitor
 * and no nonce: it posts to the reply page, which comes back filled.
 */
export function ReplyStart({ slug, writer, mode }: Props) {
  const { reply } = words();
  if (mode === "closed") return null;
  return (
    <section className="answer" id="answer" aria-labelledby="answer-title" tabIndex={-1}>
      <h2 id="answer-title">{writer === null ? reply.answerEssay : reply.answerName(writer)}</h2>
      <WritersWish mode={mode} writer={writer} />
      <form method="post" action={`/essays/${slug}/reply`}>
        <HiddenFields fields={[{ name: "parent", value: "" }]} />
        <ReplyFields values={emptyReply} faults={[]} keptName={null} hasKey={false} />
        <Honeypot form={REPLY_FORM} />
        <div className="send">
          <button className="button" name="intent" value="preview">
            {reply.continueButton}
          </button>
          <p className="soft">{reply.afterContinue}</p>
        </div>
        <p className="soft at-night">
          {reply.threeInTheMorning} <a href="/help">{reply.threeInTheMorningLink}</a>
        </p>
      </form>
    </section>
  );
}
