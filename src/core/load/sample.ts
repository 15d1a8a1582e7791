import type { LoadCurve, LoadPoint } from './types.ts';

/**
 * Index of the last point at or before an instant; -1 before the first point.
 *
 * @param points    ascending in time
 * @param atSeconds seconds since the start of the run
 * @rule LD1
 */
export function indexAt(points: readonly LoadPoint[], atSeconds: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle] as LoadPoint).atSeconds <= atSeconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The curve's value at an instant. A step takes its new value at the very second of its point.
 *
 * @param atSeconds seconds since the start of the run; may lie outside the points
 * @returns in the curve's unit
 * @rule LD1 LD2
 */
export function sampleLoad(curve: LoadCurve, atSeconds: number): number {
  const { points } = curve;
  const index = indexAt(points, atSeconds);
  if (index < 0) return points[0]?.value ?? 0;
  const from = points[index] as LoadPoint;
  const to = points[index + 1];
  if (to === undefined || curve.interpolation === 'step') return from.value;
  return valueBetween(from, to, atSeconds);
}

/** On the straight line between two points. */
function valueBetween(from: LoadPoint, to: LoadPoint, atSeconds: number): number {
  const share = (atSeconds - from.atSeconds) / (to.atSeconds - from.atSeconds);
  return from.value + (to.value - from.value) * share;
}

/**
 * The area under the curve, exact for both interpolations up to rounding of doubles: how many requests arrive.
 *
 * @param fromSeconds start of the span
 * @param toSeconds   end of the span, not before its start
 * @returns unit of the curve times seconds
 * @rule LD3
 */
export function integrateLoad(curve: LoadCurve, fromSeconds: number, toSeconds: number): number {
  let area = 0;
  let at = fromSeconds;
  let index = indexAt(curve.points, fromSeconds);
  while (at < toSeconds) {
    const end = Math.min(toSeconds, curve.points[index + 1]?.atSeconds ?? toSeconds);
    area += ((valueFrom(curve, index, at) + valueFrom(curve, index, end)) / 2) * (end - at);
    at = end;
    index++;
  }
  return area;
}

/**
 * The value at an instant on the piece that begins at a given point, also at the piece's very end, where a step
 * still has its old value.
 *
 * @param index of the piece's first point; -1 for the constant piece before the first point
 * @rule LD1 LD2
 */
export function valueFrom(curve: LoadCurve, index: number, atSeconds: number): number {
  const from = curve.points[Math.max(index, 0)];
  const to = curve.points[index + 1];
  if (from === undefined) return 0;
  if (index < 0 || to === undefined || curve.interpolation === 'step') return from.value;
  return valueBetween(from, to, atSeconds);
}
