import type { LoadPoint } from './types.ts';

/** Straight pieces that a stretch between two points is made of at most: they stay within 0.15 % of its rise. */
const PIECES = 32;

/** A straight piece of a smooth curve, from one whole second to another. */
export interface Piece {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly from: number;
  readonly to: number;
}

/**
 * How many straight pieces stand for the stretch behind a point.
 *
 * @param index of a point that has a next one
 * @returns one a second at most
 * @rule LD4
 */
export function piecesAfter(points: readonly LoadPoint[], index: number): number {
  return Math.min(
    PIECES,
    (points[index + 1] as LoadPoint).atSeconds - (points[index] as LoadPoint).atSeconds,
  );
}

/**
 * A straight piece of the stretch behind a point.
 *
 * @param index of a point that has a next one
 * @param piece from 0 on, below `piecesAfter`
 * @rule LD4
 */
export function pieceAt(points: readonly LoadPoint[], index: number, piece: number): Piece {
  const from = points[index] as LoadPoint;
  const to = points[index + 1] as LoadPoint;
  const pieces = piecesAfter(points, index);
  const startSlope = slopeAt(points, index);
  const endSlope = slopeAt(points, index + 1);
  const fromSeconds = knotSeconds(from, to, pieces, piece);
  const toSeconds = knotSeconds(from, to, pieces, piece + 1);
  return {
    fromSeconds,
    toSeconds,
    from: cubicAt(from, to, startSlope, endSlope, fromSeconds),
    to: cubicAt(from, to, startSlope, endSlope, toSeconds),
  };
}

/** The piece that holds an instant of the stretch behind a point; at a seam the later one. */
export function pieceHolding(points: readonly LoadPoint[], index: number, atSeconds: number): number {
  const from = points[index] as LoadPoint;
  const to = points[index + 1] as LoadPoint;
  const pieces = piecesAfter(points, index);
  const share = (atSeconds - from.atSeconds) / (to.atSeconds - from.atSeconds);
  let piece = Math.min(pieces - 1, Math.floor(share * pieces));
  // Seams lie at whole seconds, up to half a second off the even division.
  while (piece > 0 && knotSeconds(from, to, pieces, piece) > atSeconds) piece--;
  while (piece < pieces - 1 && knotSeconds(from, to, pieces, piece + 1) <= atSeconds) piece++;
  return piece;
}

function knotSeconds(from: LoadPoint, to: LoadPoint, pieces: number, knot: number): number {
  return from.atSeconds + Math.round(((to.atSeconds - from.atSeconds) * knot) / pieces);
}

/** The Hermite cubic between two points, kept between them against the last digit of a double. */
function cubicAt(
  from: LoadPoint,
  to: LoadPoint,
  startSlope: number,
  endSlope: number,
  atSeconds: number,
): number {
  const width = to.atSeconds - from.atSeconds;
  const t = (atSeconds - from.atSeconds) / width;
  if (t === 0) return from.value;
  if (t === 1) return to.value;
  const rise = to.value - from.value;
  const bend = startSlope * width * (1 - t) - endSlope * width * t;
  const value = from.value + rise * t * t * (3 - 2 * t) + t * (1 - t) * bend;
  return Math.min(Math.max(from.value, to.value), Math.max(Math.min(from.value, to.value), value));
}

/**
 * The slope at a point: never so steep that the curve would pass one of its neighbours, and flat at a peak and in a
 * valley (M. Steffen, Astronomy and Astrophysics 239, 1990; d3's curveMonotoneX does the same).
 *
 * @returns unit of the curve a second
 * @rule LD4
 */
function slopeAt(points: readonly LoadPoint[], index: number): number {
  const point = points[index] as LoadPoint;
  const before = points[index - 1];
  const after = points[index + 1];
  if (before === undefined || after === undefined) return slopeAtEnd(points, index);
  const widthBefore = point.atSeconds - before.atSeconds;
  const widthAfter = after.atSeconds - point.atSeconds;
  const slopeBefore = (point.value - before.value) / widthBefore;
  const slopeAfter = (after.value - point.value) / widthAfter;
  if (slopeBefore * slopeAfter <= 0) return 0;
  const mean = (slopeBefore * widthAfter + slopeAfter * widthBefore) / (widthBefore + widthAfter);
  const steepest = Math.min(Math.abs(slopeBefore), Math.abs(slopeAfter), Math.abs(mean) / 2) * 2;
  return Math.sign(slopeAfter) * steepest;
}

/** At the first and the last point: as the parabola through it that fits its neighbour's slope. */
function slopeAtEnd(points: readonly LoadPoint[], index: number): number {
  const other = index === 0 ? 1 : index - 1;
  const point = points[index];
  const neighbour = points[other];
  if (point === undefined || neighbour === undefined) return 0;
  const straight = (neighbour.value - point.value) / (neighbour.atSeconds - point.atSeconds);
  const isInside = points[other - 1] !== undefined && points[other + 1] !== undefined;
  return isInside ? (3 * straight - slopeAt(points, other)) / 2 : straight;
}
