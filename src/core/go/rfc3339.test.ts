import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from './rfc3339.ts';

function read(text: string): string {
  const parsed = parseRfc3339(text);
  return parsed.ok ? parsed.text : parsed.error;
}

describe('a time of the API', () => {
  it.each([
    ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
    ['2024-01-01T1:00:00Z', '2024-01-01T01:00:00Z'],
    ['2024-02-29T23:59:59.999999999+00:30', '2024-02-29T23:29:59Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ['yesterday', ' as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"'],
    ['2024-13-01T00:00:00Z', ': month out of range'],
    ['2023-02-29T00:00:00Z', ': day out of range'],
    ['2024-01-01T25:00:00Z', ': hour out of range'],
    ['2024-01-01T00:00:00', ' as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"'],
    ['2024-01-01 00:00:00Z', ' as "2006-01-02T15:04:05Z07:00": cannot parse " 00:00:00Z" as "T"'],
    ['2024-01-01T00:00:00Zx', ': extra text: "x"'],
  ])('%s is none', (text, error) => {
    expect(read(text)).toBe(`parsing time "${text}"${error}`);
  });
});
