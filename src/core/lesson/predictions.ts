/** What the right answer to a prediction was, by the run, and how near somebody came. */
import { judge } from '../expectations/judge.ts';
import { measureRun } from '../expectations/measures/measure.ts';
import type { StepPoint } from '../expectations/measures/running.ts';
import { countSeries } from '../expectations/measures/series.ts';
import type { Trace } from '../trace/types.ts';
import type { Prediction } from './types.ts';

/** What somebody said before the run. */
export type PredictionAnswer =
  | { readonly kind: 'choose'; readonly option: number }
  | { readonly kind: 'number'; readonly value: number }
  /** replicas from each second on, ascending in time */
  | { readonly kind: 'draw'; readonly points: readonly StepPoint[] };

/** What the run did. */
export type Outcome =
  /** undefined: no option holds, or more than one does */
  | { readonly kind: 'choose'; readonly option: number | undefined }
  | { readonly kind: 'number'; readonly value: number | undefined }
  | { readonly kind: 'draw'; readonly points: readonly StepPoint[] };

/**
 * The right answer, measured in the run.
 *
 * @rule LS8
 */
export function outcomeOf(prediction: Prediction, trace: Trace): Outcome {
  switch (prediction.kind) {
    case 'choose': {
      const holding = prediction.options.flatMap(({ when }, index) =>
        judge(when, trace).isMet ? [index] : [],
      );
      return { kind: 'choose', option: holding.length === 1 ? holding[0] : undefined };
    }
    case 'number':
      return { kind: 'number', value: measureRun(prediction.measure, trace, prediction.span)?.value };
    case 'draw':
      return { kind: 'draw', points: countSeries(trace, 'replicas') };
  }
}

function valueAt(points: readonly StepPoint[], atSeconds: number): number {
  return (points.findLast((point) => point.atSeconds <= atSeconds) ?? points[0])?.value ?? 0;
}

/**
 * How much of two step lines is the same: the area under both, of the area under either, above the lowest value of the
 * two. Where all lies within one replica, that replica is what an error is measured by.
 */
function likeness(one: readonly StepPoint[], other: readonly StepPoint[], durationSeconds: number): number {
  const floor = Math.min(...[...one, ...other].map(({ value }) => value));
  const instants = [...new Set([0, ...[...one, ...other].map(({ atSeconds }) => atSeconds)])]
    .filter((at) => at >= 0 && at < durationSeconds)
    .toSorted((a, b) => a - b);
  let apart = 0;
  let either = 0;
  for (const [index, at] of instants.entries()) {
    const seconds = (instants[index + 1] ?? durationSeconds) - at;
    const [low, high] = [valueAt(one, at), valueAt(other, at)].toSorted((a, b) => a - b) as [number, number];
    apart += (high - low) * seconds;
    either += (high - floor) * seconds;
  }
  return Math.max(0, 1 - apart / Math.max(either, durationSeconds));
}

function nearness(said: number, right: number): number {
  if (said === right) return 1;
  if (!Number.isFinite(said) || !Number.isFinite(right)) return 0;
  return Math.max(0, 1 - Math.abs(said - right) / Math.max(Math.abs(right), 1));
}

/**
 * How right an answer was, from 0 to 1. An answer of another kind than the outcome scores nothing.
 *
 * @rule LS8
 */
export function scorePrediction(answer: PredictionAnswer, outcome: Outcome, durationSeconds: number): number {
  if (answer.kind === 'choose' && outcome.kind === 'choose') return answer.option === outcome.option ? 1 : 0;
  if (answer.kind === 'number' && outcome.kind === 'number') {
    return outcome.value === undefined ? 0 : nearness(answer.value, outcome.value);
  }
  if (answer.kind !== 'draw' || outcome.kind !== 'draw' || answer.points.length === 0) return 0;
  return likeness(answer.points, outcome.points, durationSeconds);
}
