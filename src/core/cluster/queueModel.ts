/**
 * What comes in, what is served and what waits, as a flow: exact between the instants at which something changes, with
 * no ticks. The rate that comes in goes along a straight line; the rate that can be served stands still meanwhile.
 */

/** The mean of min(cap, x) where x goes along a straight line from `from` to `to`. */
export function meanBelowCap(from: number, to: number, cap: number): number {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  if (high <= cap) return (from + to) / 2;
  if (low >= cap) return cap;
  const shareBelow = (cap - low) / (high - low);
  return (shareBelow * (low + cap)) / 2 + (1 - shareBelow) * cap;
}

/** A span during which requests come in along a straight line. */
export interface Inflow {
  /** requests/s at the span's start */
  readonly from: number;
  /** requests/s at its end */
  readonly to: number;
  /** length in seconds */
  readonly span: number;
}

/** What takes the requests in. */
export interface Server {
  /** requests/s that can be served; Infinity without a bound */
  readonly rate: number;
  /** requests that can wait; the ones beyond are refused */
  readonly room: number;
}

/** What became of the requests of a span: those in it and those that waited before it. */
export interface Flow {
  served: number;
  dropped: number;
  /** at the span's end */
  waiting: number;
}

/** Told of each part of a span in which the served rate goes along a straight line, requests/s and seconds. */
export type ServedPart = (from: number, to: number, seconds: number) => void;

/** Below this many requests nothing waits: what rounding leaves is not a queue. */
const NOTHING = 1e-9;
/** Room for less than this many requests is none. */
const LEAST_ROOM = 1e-6;
/** The shortest part, as a share of its span: one that rounding made too short to move the clock would never end. */
const SHORTEST_PART = 1e-12;

/**
 * First instant after 0 at which `start + rate t + slope t² / 2` has come down, or up, to a level.
 *
 * @param distance from the start to the level: negative going down
 * @returns seconds; Infinity when it never gets there
 */
export function firstReach(distance: number, rate: number, slope: number): number {
  if (slope === 0) return rate * distance > 0 ? distance / rate : Number.POSITIVE_INFINITY;
  const discriminant = rate * rate + 2 * slope * distance;
  if (discriminant < 0) return Number.POSITIVE_INFINITY;
  const root = Math.sqrt(discriminant);
  // the form that does not subtract two numbers of the same size
  const q = -(rate + (rate < 0 ? -root : root));
  const roots = q === 0 ? [root / slope, -root / slope] : [q / slope, (-2 * distance) / q];
  const later = roots.filter((t) => t > 0);
  return later.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...later);
}

/**
 * Seconds until the inflow reaches the rate of service.
 *
 * @returns Infinity when it does not in this span
 */
function crossing(inflow: number, slope: number, rate: number): number {
  const seconds = slope === 0 ? Number.POSITIVE_INFINITY : (rate - inflow) / slope;
  return seconds >= 0 ? seconds : Number.POSITIVE_INFINITY;
}

/** One straight or curved part of a span, beginning with `inflow` requests/s. */
interface Part {
  readonly seconds: number;
  readonly servedFrom: number;
  readonly servedTo: number;
  readonly dropped: number;
  readonly waiting: number;
}

/** Nothing waits and everything that comes in is served. */
function partWithoutQueue(inflow: number, slope: number, rate: number, left: number): Part {
  const seconds = Math.min(left, slope > 0 ? crossing(inflow, slope, rate) : left);
  return { seconds, servedFrom: inflow, servedTo: inflow + slope * seconds, dropped: 0, waiting: 0 };
}

/** The queue is full and more comes in than is served. */
function partWhileFull(inflow: number, slope: number, { rate, room }: Server, left: number): Part {
  const seconds = Math.min(left, slope < 0 ? crossing(inflow, slope, rate) : left);
  const dropped = Math.max(0, (inflow - rate + (slope * seconds) / 2) * seconds);
  return { seconds, servedFrom: rate, servedTo: rate, dropped, waiting: room };
}

/** The queue grows or shrinks. */
function partWithQueue(
  waiting: number,
  inflow: number,
  slope: number,
  { rate, room }: Server,
  left: number,
): Part {
  const net = inflow - rate;
  const untilEmpty = firstReach(-waiting, net, slope);
  const untilFull = firstReach(room - waiting, net, slope);
  const seconds = Math.min(left, untilEmpty, untilFull);
  const after =
    seconds === untilEmpty
      ? 0
      : seconds === untilFull
        ? room
        : Math.min(room, Math.max(0, waiting + (net + (slope * seconds) / 2) * seconds));
  return { seconds, servedFrom: rate, servedTo: rate, dropped: 0, waiting: after < NOTHING ? 0 : after };
}

function nextPart(waiting: number, inflow: number, slope: number, server: Server, left: number): Part {
  const grows = inflow > server.rate || (inflow === server.rate && slope > 0);
  if (waiting === 0 && !grows) return partWithoutQueue(inflow, slope, server.rate, left);
  if (grows && waiting >= server.room) return partWhileFull(inflow, slope, server, left);
  return partWithQueue(waiting, inflow, slope, server, left);
}

/**
 * Lets a span pass. What came in = served + dropped + what waits more than before.
 *
 * @param flow `waiting` is what waits at the span's start, at most the server's room; the span is written into it
 * @param part called for each part of the span, in order
 * @rule WL5 WL10 WL11
 */
export function letFlow(flow: Flow, { from, to, span }: Inflow, server: Server, part?: ServedPart): void {
  const offered = ((from + to) / 2) * span;
  const before = flow.waiting;
  flow.dropped = 0;
  const hasRoom = server.room >= LEAST_ROOM;
  if (before === 0 && (!hasRoom || Math.max(from, to) <= server.rate)) {
    flow.served = Math.min(offered, meanBelowCap(from, to, server.rate) * span);
    flow.dropped = offered - flow.served;
    part?.(Math.min(from, server.rate), Math.min(to, server.rate), span);
    return;
  }
  // within a span too short to be divided by, the mean comes in
  const isInstant = span <= NOTHING;
  const slope = isInstant ? 0 : (to - from) / span;
  const first = isInstant ? (from + to) / 2 : from;
  let at = 0;
  while (at < span) {
    const step = nextPart(flow.waiting, first + slope * at, slope, server, span - at);
    part?.(step.servedFrom, step.servedTo, step.seconds);
    flow.dropped += step.dropped;
    flow.waiting = step.waiting;
    at += Math.max(step.seconds, span * SHORTEST_PART);
  }
  flow.served = Math.max(0, before + offered - flow.dropped - flow.waiting);
}
