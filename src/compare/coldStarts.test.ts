import { expect, test } from 'vitest';
import type { Trace } from '../core/index.ts';
import { coldStartsOf } from './coldStarts.ts';

const trace = (coldStarts: Trace['coldStarts']) =>
  ({
    durationSeconds: 100,
    coldStarts,
    cluster: {
      atSeconds: Float64Array.of(0, 20, 40, 60),
      offered: Float64Array.of(0, 5, 10, 0),
      droppedRate: Float64Array.of(0, 0, 2, 0),
    },
  }) as unknown as Trace;

test('what comes in and is lost from the first arrival to the first pod that serves', () => {
  const start = { fromSeconds: 20, servedSeconds: 50, firstResponseSeconds: 30.4 };
  expect(coldStartsOf(trace([start]))).toEqual({
    count: 1,
    firstResponseSeconds: 30.4,
    unanswered: 0,
    arrived: 200,
    lost: 20,
  });
});

test('one that nothing answers lasts to the end of the run', () => {
  const never = { fromSeconds: 50, servedSeconds: Number.NaN, firstResponseSeconds: Number.NaN };
  expect(coldStartsOf(trace([never]))).toMatchObject({ count: 1, unanswered: 1, arrived: 100, lost: 20 });
  expect(coldStartsOf(trace([never])).firstResponseSeconds).toBeNaN();
});

test('none: nothing', () => {
  expect(coldStartsOf(trace([]))).toMatchObject({ count: 0, arrived: 0, lost: 0 });
});
