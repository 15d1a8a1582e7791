import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpectation, parseMeasure, parseMoment } from './parse.ts';
import { printExpectation, printMeasure, printMoment } from './print.ts';
import { anyExpectation, anyMeasure, anyMoment } from './testing/anyExpectation.ts';

describe('[XP10] expectations as text', () => {
  it.each([
    ['max replicas <= 20'],
    ['min ready pods from 5m to 20m >= 2'],
    ['replicas at 10m == 4'],
    ['changes <= 6 per hour'],
    ['scale-ups <= 2 per 10m'],
    ['reversals == 0'],
    ['dropped requests == 0'],
    ['dropped share < 0.5%'],
    ['p95 latency <= 250ms'],
    ['pod-hours <= 12.5'],
    ['time at max <= 5m'],
    ['time limited by policy > 0s'],
    ['cpu above 80% in total <= 1m'],
    ['cpu above target at a stretch <= 1m30s'],
    ['time with condition ScalingActive False FailedGetResourceMetric == 0s'],
    ['events FailedGetResourceMetric >= 1'],
    ['time to first scale-up after 5m <= 45s'],
    ['max http_requests_per_second > 100'],
    ['"at" at 5m < 3'],
  ])('reads and writes %s', (text) => {
    const parsed = parseExpectation(text);
    expect(parsed.ok && printExpectation(parsed.value)).toBe(text);
  });

  it.each([
    ['cpu above 80% for <= 60s', 'cpu above 80% in total <= 1m'],
    ['never scales', 'changes == 0'],
    ['no dropped requests', 'dropped requests == 0'],
    ['Max Replicas at most 20', 'max replicas <= 20'],
    ['replicas at 10:00 at least 4', 'replicas at 10m >= 4'],
    ['max replicas ≤ 20', 'max replicas <= 20'],
    ['cpu above 500m <= 90s', 'cpu above 0.5 in total <= 1m30s'],
    ['time with condition X True at most 5m', 'time with condition X True <= 5m'],
  ])('%s means %s', (text, written) => {
    const parsed = parseExpectation(text);
    expect(parsed.ok && printExpectation(parsed.value)).toBe(written);
  });

  it.each([
    ['', 0, 'what is measured'],
    ['max replicas', 12, '<='],
    ['max replicas <= soon', 16, 'a number'],
    ['time at max <= 5', 15, '90s or 5m'],
    ['time limited by fate <= 5m', 16, 'one of none, metric'],
    ['cpu over 80% <= 60s', 4, 'no measure'],
    ['dropped requests from 0s to 5m == 0', 17, 'whole run'],
    ['max replicas from 5m to 5m <= 2', 24, 'after it begins'],
    ['pod-hours <= 3 per hour', 15, 'Only changes'],
    ['max replicas <= 20 please', 19, 'too many'],
    ['max replicas <= 20 €', 19, 'means nothing'],
    ['"cpu above 3 <= 2s', 0, 'not closed'],
    ['replicas <= 3', 9, 'begins with “max”'],
    ['max replicas <= 1e300', 16, 'a number'],
    ['replicas at 99999h == 4', 12, 'that long'],
    [`max ${'x'.repeat(600)} <= 2`, 500, 'at most 500'],
  ])('says what is wrong in “%s”, and where', (text, start, message) => {
    const parsed = parseExpectation(text);
    expect(parsed).toMatchObject({ ok: false, fault: { start, message: expect.stringContaining(message) } });
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyExpectation, (expectation) => {
        expect(parseExpectation(printExpectation(expectation))).toEqual({ ok: true, value: expectation });
      }),
    );
    fc.assert(
      fc.property(anyMeasure, (measure) => {
        expect(parseMeasure(printMeasure(measure))).toEqual({ ok: true, value: { measure } });
      }),
    );
  });

  it('never throws, and its faults lie in the text', () => {
    const word = fc.constantFrom(
      'max',
      'replicas',
      'cpu',
      'above',
      '80%',
      'at',
      '5m',
      '<=',
      'per',
      'from',
      'to',
      '"',
      'time',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const parsed = parseExpectation(input);
        if (parsed.ok) return;
        expect(parsed.fault.start).toBeGreaterThanOrEqual(0);
        expect(parsed.fault.end).toBeLessThanOrEqual(input.length);
      }),
    );
  });
});

describe('[XP11] moments as text', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        expect(parseMoment(printMoment(moment))).toEqual({ ok: true, value: moment });
      }),
    );
  });
  it('says what is wrong', () => {
    expect(parseMoment('second change')).toMatchObject({ ok: false, fault: { start: 0 } });
    expect(parseMoment('first cpu')).toMatchObject({ ok: false, fault: { start: 9 } });
  });
});
