/** A number of a run as it comes about: what it would be if the run ended there. */
import type { RunSpan } from '../types.ts';

/** From this second on the number is this; `isSloped`: it grows to it evenly from the point before. */
export interface RunningPoint {
  readonly atSeconds: number;
  readonly value: number;
  readonly isSloped?: boolean;
}

/** A measured number with how it came about. */
export interface Measured {
  readonly value: number;
  /** in the order of time; empty where no instant decides */
  readonly running: readonly RunningPoint[];
  /** where nobody asks for a limit: the extreme, the first or the last of what is counted */
  readonly atSeconds?: number;
}

/** A value from a second on, until the next one. */
export interface StepPoint {
  readonly atSeconds: number;
  readonly value: number;
}

/** A stretch of time, in seconds since the run's start. */
export interface Stretch {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** The points of a step line within a span, what holds at its start included. */
export function within(points: readonly StepPoint[], { fromSeconds, toSeconds }: RunSpan): StepPoint[] {
  const inside: StepPoint[] = [];
  let before: StepPoint | undefined;
  for (const point of points) {
    if (point.atSeconds >= toSeconds) break;
    if (point.atSeconds <= fromSeconds) before = point;
    else inside.push(point);
  }
  return before === undefined ? inside : [{ atSeconds: fromSeconds, value: before.value }, ...inside];
}

/** The highest or lowest value of a step line; undefined without any. @rule XP4 */
export function extreme(points: readonly StepPoint[], sign: 1 | -1): Measured | undefined {
  const running: StepPoint[] = [];
  for (const point of points) {
    const last = running.at(-1);
    if (last === undefined || sign * point.value > sign * last.value) running.push(point);
  }
  const last = running.at(-1);
  return last && { value: last.value, running, atSeconds: last.atSeconds };
}

/** How many there are. @param instants ascending */
export function count(instants: readonly number[]): Measured {
  const last = instants.at(-1);
  return {
    value: instants.length,
    running: instants.map((atSeconds, index) => ({ atSeconds, value: index + 1 })),
    ...(last === undefined ? {} : { atSeconds: last }),
  };
}

/** The most of them in any span of a length; the span's end is not part of it. @param instants ascending */
export function mostPer(instants: readonly number[], perSeconds: number): Measured {
  const counts: StepPoint[] = [];
  let from = 0;
  for (const [index, atSeconds] of instants.entries()) {
    while ((instants[from] as number) <= atSeconds - perSeconds) from++;
    counts.push({ atSeconds, value: index - from + 1 });
  }
  return extreme(counts, 1) ?? { value: 0, running: [] };
}

/** Seconds of all stretches together, or of the longest one. @param stretches ascending, apart from each other */
export function lasting(stretches: readonly Stretch[], longest: boolean): Measured {
  const running: RunningPoint[] = [];
  let most = 0;
  for (const { fromSeconds, toSeconds } of stretches) {
    const length = toSeconds - fromSeconds;
    const reached = longest ? length : most + length;
    if (reached <= most) continue;
    // a longer stretch matters from where it has become as long as the longest before
    const matters = longest ? fromSeconds + most : fromSeconds;
    running.push(
      { atSeconds: matters, value: most },
      { atSeconds: toSeconds, value: reached, isSloped: true },
    );
    most = reached;
  }
  const at = longest ? running.at(-2) : running[0];
  const start =
    longest && at !== undefined ? stretches.find(({ toSeconds }) => toSeconds > at.atSeconds) : at;
  const atSeconds = start && ('fromSeconds' in start ? start.fromSeconds : start.atSeconds);
  return { value: most, running, ...(atSeconds === undefined ? {} : { atSeconds }) };
}

/** Stretches during which something holds, of a step line that ends with the run. */
export function stretchesWhere(
  points: readonly StepPoint[],
  endSeconds: number,
  holds: (value: number) => boolean,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, { atSeconds, value }] of points.entries()) {
    if (!holds(value)) continue;
    const toSeconds = points[index + 1]?.atSeconds ?? endSeconds;
    const last = stretches.at(-1);
    if (last?.toSeconds === atSeconds) stretches[stretches.length - 1] = { ...last, toSeconds };
    else stretches.push({ fromSeconds: atSeconds, toSeconds });
  }
  return stretches;
}

/**
 * The instant at which an answer fell: from there on it is what it is at the end.
 *
 * @param empty what the number is before anything has happened; undefined: there is none
 * @param holds whether the number meets what is expected
 * @param limit what it is compared with, to find the instant on a slope
 * @returns undefined when the answer never turned
 * @rule XP3
 */
export function turningInstant(
  { running }: Measured,
  empty: number | undefined,
  holds: (value: number) => boolean,
  limit: number,
): number | undefined {
  let previous = empty === undefined ? undefined : holds(empty);
  let previousValue = empty ?? 0;
  let previousAt = 0;
  let turned: number | undefined;
  for (const { atSeconds, value, isSloped = false } of running) {
    const now = holds(value);
    if (previous !== undefined && now !== previous) {
      turned = isSloped ? Math.max(previousAt, previousAt + limit - previousValue) : atSeconds;
    } else if (previous === undefined && !now) {
      turned = atSeconds;
    }
    previous = now;
    previousValue = value;
    previousAt = atSeconds;
  }
  return turned;
}
