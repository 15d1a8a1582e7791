/** Expectations, measures and moments as the text that is read again. */
import { secondsText, valueText } from './amounts.ts';
import type { Expectation, Measure, MetricLevel, MomentSelector, MomentSubject, RunSpan } from './types.ts';
import { CHANGE_WORDS, COUNT_WORDS, PLAIN_WORDS, unitOf } from './words.ts';

/** Words that begin a measure or follow a name; a metric that is called so stands in quotes. */
const RESERVED = new Set(
  [
    'max min time events event at above below from to after change changes scale-up scale-ups scale-down scale-downs',
    'limited condition never no first last dropped p95 ready pending starting waiting per for in',
    ...Object.values(COUNT_WORDS),
    ...Object.values(PLAIN_WORDS),
  ]
    .join(' ')
    .split(' '),
);

function nameText(name: string): string {
  const isPlain = /^[A-Za-z_][\w./@#:-]*$/.test(name) && !RESERVED.has(name.toLowerCase());
  return isPlain ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

function levelText(level: MetricLevel): string {
  if (level.of !== 'value') return level.of;
  return `${level.value}${level.percent ? '%' : ''}`;
}

function conditionText(condition: {
  readonly condition: string;
  readonly status: string;
  readonly reason?: string;
}): string {
  const reason = condition.reason === undefined ? '' : ` ${nameText(condition.reason)}`;
  return `${nameText(condition.condition)} ${condition.status}${reason}`;
}

function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'most':
      return `max ${COUNT_WORDS[measure.of]}`;
    case 'least':
      return `min ${COUNT_WORDS[measure.of]}`;
    case 'countAt':
      return `${COUNT_WORDS[measure.of]} at ${secondsText(measure.atSeconds)}`;
    case 'metricMost':
      return `max ${nameText(measure.metric)}`;
    case 'metricLeast':
      return `min ${nameText(measure.metric)}`;
    case 'metricAt':
      return `${nameText(measure.metric)} at ${secondsText(measure.atSeconds)}`;
    case 'changes':
      return `${CHANGE_WORDS[measure.direction]}s`;
    case 'timeToFirst':
      return `time to first ${CHANGE_WORDS[measure.direction]}${afterText(measure.afterSeconds)}`;
    case 'timeAt':
      return `time at ${measure.bound}`;
    case 'timeLimited':
      return `time limited by ${measure.by}`;
    case 'timeBeyond': {
      const { metric, side, level, longest } = measure;
      return `${nameText(metric)} ${side} ${levelText(level)} ${longest ? 'at a stretch' : 'in total'}`;
    }
    case 'timeWithCondition':
      return `time with condition ${conditionText(measure)}`;
    case 'events':
      return `events ${nameText(measure.reason)}`;
    default:
      return PLAIN_WORDS[measure.kind];
  }
}

function afterText(seconds: number | undefined): string {
  return seconds === undefined || seconds === 0 ? '' : ` after ${secondsText(seconds)}`;
}

function spanText(span: RunSpan | undefined): string {
  return span === undefined ? '' : ` from ${secondsText(span.fromSeconds)} to ${secondsText(span.toSeconds)}`;
}

function perText(measure: Measure): string {
  if (measure.kind !== 'changes' || measure.perSeconds === undefined) return '';
  return ` per ${measure.perSeconds === 3600 ? 'hour' : secondsText(measure.perSeconds)}`;
}

/** @rule XP10 */
export function printMeasure(measure: Measure, span?: RunSpan): string {
  return `${measureText(measure)}${spanText(span)}${perText(measure)}`;
}

/** The one way in which an expectation is written. @rule XP10 */
export function printExpectation({ measure, span, comparison, value }: Expectation): string {
  const limit = valueText(value, unitOf(measure));
  return `${measureText(measure)}${spanText(span)} ${comparison} ${limit}${perText(measure)}`;
}

function subjectText(subject: MomentSubject): string {
  switch (subject.kind) {
    case 'change':
      return CHANGE_WORDS[subject.direction];
    case 'limited':
      return `limited by ${subject.by}`;
    case 'event':
      return `event ${nameText(subject.reason)}`;
    case 'condition':
      return `condition ${conditionText(subject)}`;
    case 'metric':
      return `${nameText(subject.metric)} ${subject.side} ${levelText(subject.level)}`;
  }
}

/** @rule XP11 */
export function printMoment({ nth, of, afterSeconds }: MomentSelector): string {
  return `${nth} ${subjectText(of)}${afterText(afterSeconds)}`;
}
