/** Fewer points for the same picture. Pure. */

/** A series in time: `seconds` ascending, NaN in `values` where it is unknown. */
export interface Points {
  readonly seconds: Float64Array;
  readonly values: Float64Array;
}

/** At most this many points of a column are kept: first, lowest, highest, an unknown one, last. */
export const POINTS_A_COLUMN = 5;

/**
 * Keeps of each pixel column what the column shows: where the series enters and leaves, its extremes, and a gap.
 * No spike is lost, however short. The kept points are points of the input, in its order.
 *
 * @param columns width of the plot in pixels
 */
export function reduceToColumns(points: Points, durationSeconds: number, columns: number): Points {
  const { seconds, values } = points;
  const length = seconds.length;
  if (columns < 1 || length <= columns * 2) return points;
  const kept = new Int32Array(length);
  let count = 0;
  let start = 0;
  while (start < length) {
    const column = columnOf(seconds[start] as number, durationSeconds, columns);
    let end = start + 1;
    while (end < length && columnOf(seconds[end] as number, durationSeconds, columns) === column) end++;
    count = keepColumn(values, start, end, kept, count);
    start = end;
  }
  return pick(points, kept, count);
}

export function columnOf(seconds: number, durationSeconds: number, columns: number): number {
  return Math.min(columns - 1, Math.floor((seconds / durationSeconds) * columns));
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
