import { describe, expect, it } from 'vitest';
import type { LoadCurve } from '../core/index.ts';
import { instantAt } from './instant.ts';
import { traceWith } from './traceFixture.ts';

const LOAD: LoadCurve = {
  id: 'requests',
  unit: 'requests/s',
  interpolation: 'linear',
  points: [
    { atSeconds: 0, value: 100 },
    { atSeconds: 100, value: 300 },
  ],
};

function rowsAt(seconds: number): Record<string, string> {
  return Object.fromEntries(
    instantAt(traceWith(), [LOAD], seconds).rows.map(({ label, value }) => [label, value]),
  );
}

describe('instantAt', () => {
  it('gathers load, replicas and metrics of one instant', () => {
    expect(rowsAt(95)).toEqual({
      load: '290 requests/s',
      desired: '4',
      current: '2',
      ready: '4',
      'metrics ask for': '9',
      cpu: '150\u202f% of 70\u202f%',
    });
    expect(instantAt(traceWith(), [LOAD], 95)).toMatchObject({
      clock: '00:01:35',
      sync: 2,
      limiter: 'policy',
    });
  });

  it('says what could not be read', () => {
    expect(rowsAt(10)).toMatchObject({ 'metrics ask for': 'unknown', cpu: 'no metrics' });
  });

  it('knows the load before there is a run', () => {
    const instant = instantAt(undefined, [LOAD], 50);
    expect(instant.sync).toBeUndefined();
    expect(instant.rows.map((row) => row.value)).toEqual(['200 requests/s']);
  });
});
