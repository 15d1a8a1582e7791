/** A series as the points of a load curve: from second 0 on, whole seconds, few enough, no peak lost. Pure. */
import { type LoadPoint, SCENARIO_LIMITS } from '../core/index.ts';
import type { LoadSeries } from './types.ts';

/** Points that a hand can still move, and a link still hold. */
export const USUAL_POINTS = 120;

export interface Shaping {
  /** at least 4; the bound of a scenario at most */
  readonly maxPoints: number;
  /** what every value is multiplied by */
  readonly factor: number;
  /** what every distance in time is multiplied by */
  readonly stretch: number;
  /** where samples are missing: the line goes straight on, or there is no load */
  readonly gaps: 'straight' | 'zero';
}

export type ShapedLoad =
  | {
      readonly ok: true;
      readonly points: readonly LoadPoint[];
      /** samples that they stand for */
      readonly samples: number;
      /** stretches without samples, longer than the usual distance of two */
      readonly gaps: number;
      /** samples beyond the longest run, left out */
      readonly cut: number;
    }
  | { readonly ok: false; readonly message: string };

type Point = { readonly atSeconds: number; readonly value: number };

/** @param series without a problem */
export function toPoints(series: LoadSeries, shaping: Shaping): ShapedLoad {
  const { durationSeconds: longest, loadValue, points: most } = SCENARIO_LIMITS;
  const samples = series.seconds.length;
  if (samples === 0) return { ok: false, message: series.problem ?? `${series.name} holds no values.` };
  const highest = series.values.reduce((high, value) => Math.max(high, value), 0) * shaping.factor;
  if (!(highest <= loadValue)) {
    return {
      ok: false,
      message: `The highest value comes to ${highest.toPrecision(3)}; a load is ${loadValue} at most. Choose a smaller factor.`,
    };
  }
  const gaps = gapsOf(series.seconds);
  const whole = wholeSeconds(shaping.gaps === 'zero' ? withZeros(series, gaps) : samplesOf(series), shaping);
  const inside = whole.filter(({ atSeconds }) => atSeconds <= longest);
  const rounded = rounder(highest);
  const points = fewer(
    withoutNeedless(inside),
    Math.max(4, Math.min(most, Math.floor(shaping.maxPoints))),
  ).map(({ atSeconds, value }) => ({ atSeconds, value: rounded(value) }));
  return { ok: true, points, samples, gaps: gaps.length, cut: whole.length - inside.length };
}

function samplesOf({ seconds, values }: LoadSeries): Point[] {
  return Array.from(seconds, (atSeconds, index) => ({ atSeconds, value: values[index] as number }));
}

/** More than one and a half of the usual distance is a gap. */
const GAP = 1.5;

/** Indices of the samples before a gap. */
function gapsOf(seconds: Float64Array): number[] {
  const steps = seconds.subarray(1).map((at, index) => at - (seconds[index] as number));
  const usual = steps.toSorted()[Math.floor(steps.length / 2)] ?? 0;
  return Array.from(steps.keys()).filter((index) => (steps[index] as number) > usual * GAP);
}

/** A gap begins and ends with a zero, a second from the samples beside it. */
function withZeros(series: LoadSeries, gaps: readonly number[]): Point[] {
  const before = new Set(gaps);
  return samplesOf(series).flatMap((sample, index, all) => {
    const next = all[index + 1];
    if (next === undefined || !before.has(index)) return [sample];
    const [from, to] = [sample.atSeconds + 1, next.atSeconds - 1];
    if (from > to) return [sample];
    return [sample, { atSeconds: from, value: 0 }, { atSeconds: to, value: 0 }];
  });
}

/** From 0 on. Of several in one second the highest counts. */
function wholeSeconds(samples: readonly Point[], { factor, stretch }: Shaping): Point[] {
  const start = samples[0]?.atSeconds ?? 0;
  const points: Point[] = [];
  for (const sample of samples) {
    const atSeconds = Math.round((sample.atSeconds - start) * stretch);
    const value = sample.value * factor;
    const last = points.at(-1);
    if (last === undefined || last.atSeconds < atSeconds) points.push({ atSeconds, value });
    else points[points.length - 1] = { atSeconds: last.atSeconds, value: Math.max(last.value, value) };
  }
  return points;
}

/** Without points on the straight line between those beside them. */
function withoutNeedless(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const before = kept.at(-1);
    const after = points[index + 1];
    if (before === undefined || after === undefined || !isBetween(before, point, after)) kept.push(point);
  });
  return kept;
}

function isBetween(before: Point, point: Point, after: Point): boolean {
  const share = (point.atSeconds - before.atSeconds) / (after.atSeconds - before.atSeconds);
  const straight = before.value + (after.value - before.value) * share;
  return Math.abs(point.value - straight) <= 1e-9 * Math.max(before.value, after.value, point.value);
}

/** First, last, and of each of equal spans of time its lowest and its highest: no peak is lost. */
function fewer(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const first = points[0] as Point;
  const last = points.at(-1) as Point;
  const spans = Math.floor((most - 2) / 2);
  const width = (last.atSeconds - first.atSeconds) / spans;
  const kept = new Set<Point>([first, last]);
  let rest = points.slice(1, -1);
  for (let span = 1; span <= spans; span++) {
    const end = span === spans ? Number.POSITIVE_INFINITY : first.atSeconds + span * width;
    const stop = rest.findIndex(({ atSeconds }) => atSeconds >= end);
    const inside = stop < 0 ? rest : rest.slice(0, stop);
    rest = stop < 0 ? [] : rest.slice(stop);
    if (inside.length === 0) continue;
    kept.add(inside.reduce((low, point) => (point.value < low.value ? point : low)));
    kept.add(inside.reduce((high, point) => (point.value > high.value ? point : high)));
  }
  return [...kept].sort((a, b) => a.atSeconds - b.atSeconds);
}

/** To about five digits of the highest value: what is finer nobody sees, and links would carry it. */
function rounder(highest: number): (value: number) => number {
  if (highest === 0) return () => 0;
  const digits = 4 - Math.floor(Math.log10(highest));
  if (digits < 0) return (value) => Math.round(value);
  const power = 10 ** Math.min(digits, 12);
  return (value) => Math.round(value * power) / power;
}
