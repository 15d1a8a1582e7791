import { describe, expect, it } from 'vitest';
import {
  countOf,
  formatAge,
  formatCpu,
  formatCustomValue,
  formatMemory,
  formatNumber,
  formatPercent,
  formatRatio,
  formatSpan,
  joinWords,
} from './format.ts';

describe('[EX1] numbers are rounded for reading', () => {
  it.each([
    [0, '0'],
    [-0.0001, '−0.0001'],
    [1.5, '1.5'],
    [2, '2'],
    [0.333333, '0.333'],
    [1e-9, '0'],
    [99.96, '100'],
    [999.4, '999'],
    [1234.5, '1235'],
    [12345, '12\u202f345'],
    [2147483647, '2\u202f147\u202f483\u202f647'],
    [Number.NaN, '0/0'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [350, '350m'],
    [1000, '1 core'],
    [1001, '1 core'],
    [1250, '1.25 cores'],
    [9223372036854775807n, '9\u202f223\u202f372\u202f036\u202f854\u202f776 cores'],
  ])('%s milli-cores read %s', (milli, text) => {
    expect(formatCpu(milli)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [512_000, '512 B'],
    [536_870_912_000, '512Mi'],
    [1_610_612_736_000, '1.5Gi'],
  ])('%d milli-bytes read %s', (milli, text) => {
    expect(formatMemory(milli)).toBe(text);
  });

  it.each([
    [120_000, 'http_requests_per_second', '120/s'],
    [12_500_000, 'queue_depth', '12.5k'],
    [250, 'queue_depth', '0.25'],
    [3_000_000_000_000, 'bytes_in_flight', '3G'],
  ])('%d of %s reads %s', (milli, name, text) => {
    expect(formatCustomValue(milli, name)).toBe(text);
  });

  it('shows on which side of an edge a ratio lies', () => {
    expect(formatRatio(2.2286)).toBe('2.23');
    expect(formatRatio(0.4)).toBe('0.40');
    expect(formatRatio(1.1014, [0.9, 1.1])).toBe('1.101');
    expect(formatRatio(1.1, [0.9, 1.1])).toBe('1.10');
    expect(formatRatio(1.1000000095367433, [0.9, 1.1])).toBe('1.10000001');
    expect(formatRatio(1 + 2 ** -52, [1])).toBe('1.0000000000000002');
    expect(formatRatio(Number.NaN, [1])).toBe('0/0');
    expect(formatRatio(Number.POSITIVE_INFINITY, [1])).toBe('∞');
  });

  it('counts and joins in English', () => {
    expect(countOf(1, 'pod')).toBe('1 pod');
    expect(countOf(0, 'pod')).toBe('0 pods');
    expect(countOf(2, 'replica')).toBe('2 replicas');
    expect(joinWords([])).toBe('');
    expect(joinWords(['cpu'])).toBe('cpu');
    expect(joinWords(['cpu', 'memory', 'rps'])).toBe('cpu, memory and rps');
    expect(formatPercent(70)).toBe('70 %');
  });
});

describe('[EX2] spans read in their two largest units', () => {
  it.each([
    [0, '0 s'],
    [59.6, '1 min'],
    [50, '50 s'],
    [250, '4 min 10 s'],
    [300, '5 min'],
    [7200, '2 h'],
    [3900, '1 h 5 min'],
    [90_000, '1 d 1 h'],
  ])('%d seconds read %s', (seconds, text) => {
    expect(formatSpan(seconds)).toBe(text);
  });

  it('takes the span between two instants', () => {
    expect(formatAge(1_000, 251_000)).toBe('4 min 10 s');
  });
});
