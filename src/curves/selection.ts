/**
 * What happens to several points of a curve together. Each keeps the curve's promises: ascending whole seconds, no
 * point passes one that stays, no negative value. Pure.
 */
import { type LoadCurve, type LoadPoint, SCENARIO_LIMITS } from '../core/index.ts';

/** Indices of points, ascending. */
export type Selected = readonly number[];

/** A part of the plot, in seconds and values. */
export interface Box {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly low: number;
  readonly high: number;
}

export function pointsInside({ points }: LoadCurve, { fromSeconds, toSeconds, low, high }: Box): Selected {
  return indicesOf(
    points,
    ({ atSeconds, value }) =>
      atSeconds >= fromSeconds && atSeconds <= toSeconds && value >= low && value <= high,
  );
}

function indicesOf(points: readonly LoadPoint[], isMeant: (point: LoadPoint) => boolean): Selected {
  return points.flatMap((point, index) => (isMeant(point) ? [index] : []));
}

/** The box around the selected points; undefined where there is none. */
export function boundsOf({ points }: LoadCurve, selected: Selected): Box | undefined {
  const chosen = selected.flatMap((index) => points[index] ?? []);
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const values = chosen.map(({ value }) => value);
  return {
    fromSeconds: first.atSeconds,
    toSeconds: last.atSeconds,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

function changeSelected(
  curve: LoadCurve,
  selected: Selected,
  change: (point: LoadPoint) => LoadPoint,
): LoadCurve {
  const chosen = new Set(selected);
  return {
    ...curve,
    points: curve.points.map((point, index) => (chosen.has(index) ? change(point) : point)),
  };
}

/** Moves the points as one: their distances stay, and the first that meets a bound stops them all. */
export function moveSelected(
  curve: LoadCurve,
  selected: Selected,
  by: { readonly seconds: number; readonly value: number },
  durationSeconds: number,
): LoadCurve {
  const bounds = boundsOf(curve, selected);
  if (bounds === undefined) return curve;
  const [least, most] = roomInTime(curve.points, selected, durationSeconds);
  const seconds = Math.round(clamp(by.seconds, least, most));
  const value = clamp(by.value, -bounds.low, SCENARIO_LIMITS.loadValue - bounds.high);
  return changeSelected(curve, selected, (point) => ({
    atSeconds: point.atSeconds + seconds,
    value: tidy(point.value + value),
  }));
}

/** How far the points can move back and forth: to a second beside those that stay, and to the run's ends. */
function roomInTime(
  points: readonly LoadPoint[],
  selected: Selected,
  durationSeconds: number,
): readonly [number, number] {
  const chosen = new Set(selected);
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (const index of selected) {
    const { atSeconds } = points[index] as LoadPoint;
    if (!chosen.has(index - 1)) least = Math.max(least, firstSecond(points, index) - atSeconds);
    if (!chosen.has(index + 1)) most = Math.min(most, lastSecond(points, index, durationSeconds) - atSeconds);
  }
  return [Math.min(0, least), Math.max(0, most)];
}

function firstSecond(points: readonly LoadPoint[], index: number): number {
  const before = points[index - 1];
  return before === undefined ? 0 : before.atSeconds + 1;
}

function lastSecond(points: readonly LoadPoint[], index: number, durationSeconds: number): number {
  const after = points[index + 1];
  return after === undefined ? durationSeconds : after.atSeconds - 1;
}

/** Multiplies the values; less where the highest would pass what a load can be. */
export function scaleSelected(curve: LoadCurve, selected: Selected, factor: number): LoadCurve {
  const bounds = boundsOf(curve, selected);
  if (bounds === undefined || !(factor >= 0)) return curve;
  const most = bounds.high === 0 ? factor : SCENARIO_LIMITS.loadValue / bounds.high;
  const times = Math.min(factor, most);
  return changeSelected(curve, selected, ({ atSeconds, value }) => ({
    atSeconds,
    value: tidy(value * times),
  }));
}

/** Halvings of the way from no stretch to the one asked for, until it fits. */
const HALVINGS = 40;

/**
 * Multiplies the distances in time, from the first or the last selected point. As far as there is room: no point
 * passes one that stays or leaves the run, and no two come to the same second.
 */
export function stretchSelected(
  curve: LoadCurve,
  selected: Selected,
  factor: number,
  from: 'first' | 'last',
  durationSeconds: number,
): LoadCurve {
  const bounds = boundsOf(curve, selected);
  if (bounds === undefined || !(factor >= 0) || !Number.isFinite(factor)) return curve;
  const fixed = from === 'first' ? bounds.fromSeconds : bounds.toSeconds;
  const stretched = (times: number): LoadCurve =>
    changeSelected(curve, selected, ({ atSeconds, value }) => ({
      atSeconds: fixed + Math.round((atSeconds - fixed) * times),
      value,
    }));
  const end = Math.max(durationSeconds, bounds.toSeconds);
  const fits = (times: number): boolean => isInOrder(stretched(times).points, selected, end);
  if (fits(factor)) return stretched(factor);
  let good = 1;
  let bad = factor;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (good + bad) / 2;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return stretched(good);
}

function isInOrder(points: readonly LoadPoint[], selected: Selected, end: number): boolean {
  const isAscending = points.every(
    ({ atSeconds }, index) => index === 0 || atSeconds > (points[index - 1] as LoadPoint).atSeconds,
  );
  return (
    isAscending &&
    selected.every((index) => {
      const { atSeconds } = points[index] as LoadPoint;
      return atSeconds >= 0 && atSeconds <= end;
    })
  );
}

/** Removes the points; the first of them stays where there would be none left. */
export function removeSelected(curve: LoadCurve, selected: Selected): LoadCurve {
  const chosen = new Set(selected);
  const points = curve.points.filter((_, index) => !chosen.has(index));
  return { ...curve, points: points.length > 0 ? points : curve.points.slice(0, 1) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Without the last digits that doubles add, and never below zero by them. */
function tidy(value: number): number {
  return Math.max(0, Number(value.toPrecision(12)));
}
