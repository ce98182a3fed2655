import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JoinPage } from "#app/components/account/join-page.tsx";
import { SignInPage } from "#app/components/account/sign-in-page.tsx";
import { SignOutPage } from "#app/components/account/sign-out-page.tsx";
import { ConversationPage } from "#app/components/conversations/conversation-page.tsx";
import { EssayPage } from "#app/components/essay/essay-page.tsx";
import { Front } from "#app/components/fronts/front.tsx";
import { FrontPage } from "#app/components/fronts/front-page.tsx";
import { PersonPage } from "#app/components/fronts/person-page.tsx";
import { SeriesPage } from "#app/components/fronts/series-page.tsx";
import { TagsPage } from "#app/components/fronts/tags-page.tsx";
import { AboutPage } from "#app/components/house/about-page.tsx";
import { ExitAboutPage } from "#app/components/house/exit-about-page.tsx";
import { HelpPage } from "#app/components/house/help-page.tsx";
import { PromisesPage } from "#app/components/house/promises-page.tsx";
import { LogPage } from "#app/components/moderation/log-table.tsx";
import { WaitingPage } from "#app/components/moderation/waiting-list.tsx";
import { DraftsPage } from "#app/components/own/draft-list.tsx";
import { EditPage } from "#app/components/own/edit-page.tsx";
import { InboxPage } from "#app/components/own/inbox-list.tsx";
import { KeyPage } from "#app/components/own/key-page.tsx";
import { KeyPanel } from "#app/components/own/key-panel.tsx";
import { LostKeyPage, MyWordsPage } from "#app/components/own/take-away-pages.tsx";
import { TakeBackPage } from "#app/components/own/take-back-page.tsx";
import { ReplyPage } from "#app/components/reply/reply-page.tsx";
import { ReplyStart } from "#app/components/reply/reply-start.tsx";
import { PageFrame } from "#app/components/site/page-frame.tsx";
import { type Problem, ProblemPage } from "#app/components/site/problem-page.tsx";
import { BranchHead } from "#app/components/thread/branch-head.tsx";
import { Pager } from "#app/components/thread/pager.tsx";
import { wholeThread } from "#app/components/thread/thread-address.ts";
import { CutBranchLine, ThreadBody } from "#app/components/thread/thread-body.tsx";
import { ThreadHead } from "#app/components/thread/thread-head.tsx";
import { flatThread } from "#app/components/thread/thread-html.tsx";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import {
  aComment,
  aConversation,
  aHelpLine,
  aMembersNames,
  anEssay,
  anEssayLine,
  anEssayReview,
  aReplyPage,
  aReview,
} from "#tests/support/pieces.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const fault = [{ field: "body", sentence: "«fault»" }];
const own = {
  of: "comment" as const,
  at: "/comments/abc",
  name: "«name»",
  html: "<p>«words»</p>",
};
const day = "2026-03-01";
const counts = { visible: 3, waiting: 1, folded: 1, removed: 2, taken_back: 1, missing: 1 };
const to = (page: number) => `/essays/x?page=${page}`;

const states = ["visible", "waiting", "folded", "removed", "taken_back", "missing"] as const;
const named = aConversation.page.first;
const threadHtml =
  (repliesOpen: boolean, context: string[] = []) =>
  () =>
    flatThread(
      states.flatMap((state, index) => [
        aComment({ id: `a${index}`, state }),
        aComment({
          id: `b${index}`,
          state: "visible",
          parentId: "x",
          parentState: state,
          imported: index === 1,
        }),
      ]),
      {
        essaySlug: "x",
        essayWriter: "«name»",
        repliesOpen,
        context: new Set(context),
        grown: new Map([
          ["b0", anEssay({}).responses],
          ["b3", anEssay({}).responses],
        ]),
      },
      new Map(),
    );

