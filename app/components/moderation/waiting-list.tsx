import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { StoredHtml } from "../site/stored-html.tsx";

export interface WaitingReview {
  id: string;
  commentId: string;
  kind: "first_post" | "links" | "lost_key" | "my_words";
  askedOn: string;
  /** What was said with it; null where nothing was. */
  said: string | null;
  name: string | null;
  html: string;
  note: string | null;
  essay: { slug: string; title: string };
}

interface Props {
  moderator: string;
  reviews: readonly WaitingReview[];
  /** A decision that could not be taken: its review, what was typed, and why. */
  failed: { reviewId: string; reason: string; faults: readonly Fault[] } | null;
  hidden: readonly { name: string; value: string }[];
}

/** `/moderation`. Intents: `let-through`, `remove`, with `review` and `reason`; `sign-out`. */
export function WaitingPage({ moderator, reviews, failed, hidden }: Props) {
  const { moderation } = words();
  return (
    <div className="page house">
      <h1>{moderation.title}</h1>
      <form method="post" action="/moderation" className="inline">
        <HiddenFields fields={hidden} />
        <span className="soft">{moderation.signedInAs(moderator)}</span>
        <button type="submit" className="button plain-button" name="intent" value="sign-out">
          {moderation.signOut}
        </button>
      </form>
      {reviews.length === 0 ? (
        <>
          <h2>{moderation.emptyTitle}</h2>
          <p>{moderation.emptyText}</p>
        </>
      ) : (
        <>
          <p>
            {moderation.waiting(reviews.length)}. {moderation.neverShown}
          </p>
          <ol className="entries">
            {reviews.map((review) => (
              <li key={review.id} id={`review-${review.id}`}>
                <Review
                  review={review}
                  failed={failed?.reviewId === review.id ? failed : null}
                  hidden={hidden}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Review({
  review,
  failed,
  hidden,
}: Pick<Props, "failed" | "hidden"> & { review: WaitingReview }) {
  const { moderation, thread } = words();
  const form = `review-${review.id}`;
  const faults = failed?.faults ?? [];
  const whose = moderation.decisionOf(review.name ?? thread.withoutName);
  return (
    <>
      <h2>{moderation.kind[review.kind]}</h2>
      <p className="line">
        <b className="name">
          <bdi>{review.name ?? thread.withoutName}</bdi>
        </b>{" "}
        <span className="soft">
          {moderation.inEssay} <a href={`/essays/${review.essay.slug}`}>{review.essay.title}</a> ·{" "}
          {moderation.askedOn(review.askedOn)}
        </span>
      </p>
      {review.note !== null && (
        <p className="soft">
          {thread.speaksAbout} <bdi>{review.note}</bdi>.
        </p>
      )}
      <StoredHtml className="quoted words" html={review.html} />
      {review.said !== null && (
        <>
          <p className="soft">{moderation.said}</p>
          <p className="quoted" dir="auto">
            {review.said}
          </p>
        </>
      )}
      <FaultSummary title={moderation.faultsTitle} faults={faults} form={form} />
      <form method="post" action="/moderation">
        <HiddenFields fields={[...hidden, { name: "review", value: review.id }]} />
        <LineField
          form={form}
          name="reason"
          label={moderation.reason}
          hint={moderation.reasonHint}
          value={failed?.reason ?? ""}
          maxLength={300}
          fault={faultOf(faults, "reason")}
        />
        <div className="send">
          <button type="submit" className="button quiet" name="intent" value="let-through">
            {moderation.letThrough[review.kind]}
            <span className="for-ears">: {whose}</span>
          </button>
          <button type="submit" className="button quiet" name="intent" value="remove">
            {moderation.remove[review.kind]}
            <span className="for-ears">: {whose}</span>
          </button>
        </div>
      </form>
    </>
  );
}
