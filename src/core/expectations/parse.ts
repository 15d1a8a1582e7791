/** Expectations, measures and moments from their text. The grammar stands in `SPEC.md`. */
import { CONDITION_STATUSES, LIMITER_KINDS } from '../trace/types.ts';
import { readLevel, readSeconds, readValue } from './amounts.ts';
import { type Token, tokens } from './tokens.ts';
import {
  type ChangeDirection,
  COMPARISONS,
  COUNT_NAMES,
  type Comparison,
  type CountName,
  DIRECTIONS,
  type Expectation,
  type ExpectationFault,
  type Measure,
  type MetricLevel,
  type MomentSelector,
  type MomentSubject,
  type Parsed,
  type RunSpan,
} from './types.ts';
import {
  CHANGE_WORDS,
  COMPARISON_WORDS,
  COUNT_WORDS,
  canHaveSpan,
  EXPECTATION_LIMITS,
  PLAIN_WORDS,
  unitOf,
} from './words.ts';

/** Thrown inside of this file alone: what is wrong at a token. */
class Fault extends Error {
  readonly token: Token;
  constructor(message: string, token: Token) {
    super(message);
    this.token = token;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  get next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Takes words if all of them come next. */
  accept(words: string): boolean {
    const wanted = words.split(' ');
    const isNext = wanted.every((word, index) => {
      const token = this.#tokens[this.#at + index];
      return token?.kind === 'word' && token.text.toLowerCase() === word.toLowerCase();
    });
    if (isNext) this.#at += wanted.length;
    return isNext;
  }

  fail(message: string, token = this.next): never {
    throw new Fault(message, token);
  }

  end(): void {
    if (this.next.kind !== 'end') this.fail(`“${this.next.text}” is one word too many.`);
  }
}

function seconds(reader: Reader): number {
  const token = reader.take();
  const value = readSeconds(token.text);
  if (value === undefined) reader.fail('A time is written like 90s, 5m, 1h30m or 10:00.', token);
  if (value > EXPECTATION_LIMITS.seconds) reader.fail('No run is that long.', token);
  return value;
}

/** @param what for the message */
function name(reader: Reader, what: string): string {
  const token = reader.take();
  if (token.kind !== 'word' && token.kind !== 'quoted') reader.fail(`Here ${what} is missing.`, token);
  return token.text;
}

function oneOf<T extends string>(reader: Reader, known: readonly T[], what: string): T {
  const token = reader.take();
  const found = known.find((candidate) => candidate.toLowerCase() === token.text.toLowerCase());
  return found ?? reader.fail(`${what} is one of ${known.join(', ')}.`, token);
}

function countName(reader: Reader): CountName | undefined {
  return COUNT_NAMES.find((count) => reader.accept(COUNT_WORDS[count]));
}

function direction(reader: Reader, ending: '' | 's'): ChangeDirection | undefined {
  return DIRECTIONS.find((candidate) => reader.accept(CHANGE_WORDS[candidate] + ending));
}

function level(reader: Reader): MetricLevel {
  if (reader.accept('target')) return { of: 'target' };
  if (reader.accept('tolerance')) return { of: 'tolerance' };
  const token = reader.take();
  const read = token.kind === 'number' ? readLevel(token.text) : undefined;
  if (read === undefined || Math.abs(read.value) > EXPECTATION_LIMITS.value) {
    reader.fail(
      'A metric is compared with a number such as 80% or 500m, with “target” or with “tolerance”.',
      token,
    );
  }
  return { of: 'value', ...read };
}

function isLongest(reader: Reader): boolean {
  if (reader.accept('at a stretch')) return true;
  if (!reader.accept('in total')) reader.accept('for');
  return false;
}

function condition(reader: Reader) {
  const type = name(reader, 'the type of a condition');
  const status = oneOf(reader, CONDITION_STATUSES, 'The status of a condition');
  const { kind, text } = reader.next;
  const hasReason =
    (kind === 'word' && !['from', 'after', 'at'].includes(text.toLowerCase())) || kind === 'quoted';
  return { condition: type, status, ...(hasReason ? { reason: reader.take().text } : {}) };
}

function extremeOf(reader: Reader, most: boolean): Measure {
  const of = countName(reader);
  if (of !== undefined) return { kind: most ? 'most' : 'least', of };
  return { kind: most ? 'metricMost' : 'metricLeast', metric: name(reader, 'a count or a metric') };
}

function timeMeasure(reader: Reader): Measure {
  if (reader.accept('at max')) return { kind: 'timeAt', bound: 'max' };
  if (reader.accept('at min')) return { kind: 'timeAt', bound: 'min' };
  if (reader.accept('limited by')) {
    return { kind: 'timeLimited', by: oneOf(reader, LIMITER_KINDS, 'What limits') };
  }
  if (reader.accept('with condition')) return { kind: 'timeWithCondition', ...condition(reader) };
  if (!reader.accept('to first')) {
    reader.fail('“time” goes on with “at max”, “at min”, “limited by”, “with condition” or “to first”.');
  }
  const which = direction(reader, '') ?? reader.fail('Here “change”, “scale-up” or “scale-down” is missing.');
  return {
    kind: 'timeToFirst',
    direction: which,
    afterSeconds: reader.accept('after') ? seconds(reader) : 0,
  };
}

function metricMeasure(reader: Reader): Measure {
  const metric = name(reader, 'what is measured');
  if (reader.accept('at')) return { kind: 'metricAt', metric, atSeconds: seconds(reader) };
  for (const side of ['above', 'below'] as const) {
    if (!reader.accept(side)) continue;
    return { kind: 'timeBeyond', metric, side, level: level(reader), longest: isLongest(reader) };
  }
  return reader.fail(`“${metric}” is no measure. A metric’s name goes on with “above”, “below” or “at”.`);
}

function measure(reader: Reader): Measure {
  if (reader.next.kind === 'quoted') return metricMeasure(reader);
  if (reader.accept('max')) return extremeOf(reader, true);
  if (reader.accept('min')) return extremeOf(reader, false);
  if (reader.accept('time')) return timeMeasure(reader);
  if (reader.accept('events')) return { kind: 'events', reason: name(reader, 'the reason of an event') };
  for (const kind of Object.keys(PLAIN_WORDS) as (keyof typeof PLAIN_WORDS)[]) {
    if (reader.accept(PLAIN_WORDS[kind])) return { kind };
  }
  const changes = direction(reader, 's');
  if (changes !== undefined) return { kind: 'changes', direction: changes };
  const of = countName(reader);
  if (of === undefined) return metricMeasure(reader);
  if (!reader.accept('at'))
    reader.fail(`“${COUNT_WORDS[of]}” goes on with “at” and a time, or begins with “max” or “min”.`);
  return { kind: 'countAt', of, atSeconds: seconds(reader) };
}

function span(reader: Reader, of: Measure): RunSpan | undefined {
  const at = reader.next;
  if (!reader.accept('from')) return undefined;
  if (!canHaveSpan(of)) reader.fail('This is measured over the whole run alone.', at);
  const fromSeconds = seconds(reader);
  if (!reader.accept('to')) reader.fail('Here “to” and a time are missing.');
  const end = reader.next;
  const toSeconds = seconds(reader);
  if (toSeconds <= fromSeconds) reader.fail('A span ends after it begins.', end);
  return { fromSeconds, toSeconds };
}

function comparison(reader: Reader): Comparison {
  if (reader.accept('at most')) return '<=';
  if (reader.accept('at least')) return '>=';
  const token = reader.take();
  const known = COMPARISON_WORDS[token.text] ?? COMPARISONS.find((candidate) => candidate === token.text);
  return known ?? reader.fail('Here <=, >=, ==, !=, < or > is missing.', token);
}

/** `per hour`, `per 10m`: only changes are counted so. */
function per(reader: Reader, of: Measure): Measure {
  const at = reader.next;
  if (!reader.accept('per')) return of;
  if (of.kind !== 'changes') reader.fail('Only changes are counted per time.', at);
  const perSeconds = reader.accept('hour') ? 3600 : reader.accept('minute') ? 60 : seconds(reader);
  if (perSeconds <= 0) reader.fail('A time above 0 is needed.', at);
  return { ...of, perSeconds };
}

const SHORT: readonly (readonly [words: string, Expectation])[] = [
  ['never scales', { measure: { kind: 'changes', direction: 'any' }, comparison: '==', value: 0 }],
  ['no dropped requests', { measure: { kind: 'droppedRequests' }, comparison: '==', value: 0 }],
];

function expectation(reader: Reader): Expectation {
  for (const [words, meant] of SHORT) if (reader.accept(words)) return meant;
  const of = measure(reader);
  const part = span(reader, of);
  const sign = comparison(reader);
  const token = reader.take();
  const value = token.kind === 'number' ? readValue(token.text, unitOf(of)) : undefined;
  if (value === undefined || Math.abs(value) > EXPECTATION_LIMITS.value) {
    const wanted = unitOf(of) === 'seconds' ? 'a time such as 90s or 5m' : 'a number';
    reader.fail(`Here ${wanted} is missing.`, token);
  }
  return { measure: per(reader, of), ...(part === undefined ? {} : { span: part }), comparison: sign, value };
}

function subject(reader: Reader): MomentSubject {
  const which = direction(reader, '');
  if (which !== undefined) return { kind: 'change', direction: which };
  if (reader.accept('limited by')) {
    return { kind: 'limited', by: oneOf(reader, LIMITER_KINDS, 'What limits') };
  }
  if (reader.accept('event')) return { kind: 'event', reason: name(reader, 'the reason of an event') };
  if (reader.accept('condition')) return { kind: 'condition', ...condition(reader) };
  const metric = name(reader, 'what happens');
  for (const side of ['above', 'below'] as const) {
    if (reader.accept(side)) return { kind: 'metric', metric, side, level: level(reader) };
  }
  return reader.fail(
    'A moment is a change, a limit, an event, a condition, or a metric above or below a level.',
  );
}

function moment(reader: Reader): MomentSelector {
  const nth = oneOf(reader, ['first', 'last'] as const, 'A moment’s first word');
  const of = subject(reader);
  return { nth, of, ...(reader.accept('after') ? { afterSeconds: seconds(reader) } : {}) };
}

function parsed<T>(text: string, read: (reader: Reader) => T): Parsed<T> {
  const list = tokens(text);
  if (!list.ok) return list;
  const reader = new Reader(list.value);
  try {
    const value = read(reader);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { start, end } = error.token;
    const fault: ExpectationFault = { message: error.message, start, end };
    return { ok: false, fault };
  }
}

/**
 * `max replicas <= 20`, `changes <= 6 per hour`, `dropped requests == 0`, `cpu above 80% for <= 60s`.
 *
 * @rule XP10
 */
export function parseExpectation(text: string): Parsed<Expectation> {
  return parsed(text, expectation);
}

/** The left side alone: `replicas at 10m`, `pod-hours from 0s to 30m`. @rule XP10 */
export function parseMeasure(text: string): Parsed<{ readonly measure: Measure; readonly span?: RunSpan }> {
  return parsed(text, (reader) => {
    const of = measure(reader);
    const part = span(reader, of);
    return { measure: per(reader, of), ...(part === undefined ? {} : { span: part }) };
  });
}

/** `first scale-up`, `first limited by policy after 5m`, `first condition ScalingActive False`. @rule XP11 */
export function parseMoment(text: string): Parsed<MomentSelector> {
  return parsed(text, moment);
}
