import type { ConversationPlace, NamedEssay } from "#app/domain/essays/read-conversation.ts";
import { words } from "#app/words/words.ts";
import { conversationAddress } from "./conversation-address.ts";

interface Props {
  place: ConversationPlace;
  essayId: string;
}

/** On an essay's page: its neighbours in the conversation, and the way to the whole of it. */
export function InConversation({ place, essayId }: Props) {
  const say = words().conversations;
  const { slug, page, size, previous, next } = place;
  return (
    <nav className="in-conversation" aria-label={say.navLabel}>
      <p>
        <b>{say.nav(size)}</b>
        {" · "}
        <a href={conversationAddress(slug, { page, essayId })}>{say.whole}</a>
      </p>
      <ul>
        {previous && <Neighbour label={say.previous} essay={previous} />}
        {next && <Neighbour label={say.next} essay={next} />}
      </ul>
    </nav>
  );
}

function Neighbour({ label, essay }: { label: string; essay: NamedEssay }) {
  return (
    <li>
      <span className="soft label">{label}</span>{" "}
      <a href={`/essays/${essay.slug}`}>
        <bdi>{essay.title}</bdi>
      </a>
    </li>
  );
}
