import { expect, test } from 'vitest';
import type { PortionedRun } from './portions.ts';
import { createPractice } from './practice.ts';

/** A clock on which each look takes a millisecond, and what waits for it. */
function setUp() {
  const waiting: { readonly action: () => void; readonly ms: number }[] = [];
  let nowMs = 0;
  let portions = 0;
  let starts = 0;
  const practice = createPractice({
    now: () => nowMs,
    later: (action, ms) => waiting.push({ action, ms }),
  });
  /** a run of fifty portions of a millisecond each */
  const start = (): PortionedRun<string> => {
    starts += 1;
    let left = 50;
    return {
      atSeconds: 0,
      goOn() {
        portions += 1;
        nowMs += 1;
        left -= 1;
        return left === 0 ? 'done' : undefined;
      },
    };
  };
  return {
    practice,
    start,
    waiting,
    next: () => waiting.shift()?.action(),
    counts: () => ({ starts, portions }),
  };
}

test('a run is practised a while after the first answer, in small portions, until it is enough', () => {
  const { practice, start, waiting, next, counts } = setUp();
  practice.begin(start);
  expect(waiting.map(({ ms }) => ms)).toEqual([1500]);
  expect(counts().portions).toBe(0);
  next();
  expect(counts()).toEqual({ starts: 1, portions: 15 });
  while (waiting.length > 0) next();
  expect(counts()).toEqual({ starts: 12, portions: 600 });
});

test('it ends when somebody wants a run, and does not begin again', () => {
  const { practice, start, waiting, next, counts } = setUp();
  practice.begin(start);
  next();
  practice.stop();
  next();
  practice.begin(start);
  expect(waiting).toEqual([]);
  expect(counts().portions).toBe(15);
});
