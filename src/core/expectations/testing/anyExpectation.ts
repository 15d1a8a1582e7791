/** Expectations, measures and moments for property tests. */
import fc from 'fast-check';
import { CONDITION_STATUSES, LIMITER_KINDS } from '../../trace/types.ts';
import {
  COMPARISONS,
  COUNT_NAMES,
  DIRECTIONS,
  type Expectation,
  type Measure,
  type MomentSelector,
} from '../types.ts';
import { canHaveSpan, unitOf } from '../words.ts';

const seconds = fc.nat({ max: 86_400 });
const amount = fc.oneof(
  fc.nat({ max: 1_000_000 }),
  fc.integer({ min: 0, max: 1e6 }).map((value) => value / 1000),
);
const name = fc.oneof(
  fc.constantFrom(
    'cpu',
    'memory',
    'http_requests_per_second',
    'cpu#2',
    'replicas',
    'at',
    'pod-hours',
    'from',
    'never',
  ),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
);
const direction = fc.constantFrom(...DIRECTIONS);
const side = fc.constantFrom('above' as const, 'below' as const);
const level = fc.oneof(
  fc.constantFrom({ of: 'target' as const }, { of: 'tolerance' as const }),
  fc.record({ of: fc.constant('value' as const), value: amount, percent: fc.boolean() }),
);
const condition = fc.record(
  { condition: name, status: fc.constantFrom(...CONDITION_STATUSES), reason: name },
  { requiredKeys: ['condition', 'status'] },
);
const by = fc.constantFrom(...LIMITER_KINDS);

export const anyMeasure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('most' as const, 'least' as const),
    of: fc.constantFrom(...COUNT_NAMES),
  }),
  fc.record({
    kind: fc.constant('countAt' as const),
    of: fc.constantFrom(...COUNT_NAMES),
    atSeconds: seconds,
  }),
  fc.record({ kind: fc.constantFrom('metricMost' as const, 'metricLeast' as const), metric: name }),
  fc.record({ kind: fc.constant('metricAt' as const), metric: name, atSeconds: seconds }),
  fc.record(
    { kind: fc.constant('changes' as const), direction, perSeconds: fc.integer({ min: 1, max: 7200 }) },
    { requiredKeys: ['kind', 'direction'] },
  ),
  fc.record({ kind: fc.constant('timeToFirst' as const), direction, afterSeconds: seconds }),
  fc.constantFrom<Measure>(
    { kind: 'reversals' },
    { kind: 'droppedRequests' },
    { kind: 'droppedShare' },
    { kind: 'p95Latency' },
    { kind: 'podHours' },
    { kind: 'nodeHours' },
    { kind: 'timeAt', bound: 'max' },
    { kind: 'timeAt', bound: 'min' },
  ),
  fc.record({ kind: fc.constant('timeLimited' as const), by }),
  fc.record({ kind: fc.constant('timeBeyond' as const), metric: name, side, level, longest: fc.boolean() }),
  condition.map((of) => ({ kind: 'timeWithCondition' as const, ...of })),
  fc.record({ kind: fc.constant('events' as const), reason: name }),
);

const anySpan = fc
  .tuple(seconds, fc.integer({ min: 1, max: 86_400 }))
  .map(([fromSeconds, length]) => ({ fromSeconds, toSeconds: fromSeconds + length }));

export const anyExpectation: fc.Arbitrary<Expectation> = fc
  .record({
    measure: anyMeasure,
    span: fc.option(anySpan, { nil: undefined }),
    comparison: fc.constantFrom(...COMPARISONS),
    value: amount,
  })
  .map(({ measure, span, comparison, value }) => ({
    measure,
    ...(span === undefined || !canHaveSpan(measure) ? {} : { span }),
    comparison,
    value: unitOf(measure) === 'seconds' ? Math.round(value * 1000) / 1000 : value,
  }));

export const anyMoment: fc.Arbitrary<MomentSelector> = fc
  .record({
    nth: fc.constantFrom('first' as const, 'last' as const),
    of: fc.oneof(
      fc.record({ kind: fc.constant('change' as const), direction }),
      fc.record({ kind: fc.constant('limited' as const), by }),
      fc.record({ kind: fc.constant('event' as const), reason: name }),
      condition.map((of) => ({ kind: 'condition' as const, ...of })),
      fc.record({ kind: fc.constant('metric' as const), metric: name, side, level }),
    ),
    afterSeconds: fc.option(fc.integer({ min: 1, max: 86_400 }), { nil: undefined }),
  })
  .map(({ afterSeconds, ...moment }) => ({
    ...moment,
    ...(afterSeconds === undefined ? {} : { afterSeconds }),
  }));
