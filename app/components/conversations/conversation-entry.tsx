import type { ConversationEntry, ConversationLink } from "#app/domain/essays/read-conversation.ts";
import { words } from "#app/words/words.ts";
import { RelationTo } from "../essay/relation.tsx";
import { LeadMark } from "../site/perspective-mark.tsx";
import { conversationAddress } from "./conversation-address.ts";

interface Props {
  entry: ConversationEntry;
  /** The slug of the conversation's address, and the page of it that is shown. */
  slug: string;
  page: number;
}

/** One essay of a conversation: what it answers, who wrote it when, how it begins. */
export function Entry({ entry, slug, page }: Props) {
  const { thread } = words();
  const heading = `essay-${entry.id}-title`;
  return (
    <article id={`essay-${entry.id}`} data-state={entry.state} aria-labelledby={heading}>
      <Answers answers={entry.answers} slug={slug} page={page} />
      {entry.state === "visible" ? (
        <Shown entry={entry} heading={heading} />
      ) : (
        <p className="empty-place" id={heading}>
          {thread.essayPlaces[entry.state]}
        </p>
      )}
    </article>
  );
}

function Shown({ entry, heading }: { entry: ConversationEntry; heading: string }) {
  const { conversations, site, thread } = words();
  const { lead, by, comments } = entry;
  const address = `/essays/${entry.slug}`;
  return (
    <>
      <h2 id={heading}>
        <a href={address}>
          <bdi>{entry.title}</bdi>
        </a>
      </h2>
      <p className="byline">
        <LeadMark lead={lead} />{" "}
        {entry.perspectives.length > 1 && <LeadMark lead={lead === "story" ? "debate" : "story"} />}{" "}
        <b className="name">
          <bdi>{by?.name ?? thread.withoutName}</bdi>
        </b>
        {entry.standpoint !== null && (
          <>
            , <bdi>{entry.standpoint}</bdi>
          </>
        )}
        {" · "}
        <time dateTime={entry.publishedOn}>{site.day(entry.publishedOn)}</time>
        {comments > 0 && (
          <>
            {" · "}
            <a href={`${address}#comments`}>
              {conversations.comments(comments)}
              <span className="for-ears"> {conversations.commentsOn(entry.title)}</span>
            </a>
          </>
        )}
      </p>
      <p className="first-lines" dir="auto">
        {entry.note === null ? entry.firstLines : conversations.speaksAbout(entry.note)}
      </p>
    </>
  );
}

/** Whom it answers. Always in words, because the indent stops. */
function Answers({
  answers,
  slug,
  page,
}: {
  answers: readonly ConversationLink[];
  slug: string;
  page: number;
}) {
  if (answers.length === 0) return null;
  return (
    <ul className="relations">
      {answers.map((answer, index) => (
        <li key={`${answer.to.id} ${answer.comment?.id}`}>
          <RelationTo relation={answer.relation} comment={answer.comment} also={index > 0}>
            <a href={placeOf(answer, slug, page)}>
              <NameOf essay={answer.to} />
            </a>
          </RelationTo>
        </li>
      ))}
    </ul>
  );
}

function placeOf({ to, page }: ConversationLink, slug: string, here: number): string {
  const address = conversationAddress(slug, { page, essayId: to.id });
  return page === here ? `#essay-${to.id}` : address;
}

function NameOf({ essay }: { essay: ConversationLink["to"] }) {
  if (essay.state === "visible") return <bdi>{essay.title}</bdi>;
  return <>{words().conversations.aPlace[essay.state]}</>;
}
