/** Whether a run does what is expected of it. */
import type { Trace } from '../trace/types.ts';
import { amountText, clockText, spanText } from './figures.ts';
import { measureRun } from './measures/measure.ts';
import { type Measured, turningInstant } from './measures/running.ts';
import { printMeasure } from './print.ts';
import type { Answer, Comparison, Expectation, Measure, MeasureUnit } from './types.ts';
import { unitOf } from './words.ts';

const HOLDS: Readonly<Record<Comparison, (measured: number, value: number) => boolean>> = {
  '<=': (measured, value) => measured <= value,
  '>=': (measured, value) => measured >= value,
  '==': (measured, value) => measured === value,
  '!=': (measured, value) => measured !== value,
  '<': (measured, value) => measured < value,
  '>': (measured, value) => measured > value,
};

const WORDS: Readonly<Record<Comparison, string>> = {
  '<=': 'at most ',
  '>=': 'at least ',
  '==': '',
  '!=': 'not ',
  '<': 'less than ',
  '>': 'more than ',
};

function measuredText(value: number, unit: MeasureUnit): string {
  return unit === 'seconds' ? spanText(value) : amountText(value, unit);
}

/** What a number is before anything has happened; an extreme is none then. */
function emptyOf({ kind }: Measure): number | undefined {
  return ['most', 'least', 'metricMost', 'metricLeast'].includes(kind) ? undefined : 0;
}

function decisiveInstant(expectation: Expectation, measured: Measured): number | undefined {
  const { measure, comparison, value } = expectation;
  const holds = (number: number) => HOLDS[comparison](number, value);
  return turningInstant(measured, emptyOf(measure), holds, value) ?? measured.atSeconds;
}

function sentenceOf(expectation: Expectation, measured: number, atSeconds: number | undefined): string {
  const { measure, span, comparison, value } = expectation;
  const unit = unitOf(measure);
  const when = atSeconds === undefined ? '' : ` (${clockText(atSeconds)})`;
  const limit = `${WORDS[comparison]}${measuredText(value, unit)}`;
  return `${printMeasure(measure, span)}: ${measuredText(measured, unit)}${when}; expected ${limit}.`;
}

/**
 * Holds an expectation against a run.
 *
 * @rule XP1 XP3
 */
export function judge(expectation: Expectation, trace: Trace): Answer {
  const { measure, span, comparison, value } = expectation;
  const unit = unitOf(measure);
  const measured = measureRun(measure, trace, span);
  if (measured === undefined) {
    return { isMet: false, unit, sentence: `${printMeasure(measure, span)}: this run has no such number.` };
  }
  const atSeconds = decisiveInstant(expectation, measured);
  return {
    isMet: HOLDS[comparison](measured.value, value),
    measured: measured.value,
    unit,
    ...(atSeconds === undefined ? {} : { atSeconds }),
    sentence: sentenceOf(expectation, measured.value, atSeconds),
  };
}
