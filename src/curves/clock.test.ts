import { expect, it } from 'vitest';
import { formatSpan, parseInstant } from './clock.ts';

it.each([
  ['1:30:00', 5400],
  ['21:45', 1305],
  ['45s', 45],
  ['10 min', 600],
  ['1h 30m', 5400],
  ['7 d', 604_800],
  ['1d 12h', 129_600],
  ['90', 5400],
])('reads %s', (text, seconds) => expect(parseInstant(text)).toBe(seconds));

it.each(['', 'soon', '-5', '1:99', '5 weeks', '1e3'])('refuses "%s"', (text) =>
  expect(parseInstant(text)).toBeUndefined(),
);

it('says how long a run is so that it can be typed again', () => {
  for (const [seconds, text] of [
    [300, '5 min'],
    [3600, '1 h'],
    [86_400, '24 h'],
    [604_800, '7 d'],
    [5400, '1 h 30 min'],
  ] as const) {
    expect(formatSpan(seconds)).toBe(text);
    expect(parseInstant(text)).toBe(seconds);
  }
});
