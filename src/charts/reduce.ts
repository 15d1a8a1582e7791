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
  return reduceToColumns(visiblePart(points, frame), frame, Math.floor(frame.width));
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
  const kept = new Int32Array(length);
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
  let next = count;
  for (const index of [start, lowest, highest, unknown, end - 1].sort(ascending)) {
    if (index >= 0 && (next === count || kept[next - 1] !== index)) kept[next++] = index;
  }
  return next;
}

function ascending(a: number, b: number): number {
  return a - b;
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
