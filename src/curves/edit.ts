/**
 * Changes of a load curve that keep its promises: ascending whole seconds, one point at least, no negative value.
 * Pure.
 */
import { type LoadCurve, type LoadPoint, SCENARIO_LIMITS } from '../core/index.ts';

export interface CurveEdit {
  readonly curve: LoadCurve;
  /** of the point that was added, or that stands where one was removed */
  readonly index: number;
}

/** Moves a point; it stops one second before its neighbours, and at both ends of the run. */
export function movePoint(
  curve: LoadCurve,
  index: number,
  to: LoadPoint,
  durationSeconds: number,
): LoadCurve {
  const first = index === 0 ? 0 : secondsOf(curve, index - 1) + 1;
  const next = curve.points[index + 1];
  const last = next === undefined ? durationSeconds : Math.min(durationSeconds, next.atSeconds - 1);
  const atSeconds = Math.max(first, Math.min(last, Math.round(to.atSeconds)));
  const moved = { atSeconds, value: possible(to.value) };
  return { ...curve, points: curve.points.with(index, moved) };
}

function secondsOf(curve: LoadCurve, index: number): number {
  return (curve.points[index] as LoadPoint).atSeconds;
}

function possible(value: number): number {
  return Math.max(0, Math.min(SCENARIO_LIMITS.loadValue, value));
}

/** Adds a point; undefined where there is one at that second already, or as many as there may be. */
export function addPoint(curve: LoadCurve, point: LoadPoint): CurveEdit | undefined {
  const added = { atSeconds: Math.round(point.atSeconds), value: possible(point.value) };
  if (curve.points.length >= SCENARIO_LIMITS.points) return undefined;
  if (curve.points.some(({ atSeconds }) => atSeconds === added.atSeconds)) return undefined;
  const before = curve.points.filter(({ atSeconds }) => atSeconds < added.atSeconds).length;
  return { curve: { ...curve, points: curve.points.toSpliced(before, 0, added) }, index: before };
}

/** Removes a point; undefined for the last one. */
export function removePoint(curve: LoadCurve, index: number): CurveEdit | undefined {
  if (curve.points.length === 1) return undefined;
  const points = curve.points.toSpliced(index, 1);
  return { curve: { ...curve, points }, index: Math.min(index, points.length - 1) };
}

/** The middle of the widest stretch without a point: where "Add point" puts one. */
export function widestGap(curve: LoadCurve, durationSeconds: number): number {
  const inside = curve.points.map(({ atSeconds }) => atSeconds).filter((at) => at <= durationSeconds);
  const ends = [0, ...inside, durationSeconds];
  let start = 0;
  let width = -1;
  for (let i = 1; i < ends.length; i++) {
    const from = ends[i - 1] as number;
    const gap = (ends[i] as number) - from;
    if (gap > width) [start, width] = [from, gap];
  }
  return Math.round(start + width / 2);
}

/** The middle between a point and the next one, or the run's end: where "+" on a point puts one. */
export function gapAfter(curve: LoadCurve, index: number, durationSeconds: number): number {
  const from = secondsOf(curve, index);
  const to = curve.points[index + 1]?.atSeconds ?? durationSeconds;
  return Math.round((from + to) / 2);
}
