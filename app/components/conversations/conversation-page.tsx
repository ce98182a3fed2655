import type {
  ConversationEntry,
  ConversationPage as Shown,
} from "#app/domain/essays/read-conversation.ts";
import { words } from "#app/words/words.ts";
import { InventedLine } from "../site/invented-line.tsx";
import { conversationAddress } from "./conversation-address.ts";
import { Entry } from "./conversation-entry.tsx";
import { ConversationPager } from "./conversation-pager.tsx";
import { type Nested, nest } from "./nest.ts";

/** How essays answer each other, as a list to read through. */
export function ConversationPage({ conversation }: { conversation: Shown }) {
  const say = words().conversations;
  const { first, entries, page, pages, invented } = conversation;
  return (
    <div className="page conversation">
      <header className="conversation-head">
        <h1 className="small">{titleOf(conversation)}</h1>
        <p className="soft">
          {say.size(conversation.size)}, {say.days(conversation.firstDay, conversation.lastDay)}.{" "}
          {say.intro}
        </p>
        {invented && <InventedLine of="list" />}
      </header>
      <List nodes={nest(entries)} slug={first.slug} page={page} top />
      <ConversationPager
        page={page}
        pages={pages}
        to={(number) => conversationAddress(first.slug, { page: number })}
      />
    </div>
  );
}

/** The title of a conversation's page. */
export function titleOf({ first, beganWithFirst }: Pick<Shown, "first" | "beganWithFirst">) {
  const say = words().conversations;
  return beganWithFirst ? say.title(first.title) : say.titleAround(first.title);
}

interface ListProps {
  nodes: readonly Nested<ConversationEntry>[];
  slug: string;
  page: number;
  top?: boolean;
}

function List({ nodes, slug, page, top = false }: ListProps) {
  const named = top
    ? { className: "essays-answering", "aria-label": words().conversations.listLabel }
    : {};
  return (
    <ol {...named}>
      {nodes.map(({ entry, answers }) => (
        <li key={entry.id}>
          <Entry entry={entry} slug={slug} page={page} />
          {answers.length > 0 && <List nodes={answers} slug={slug} page={page} />}
        </li>
      ))}
    </ol>
  );
}
