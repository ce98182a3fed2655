import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { WritersWish } from "../essay/writers-wish.tsx";
import { HiddenFields } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { nothingTyped, REPLY_FORM, ReplyFields } from "./reply-fields.tsx";
import { scriptWords } from "./script-words.ts";

/**
 * The form at the end of a thread. It stands on a cached page, so it carries nothing of a visitor
 * and no nonce: it posts to the reply page, which comes back filled.
 */
export function ReplyStart({ essay }: { essay: Pick<EssayView, "slug" | "by" | "replyMode"> }) {
  const { reply, write } = words();
  const { slug, replyMode: mode } = essay;
  const writer = essay.by?.name ?? null;
  if (mode === "closed") return null;
  return (
    <section className="answer" id="answer" aria-labelledby="answer-title" tabIndex={-1}>
      <h2 id="answer-title">{writer === null ? reply.answerEssay : reply.answerName(writer)}</h2>
      <WritersWish mode={mode} writer={writer} />
      <form method="post" action={`/essays/${slug}/reply`} {...scriptWords()}>
        <HiddenFields fields={[{ name: "parent", value: "" }]} />
        <ReplyFields
          typed={nothingTyped}
          faults={[]}
          keptName={null}
          hasKey={false}
          speakers={null}
        />
        <Honeypot form={REPLY_FORM} />
        <div className="send">
          <button type="submit" className="button" name="intent" value="preview">
            {reply.continueButton}
          </button>
          <p className="soft">{reply.afterContinue}</p>
        </div>
        <p className="soft at-night">
          {reply.threeInTheMorning} <a href="/help">{reply.threeInTheMorningLink}</a>
        </p>
      </form>
      <p className="soft">
        <a href={`/write?responds=${slug}`} rel="nofollow">
          {write.links.respond}
        </a>
      </p>
    </section>
  );
}
