/**
 * The store orders by moments, an export by days and places. Here moments are made up again that give
 * every list, thread, feed and page the same order; none is later than its day, so that what is
 * written here from now on comes after it.
 */

const DAY_MS = 86_400_000;

/** One essay as far as order goes; days in ms at midnight. */
export interface ToOrder {
  publishedOn: number;
  /** The days of its comments, in the order of writing. */
  days: readonly number[];
  /** Place of the last visible comment in `days`; -1: there is none. */
  lastVisible: number;
  /** Was it that comment by which the thread was last active, and not the essay itself? */
  byComment: boolean;
}

export interface Moments {
  orderedAt: number;
  activeAt: number;
  activeOn: number;
  comments: number[];
}

/**
 * @param publication essays in the order of publication
 * @param activity places in `publication`, the least recently active first
 * @returns moments for each essay of `publication`; null where the two orders contradict each other
 */
export function momentsOf(
  publication: readonly ToOrder[],
  activity: readonly number[],
): Moments[] | null {
  const anchors = anchorsOf(publication, activity);
  if (anchors === null) return null;
  return publication.map((essay, place) => {
    const orderedAt = anchors.published[place] ?? 0;
    const activeAt = anchors.active[place] ?? orderedAt;
    const last = essay.byComment ? (essay.days[essay.lastVisible] ?? 0) : essay.publishedOn;
    return { orderedAt, activeAt, activeOn: last, comments: within(essay, orderedAt, activeAt) };
  });
}

/**
 * Two chains are merged into one: essays as they were published, and what threads were last active
 * by. An essay that nobody has answered is the same link of both; a last comment comes after its
 * essay. Where both may go on, the earlier day does.
 */
function anchorsOf(publication: readonly ToOrder[], activity: readonly number[]) {
  const published: number[] = [];
  const active: number[] = [];
  let moment = Number.NEGATIVE_INFINITY;
  for (let next = 0, acting = 0; next < publication.length || acting < activity.length; ) {
    const essay = publication[next];
    const place = activity[acting];
    const thread = place === undefined ? undefined : publication[place];
    const mayAct = place !== undefined && thread?.byComment === true && place < next;
    const mayPublish = essay !== undefined && (essay.byComment || place === next);
    if (mayAct && thread && !(mayPublish && essay && essay.publishedOn < lastDay(thread))) {
      moment = Math.max(commentMoment(thread, published[place] ?? 0), moment + 1);
      active[place] = moment;
      acting += 1;
    } else if (mayPublish && essay) {
      moment = Math.max(essay.publishedOn, moment + 1);
      published[next] = moment;
      if (!essay.byComment) {
        active[next] = moment;
        acting += 1;
      }
      next += 1;
    } else return null;
  }
  return { published, active };
}

function lastDay(thread: ToOrder): number {
  return thread.days[thread.lastVisible] ?? 0;
}

/** Late enough in its day for those before it on the same day. */
function commentMoment(thread: ToOrder, orderedAt: number): number {
  const day = lastDay(thread);
  let before = 0;
  while (thread.days[thread.lastVisible - 1 - before] === day) before += 1;
  return Math.max(day, orderedAt) + 1 + before;
}

/** Moments of the comments, rising; the last visible one has the moment of the thread's activity. */
function within(essay: ToOrder, orderedAt: number, activeAt: number): number[] {
  const { days, lastVisible, byComment } = essay;
  const moments: number[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [place, day] of days.entries()) {
    const afterEssay = byComment && day + DAY_MS > orderedAt ? orderedAt + 1 : day;
    const wanted = Math.max(day, afterEssay, before + 1);
    // All visible ones come before the moment of activity, whatever their days say.
    const latest = place <= lastVisible ? activeAt - (lastVisible - place) : wanted;
    before = byComment && place === lastVisible ? activeAt : Math.min(wanted, latest);
    moments.push(before);
  }
  return moments;
}
