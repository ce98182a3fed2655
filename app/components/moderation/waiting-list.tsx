import type {
  EssayToLookAt,
  ReasonClass,
  WaitingList,
  WaitingPiece,
} from "#app/domain/moderation/types.ts";
import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { StoredHtml } from "../site/stored-html.tsx";

type Hidden = readonly { name: string; value: string }[];

/** A decision that could not be taken: its review, what was typed, and why. */
export interface FailedDecision {
  reviewId: string;
  reasonClass: string;
  reason: string;
  faults: readonly Fault[];
}

interface Props {
  moderator: string;
  waiting: WaitingList;
  /** The address of the next page; null: that was all. */
  next: string | null;
  failed: FailedDecision | null;
  hidden: Hidden;
}

const REASONS: readonly ReasonClass[] = [
  "nothing_against_it",
  "advertising",
  "against_a_person",
  "names_a_private_person",
  "methods",
  "tells_others_what_to_take",
  "not_respecting_support",
  "writer_asked",
  "operator",
  "other",
];

/**
 * `/moderation`. Intents: `let_through`, `removed`, `taken_back`, with `review`, `reason_class` and
 * `reason`; `sign_out`.
 */
export function WaitingPage({ moderator, waiting, next, failed, hidden }: Props) {
  const { fronts, moderation } = words();
  const { pieces } = waiting;
  // Somebody else may have decided it meanwhile; then it has no form any more to say so.
  const isGone = failed !== null && !pieces.some(({ reviewId }) => reviewId === failed.reviewId);
  return (
    <div className="page house">
      <h1>{moderation.title}</h1>
      {isGone && (
        <FaultSummary title={moderation.faultsTitle} faults={failed.faults} form="waiting" />
      )}
      <form method="post" action="/moderation" className="inline">
        <HiddenFields fields={hidden} />
        <span className="soft">{moderation.signedInAs(moderator)}</span>
        <button type="submit" className="button plain-button" name="intent" value="sign_out">
          {moderation.signOut}
        </button>
      </form>
      <p>
        <a href="/moderation/pause">{words().pause.link}</a>
      </p>
      {pieces.length === 0 ? (
        <>
          <h2>{moderation.emptyTitle}</h2>
          <p>{moderation.emptyText}</p>
        </>
      ) : (
        <>
          <p>{moderation.neverShown}</p>
          <ol className="entries">
            {pieces.map((review) => (
              <li key={review.reviewId} id={`review-${review.reviewId}`}>
                <Review
                  review={review}
                  failed={failed?.reviewId === review.reviewId ? failed : null}
                  hidden={hidden}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {next !== null && (
        <p>
          <a href={next} rel="next">
            {fronts.older}
          </a>
        </p>
      )}
    </div>
  );
}

interface ReviewProps {
  review: WaitingPiece;
  failed: FailedDecision | null;
  hidden: Hidden;
}

function Review({ review, failed, hidden }: ReviewProps) {
  const { moderation, thread } = words();
  const { piece, kind, essay, asEssay } = review;
  const name = piece.name ?? thread.withoutName;
  const whose = asEssay ? moderation.decisionOfEssay(essay.title) : moderation.decisionOf(name);
  return (
    <>
      <h2>{asEssay ? moderation.kindOfEssay[kind] : moderation.kind[kind]}</h2>
      {asEssay && (
        <p>
          <b>
            <bdi>{essay.title}</bdi>
          </b>
        </p>
      )}
      <p className="line">
        <b className="name">
          <bdi>{name}</bdi>
        </b>{" "}
        <span className="soft">
          {asEssay === null && (
            <>
              {moderation.inEssay} <EssayLink essay={essay} /> ·{" "}
            </>
          )}
          {moderation.askedOn(review.askedOn)}
        </span>
      </p>
      {piece.note !== null && (
        <p className="soft">
          {thread.speaksAbout} <bdi>{piece.note}</bdi>.
        </p>
      )}
      {asEssay ? (
        <WholeEssay asEssay={asEssay} html={piece.html} />
      ) : (
        <StoredHtml className="quoted words" html={piece.html} />
      )}
      <Decide {...{ review, failed, hidden, whose }} />
    </>
  );
}

function EssayLink({ essay }: Pick<WaitingPiece, "essay">) {
  const { essayPlaces } = words().thread;
  const title = essay.state === "visible" ? essay.title : essayPlaces[essay.state];
  return <a href={`/essays/${essay.slug}`}>{title}</a>;
}

/** Everything of an essay that would be public, its text behind a fold because it is long. */
function WholeEssay({ asEssay, html }: { asEssay: EssayToLookAt; html: string }) {
  const { moderation, thread } = words();
  const { standpoint, worksCited, tags } = asEssay;
  return (
    <>
      {standpoint !== null && (
        <p className="soft">
          <bdi>{standpoint}</bdi>
        </p>
      )}
      {tags.length > 0 && (
        <p className="soft">
          {moderation.essayTags} <bdi>{tags.join(", ")}</bdi>
        </p>
      )}
      <details className="note">
        <summary>{moderation.readEssay(asEssay.words)}</summary>
        <StoredHtml className="quoted words" html={html} />
        {worksCited.length > 0 && (
          <>
            <p>{thread.worksCited}</p>
            <ol>
              {worksCited.map((work) => (
                <li key={work}>
                  <bdi>{work}</bdi>
                </li>
              ))}
            </ol>
          </>
        )}
      </details>
    </>
  );
}

function Decide({ review, failed, hidden, whose }: ReviewProps & { whose: string }) {
  const { moderation } = words();
  const form = `review-${review.reviewId}`;
  const faults = failed?.faults ?? [];
  const asked = review.kind === "lost_key" || review.kind === "my_words";
  return (
    <form method="post" action="/moderation">
      <FaultSummary title={moderation.faultsTitle} faults={faults} form={form} />
      <HiddenFields fields={[...hidden, { name: "review", value: review.reviewId }]} />
      <SelectField
        form={form}
        name="reason_class"
        label={moderation.reasonClass}
        choices={REASONS.map((reason) => ({ value: reason, label: moderation.reasons[reason] }))}
        value={failed?.reasonClass ?? (asked ? "writer_asked" : "nothing_against_it")}
        fault={faultOf(faults, "reason_class")}
      />
      <LineField
        form={form}
        name="reason"
        label={moderation.reason}
        hint={moderation.reasonHint}
        value={failed?.reason ?? ""}
        fault={faultOf(faults, "reason")}
      />
      <div className="send">
        <button type="submit" className="button quiet" name="intent" value="let_through">
          {moderation.letThrough[review.kind]}
          <span className="for-ears">: {whose}</span>
        </button>
        <button
          type="submit"
          className="button quiet"
          name="intent"
          value={asked ? "taken_back" : "removed"}
        >
          {moderation.remove[review.kind]}
          <span className="for-ears">: {whose}</span>
        </button>
      </div>
    </form>
  );
}
