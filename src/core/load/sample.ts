import { type Piece, pieceAt, pieceHolding, piecesAfter } from './smooth.ts';
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
 * @rule LD1 LD2 LD4
 */
export function sampleLoad(curve: LoadCurve, atSeconds: number): number {
  const { points } = curve;
  const index = indexAt(points, atSeconds);
  if (index < 0) return points[0]?.value ?? 0;
  const from = points[index] as LoadPoint;
  const to = points[index + 1];
  if (to === undefined || curve.interpolation === 'step') return from.value;
  if (curve.interpolation === 'linear') return valueBetween(from, to, atSeconds);
  return valueOnPiece(pieceAt(points, index, pieceHolding(points, index, atSeconds)), atSeconds);
}

/** On the straight line between two points. */
function valueBetween(from: LoadPoint, to: LoadPoint, atSeconds: number): number {
  const share = (atSeconds - from.atSeconds) / (to.atSeconds - from.atSeconds);
  return from.value + (to.value - from.value) * share;
}

/** On a straight piece of a smooth curve. */
export function valueOnPiece({ fromSeconds, toSeconds, from, to }: Piece, atSeconds: number): number {
  return from + (to - from) * ((atSeconds - fromSeconds) / (toSeconds - fromSeconds));
}

/**
 * The area under the curve, exact for every interpolation up to rounding of doubles: how many requests arrive.
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
    area += areaFrom(curve, index, at, end);
    at = end;
    index++;
  }
  return area;
}

/** The area of a part of the stretch behind a point. */
function areaFrom(curve: LoadCurve, index: number, fromSeconds: number, toSeconds: number): number {
  const { points } = curve;
  if (curve.interpolation !== 'smooth' || index < 0 || points[index + 1] === undefined) {
    const height = (valueFrom(curve, index, fromSeconds) + valueFrom(curve, index, toSeconds)) / 2;
    return height * (toSeconds - fromSeconds);
  }
  let area = 0;
  const pieces = piecesAfter(points, index);
  for (let piece = pieceHolding(points, index, fromSeconds); piece < pieces; piece++) {
    const straight = pieceAt(points, index, piece);
    const from = Math.max(fromSeconds, straight.fromSeconds);
    const to = Math.min(toSeconds, straight.toSeconds);
    if (from >= to) break;
    area += ((valueOnPiece(straight, from) + valueOnPiece(straight, to)) / 2) * (to - from);
  }
  return area;
}

/**
 * The value at an instant of the stretch behind a given point, also at the stretch's very end, where a step still has
 * its old value. Not for a smooth curve.
 *
 * @param index of the point; -1 for the constant stretch before the first one
 * @rule LD1 LD2
 */
export function valueFrom(curve: LoadCurve, index: number, atSeconds: number): number {
  const from = curve.points[Math.max(index, 0)];
  const to = curve.points[index + 1];
  if (from === undefined) return 0;
  if (index < 0 || to === undefined || curve.interpolation === 'step') return from.value;
  return valueBetween(from, to, atSeconds);
}