const way = {
  front: "all" as const,
  sort: "new" as const,
  only: false,
  standing: null,
  tag: null,
};
const house = { siteName: "«site»", tagline: "«tagline»" };
const tag = { name: "«tag»", essays: 2 };
const lines = [anEssayLine({}), anEssayLine({ slug: "y", note: "«note»", comments: 0, by: null })];
const outline = {
  lead: "debate" as const,
  headings: [{ id: "h", text: "«part»", level: 2 }],
  branches: Array.from({ length: 12 }, (_, index) => ({
    id: `b${index}`,
    name: index === 1 ? null : "«name»",
    size: 4,
    page: 1,
  })),
  comments: 3,
  pageAddress: to,
  page: 1,
};
const hidden: { name: string; value: string }[] = [];
const problems: Problem[] = ["notFound", "gone", "forbidden", "tooMany", "busy", "broken"];
const logRow = (action: string) => ({
  seq: 1,
  entry: {
    day,
    action,
    reason_class: "other",
    reason_text: "«reason»",
    by: "«by»",
    subject: "«hash»",
  },
  previousHash: "",
  hash: "",
});

/** Pages by name; each is made only after the language was changed. */
const pages: Record<string, () => ReactElement | string> = {
  frame: () => (
    <PageFrame siteName="«site»" here="help">
      {""}
    </PageFrame>
  ),
  "front page": () => (
    <FrontPage
      {...house}
      stories={lines}
      debates={[anEssayLine({ demo: true })]}
      answered={lines}
    />
  ),
  "front page with one lead": () => (
    <FrontPage {...house} stories={lines} debates={[]} answered={[]} />
  ),
  "empty front page": () => <FrontPage {...house} stories={[]} debates={[]} answered={[]} />,
  everything: () => <Front way={way} tag={null} essays={lines} older="abc" first />,
  "nothing at all": () => <Front way={way} tag={null} essays={[]} older={null} first />,
  "stories by standing and tag": () => (
    <Front
      way={{ ...way, front: "stories", only: true, standing: "worked", tag: "t" }}
      tag={tag}
      essays={lines}
      older={null}
      first
    />
  ),
  "empty filter": () => (
    <Front
      way={{ ...way, front: "stories", only: true }}
      tag={null}
      essays={[]}
      older={null}
      first
    />
  ),
  "unknown tag": () => (
    <Front
      way={{ ...way, front: "debates", tag: "«tag»" }}
      tag={null}
      essays={[]}
      older={null}
      first
    />
  ),
  "end of a front": () => (
    <Front way={{ ...way, front: "debates" }} tag={null} essays={[]} older={null} first={false} />
  ),
  "a tag": () => (
    <Front way={{ ...way, tag: "t" }} tag={tag} essays={lines} older="abc" first={false} />
  ),
  tags: () => <TagsPage tags={[{ slug: "t", ...tag }]} further="abc" first={false} />,
  "no tags": () => <TagsPage tags={[]} further={null} first />,
  "end of the tags": () => <TagsPage tags={[]} further={null} first={false} />,
  series: () => (
    <SeriesPage
      series={{
        slug: "s",
        title: "«series»",
        parts: lines.map((line, index) => ({ ...line, position: index + 1 })),
        next: null,
      }}
      further="abc"
      first={false}
    />
  ),
  person: () => (
    <PersonPage name="«name»" description="«line»" retired essays={lines} older="abc" first />
  ),
  "end of a person": () => (
    <PersonPage
      {...{ name: "«name»", description: null, retired: false, essays: [], older: null }}
      first={false}
    />
  ),
  thread: threadHtml(true),
  "closed thread": threadHtml(false),
  "filtered thread": threadHtml(true, ["a0", "a1", "b3"]),
  "rest of a branch": () => <CutBranchLine rootId="abc" more={3} />,
  "head of a branch": () => (
    <BranchHead
      essay={{ slug: "x", title: "«title»", demo: true }}
      top={aComment({})}
      ancestors={[aComment({ by: null })]}
      size={4}
    />
  ),
  conversation: () => <ConversationPage conversation={aConversation.page} />,
  "conversation that began with what is gone": () => (
    <ConversationPage
      conversation={{ ...aConversation.page, beganWithFirst: false, page: 1, invented: true }}
    />
  ),
  joining: () => (
    <JoinPage link={null} name="«name»" keyOpen signedIn={false} faults={fault} hidden={hidden} />
  ),
  "joining by a link": () => (
    <JoinPage
      link={{ token: "t", name: "«name»" }}
      name=""
      keyOpen={false}
      signedIn
      faults={[]}
      hidden={hidden}
    />
  ),
  "joining by a used link": () => (
    <JoinPage
      link={{ token: "t", name: null }}
      name=""
      keyOpen={false}
      signedIn={false}
      faults={[]}
      hidden={hidden}
    />
  ),
  "signing in": () => (
    <SignInPage to={null} name="«name»" signedIn={false} faults={fault} hidden={hidden} />
  ),
  "signing in again": () => (
    <SignInPage to="/moderation" name="" signedIn faults={[]} hidden={hidden} />
  ),
  "signing out": () => <SignOutPage signedIn faults={fault} hidden={hidden} />,
  "signing out, nobody in": () => <SignOutPage signedIn={false} faults={[]} hidden={hidden} />,
  moderation: () => (
    <WaitingPage
      moderator="«name»"
      waiting={{
        pieces: [aReview, { ...aReview, reviewId: "q", kind: "links" }, anEssayReview],
        next: null,
      }}
      next="/moderation?after=x"
      failed={{ reviewId: "r", reasonClass: "other", reason: "«reason»", faults: fault }}
      hidden={hidden}
    />
  ),
  "moderation, nothing waits": () => (
    <WaitingPage
      moderator="«name»"
      waiting={{ pieces: [], next: null }}
      next={null}
      failed={null}
      hidden={hidden}
    />
  ),
  log: () => <LogPage rows={Object.keys(en.moderation.actions).map(logRow)} older="/x" />,
  "empty log": () => <LogPage rows={[]} older={null} />,
  key: () => <KeyPage open={false} typed="" faults={fault} hidden={hidden} changed={null} />,
  "key, changed": () => (
    <KeyPage
      open
      typed=""
      faults={[]}
      hidden={hidden}
      changed={{ key: "«key»", takeBackCode: "«code»" }}
    />
  ),
  "inbox without a key": () => <InboxPage inbox={null} older={null} names={null} />,
  "empty inbox": () => (
    <InboxPage
      inbox={{ answers: [], next: null, responses: [], pieces: [], threads: [] }}
      older={null}
      names={null}
    />
  ),
  inbox: () => (
    <InboxPage
      inbox={{
        answers: [
          {
            id: "abc",
            slug: "x",
            title: "«title»",
            answersId: "d",
            by: null,
            note: "«note»",
            html: "<p>«words»</p>",
            writtenOn: day,
          },
        ],
        next: null,
        responses: [
          {
            slug: "x",
            title: "«title»",
            lead: "debate",
            by: null,
            publishedOn: day,
            relation: "grew_out_of",
            comment: { id: "abc", name: "«name»" },
            to: { slug: "y", title: null },
          },
        ],
        pieces: (["comment", "essay"] as const).flatMap((of) =>
          states.map((state) => ({
            of,
            id: state,
            slug: "x",
            title: of === "comment" && state === "removed" ? null : "«title»",
            name: "«name»",
            state,
            writtenOn: day,
            undoUntil: 1,
          })),
        ),
        threads: [],
      }}
      older="/inbox?after=x"
      names={[{ href: "/inbox?name=x", name: "«name»", here: true }]}
    />
  ),
  "drafts without a key": () => (
    <DraftsPage drafts={null} names={null} at="/drafts" hidden={hidden} />
  ),
  "no drafts": () => <DraftsPage drafts={[]} names={null} at="/drafts" hidden={hidden} />,
  drafts: () => (
    <DraftsPage
      names={[{ href: "/drafts?name=x", name: "«name»", here: true }]}
      at="/drafts"
      drafts={[
        {
          id: "abc",
          heading: "«title»",
          of: "«title»",
          savedOn: day,
          firstLines: "«words»",
          href: "/x",
        },
      ]}
      hidden={hidden}
    />
  ),
  "change, asked for the key": () => (
    <EditPage piece={own} values={null} secretKey="" faults={fault} hidden={hidden} />
  ),
  change: () => (
    <EditPage piece={own} values={aReplyPage.typed} secretKey="k" faults={fault} hidden={hidden} />
  ),
  "lost key": () => <LostKeyPage piece={own} done={false} faults={fault} hidden={hidden} />,
  "lost key, folded": () => <LostKeyPage piece={own} done faults={[]} hidden={hidden} />,
  "my words": () => <MyWordsPage piece={own} done={false} faults={fault} hidden={hidden} />,
  "my words, folded": () => <MyWordsPage piece={own} done faults={[]} hidden={hidden} />,
  "reply with preview and faults": () => <ReplyPage {...aReplyPage} />,
  "reply under a name": () => <ReplyPage {...aReplyPage} asName="«name»" nameIsKept hasKey waits />,
  "reply of a member": () => <ReplyPage {...aReplyPage} hasKey speakers={aMembersNames} />,
  "reply of a member, with a fault at the name": () => (
    <ReplyPage
      {...aReplyPage}
      hasKey
      speakers={aMembersNames}
      faults={[{ field: "as", sentence: "«fault»" }]}
    />
  ),
  "reply where it was closed": () => <ReplyPage {...aReplyPage} mode="closed" />,
  about: () => (
    <AboutPage settings={{ name: "«site»", runBy: "", contact: "«contact»", guests: "all wait" }} />
  ),
  help: () => (
    <HelpPage
      lines={[
        aHelpLine({}),
        aHelpLine({ country: "«other»", peerRun: true, youth: true, checkedOn: day }),
      ]}
    />
  ),
  "help without lines": () => <HelpPage lines={[]} />,
  promises: () => (
    <PromisesPage kept={([1, 7, 15] as const).map((number) => ({ number, heldBy: ["«test»"] }))} />
  ),
  "about exit": () => <ExitAboutPage exitTo="«nowhere»" />,
  ...Object.fromEntries(
    problems.map((problem) => [problem, () => <ProblemPage problem={problem} />]),
  ),
  ...Object.fromEntries(
    (["ask", "done", "undone", "late"] as const).map((stage) => [
      `take back: ${stage}`,
      () => <TakeBackPage piece={own} stage={stage} askKey faults={fault} hidden={hidden} />,
    ]),
  ),
  ...Object.fromEntries(
    states.map((state) => [
      `key panel: ${state}`,
      () => (
        <KeyPanel
          of="comment"
          secretKey="«key»"
          takeBackCode="«code»"
          action="/x"
          nonce="n"
          name="«name»"
          comment={{ id: "abc" }}
          state={state}
        />
      ),
    ]),
  ),
  "key panel of a draft": () => (
    <KeyPanel of="draft" secretKey="«key»" takeBackCode="«code»" action="/x" nonce="n" />
  ),
  ...Object.fromEntries(
    states.map((state) => [
      `essay: ${state}`,
      () => {
        const essay = anEssay({ state, replyMode: state === "visible" ? "support" : "closed" });
        const view = {
          ...wholeThread,
          perspective: state === "visible" ? ("debate" as const) : null,
        };
        return (
          <EssayPage
            essay={essay}
            outline={outline}
            conversation={{ ...aConversation.place, next: state === "visible" ? named : null }}
            hasForm
          >
            <ThreadHead
              slug="x"
              view={view}
              counts={counts}
              carrying={{ experience: 1, debate: 2 }}
              guessed
              hiddenBranches={2}
            />
            <ThreadBody
              html=""
              filtered={state === "visible"}
              repliesOpen={state !== "removed"}
              wholeThread="/x"
            />
            <Pager page={2} pages={3} to={to} />
            <ReplyStart essay={{ ...essay, replyMode: "open" }} />
          </EssayPage>
        );
      },
    ]),
  ),
};

const html = (make: () => ReactElement | string) => {
  const made = make();
  return typeof made === "string" ? made : renderToStaticMarkup(made);
};

describe("a language that is nothing but marks", () => {
  test("shows a sentence that is written elsewhere, in text and in attributes", () => {
    const planted = (
      <p title="Read me">
        ⟦words⟧ Written here. <bdi>«a name»</bdi>
      </p>
    );
    expect(unmarked(html(() => planted))).toEqual(["Read me", "Written here."]);
    expect(unmarked(html(pages["about"] ?? (() => "")))).toEqual([]);
    expect(html(pages["about"] ?? (() => ""))).toContain("⟦");
  });

  for (const [name, make] of Object.entries(pages)) {
    test(`says nothing of its own: ${name}`, () => {
      const page = html(make);
      expect(unmarked(page)).toEqual([]);
    });
  }
});
