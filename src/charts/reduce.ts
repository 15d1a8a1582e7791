/** Fewer points for the same picture. Pure. */
import type { PlotFrame, TimeWindow } from './frame.ts';

/** A series in time: `seconds` ascending, NaN in `values` where it is unknown. */
export interface Points {
  readonly seconds: Float64Array;
  readonly values: Float64Array;
}

/** At most this many points of a column are kept: first, lowest, highest, an unknown one, last. */
export const POINTS_A_COLUMN = 5;

/** The instants that a picture shows, in columns of a pixel. */
export type ShownSpan = Pick<TimeWindow, 'fromSeconds' | 'toSeconds'>;

/** What a frame shows of a series, in no more points than its width needs. */
export function reduceToFrame(points: Points, frame: PlotFrame): Points {
  return reduceToColumns(withoutRepeats(visiblePart(points, frame)), frame, Math.floor(frame.width));
}

/** Indices that are kept, while they are found; one after the other, never two at once. */
let found = new Int32Array(0);

function reserve(length: number): Int32Array {
  if (found.length < length) found = new Int32Array(2 * length);
  return found;
}

/** The ends of every stretch of equal values: neither a step nor a straight line needs what lies between them. */
export function withoutRepeats(points: Points): Points {
  const { values } = points;
  const kept = reserve(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const isWithin =
      i > 0 &&
      i + 1 < values.length &&
      isSame(values[i - 1] as number, values[i] as number) &&
      isSame(values[i] as number, values[i + 1] as number);
    if (!isWithin) kept[count++] = i;
  }
  return count === values.length ? points : pick(points, kept, count);
}

function isSame(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** The points within a span, and one beyond either end: what is drawn there begins and ends outside. */
export function visiblePart(points: Points, span: ShownSpan): Points {
  const [from, to] = visibleIndices(points.seconds, span);
  if (from === 0 && to === points.seconds.length) return points;
  return { seconds: points.seconds.subarray(from, to), values: points.values.subarray(from, to) };
}

/** Index range [from, to) of `visiblePart`. @param seconds ascending */
export function visibleIndices(
  seconds: Float64Array,
  { fromSeconds, toSeconds }: ShownSpan,
): readonly [number, number] {
  const from = firstWhere(seconds, (at) => at >= fromSeconds);
  const to = firstWhere(seconds, (at) => at > toSeconds);
  return [Math.max(0, from - 1), Math.min(seconds.length, to + 1)];
}

/** Index of the first instant that meets a condition which all later ones meet too; the length where none does. */
function firstWhere(seconds: Float64Array, isMet: (at: number) => boolean): number {
  let low = 0;
  let high = seconds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isMet(seconds[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Keeps of each pixel column what the column shows: where the series enters and leaves, its extremes, and a gap.
 * No spike is lost, however short. The kept points are points of the input, in its order.
 *
 * @param columns width of the plot in pixels
 */
export function reduceToColumns(points: Points, span: ShownSpan, columns: number): Points {
  const { seconds, values } = points;
  const length = seconds.length;
  if (columns < 1 || length <= columns * 2) return points;
  const kept = reserve(length);
  let count = 0;
  let start = 0;
  while (start < length) {
    const column = columnOf(seconds[start] as number, span, columns);
    let end = start + 1;
    while (end < length && columnOf(seconds[end] as number, span, columns) === column) end++;
    count = keepColumn(values, start, end, kept, count);
    start = end;
  }
  return pick(points, kept, count);
}

/** -1 before the span; `columns` after it; its very end belongs to the last one. */
export function columnOf(seconds: number, { fromSeconds, toSeconds }: ShownSpan, columns: number): number {
  if (seconds < fromSeconds) return -1;
  if (seconds > toSeconds) return columns;
  return Math.min(columns - 1, Math.floor(((seconds - fromSeconds) / (toSeconds - fromSeconds)) * columns));
}

/** Appends the indices to keep of [start, end) in ascending order; returns the new count. */
function keepColumn(
  values: Float64Array,
  start: number,
  end: number,
  kept: Int32Array,
  count: number,
): number {
  let lowest = -1;
  let highest = -1;
  let unknown = -1;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) unknown = i;
    else {
      if (lowest < 0 || value < (values[lowest] as number)) lowest = i;
      if (highest < 0 || value > (values[highest] as number)) highest = i;
    }
  }
  // the three in their order, between the ends; -1 stands for none
  const first = Math.min(lowest, highest, unknown);
  const third = Math.max(lowest, highest, unknown);
  const second = lowest + highest + unknown - first - third;
  let next = keep(kept, count, count, start);
  next = keep(kept, count, next, first);
  next = keep(kept, count, next, second);
  next = keep(kept, count, next, third);
  return keep(kept, count, next, end - 1);
}

/** Appends an index unless the column, which begins at `start`, has it already; returns the new count. */
function keep(kept: Int32Array, start: number, count: number, index: number): number {
  if (index < 0 || (count > start && kept[count - 1] === index)) return count;
  kept[count] = index;
  return count + 1;
}

function pick(points: Points, kept: Int32Array, count: number): Points {
  const seconds = new Float64Array(count);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const index = kept[i] as number;
    seconds[i] = points.seconds[index] as number;
    values[i] = points.values[index] as number;
  }
  return { seconds, values };
}
