import { expect, test } from 'vitest';
import { formatClock } from './time.ts';

test.each([
  [0, '00:00:00'],
  [1305, '00:21:45'],
  [59.9, '00:00:59'],
  [86_400, '24:00:00'],
  [360_000, '100:00:00'],
])('%d seconds are %s', (seconds, clock) => {
  expect(formatClock(seconds)).toBe(clock);
});
