import type { ReactNode } from "react";
import type { ConversationPlace } from "#app/domain/essays/read-conversation.ts";
import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { InConversation } from "../conversations/in-conversation.tsx";
import { InventedLine } from "../site/invented-line.tsx";
import { EssayHead } from "./essay-head.tsx";
import { EssayLinks } from "./essay-links.tsx";
import { EssayText } from "./essay-text.tsx";
import { OutlineColumn, OutlineFold, type OutlineProps } from "./outline.tsx";
import { OwnLine } from "./own-line.tsx";
import { SeriesLine } from "./series-line.tsx";
import { TagLine } from "./tag-line.tsx";
import { WritersWish } from "./writers-wish.tsx";

interface Props {
  essay: EssayView;
  outline: OutlineProps;
  /** Where it stands among essays that answer each other; null where it stands alone. */
  conversation: ConversationPlace | null;
  /** Is there a form for an answer on this page? */
  hasForm: boolean;
  /** The thread: ThreadHead, ThreadBody, Pager, ReplyStart. */
  children: ReactNode;
}

/** An essay with its thread: outline, text and margin on wide screens, one column on narrow ones. */
export function EssayPage({ essay, outline, conversation, hasForm, children }: Props) {
  const { thread } = words();
  // What a fold hides, nothing around it tells.
  const isShown = essay.state === "visible";
  const writer = isShown ? (essay.by?.name ?? null) : null;
  const series = isShown ? essay.series : null;
  return (
    <div className="page reading">
      <p className="skips">
        <a className="skip" href="#comments">
          {thread.skipToComments}
        </a>
        {hasForm && (
          <a className="skip" href="#answer">
            {thread.skipToForm}
          </a>
        )}
      </p>
      <OutlineColumn {...outline} />
      <article className="essay" data-lead={essay.lead} data-state={essay.state}>
        <EssayHead essay={essay} />
        {essay.demo && <InventedLine of="essay" />}
        <OutlineFold {...outline} />
        <SeriesLine series={series} stands="above" />
        <EssayText essay={essay} />
        <SeriesLine series={series} stands="below" />
        {isShown && <TagLine tags={essay.tags} />}
        <OwnLine essay={essay} />
      </article>
      <div id="after-essay" className="after-essay" tabIndex={-1}>
        <WritersWish mode={essay.replyMode} writer={writer} />
        <EssayLinks essay={essay} />
        {conversation && <InConversation place={conversation} essayId={essay.id} />}
      </div>
      <section className="comments" aria-labelledby="comments">
        {essay.demo && <InventedLine of="comments" />}
        {children}
      </section>
    </div>
  );
}
