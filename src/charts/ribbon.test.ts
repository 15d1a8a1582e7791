import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITER_KINDS } from '../core/index.ts';
import { limiterRuns } from './ribbon.ts';
import { SYNCS } from './traceFixture.ts';

const syncsOf = (limiter: readonly number[]) => ({
  ...SYNCS,
  limiter: Uint8Array.from(limiter),
  atSeconds: Float64Array.from(limiter, (_, index) => index * 15),
});

const until = (toSeconds: number) => ({ fromSeconds: 0, toSeconds });

const limiters = fc.array(fc.nat(LIMITER_KINDS.length - 1), { minLength: 1, maxLength: 300 });

describe('limiterRuns', () => {
  it('merges neighbours of one kind', () => {
    expect(limiterRuns(syncsOf([0, 0, 5, 0]), until(60), 100)).toEqual([
      { code: 0, fromSync: 0, toSync: 2 },
      { code: 5, fromSync: 2, toSync: 3 },
      { code: 0, fromSync: 3, toSync: 4 },
    ]);
  });

  it('covers every sync once, in order, whatever the width', () => {
    fc.assert(
      fc.property(limiters, fc.integer({ min: 0, max: 500 }), (codes, columns) => {
        const runs = limiterRuns(syncsOf(codes), until(codes.length * 15), columns);
        expect(runs.map((run) => run.fromSync)).toEqual([0, ...runs.slice(0, -1).map((run) => run.toSync)]);
        expect(runs.at(-1)?.toSync).toBe(codes.length);
      }),
    );
  });

  it('is exact where every sync has a pixel of its own', () => {
    fc.assert(
      fc.property(limiters, (codes) => {
        const runs = limiterRuns(syncsOf(codes), until(codes.length * 15), codes.length * 2);
        expect(runs.flatMap((run) => Array(run.toSync - run.fromSync).fill(run.code))).toEqual(codes);
      }),
    );
  });

  it('holds what a part of the run shows, from the sync before it to the one after', () => {
    const runs = limiterRuns(syncsOf([1, 2, 3, 4, 5, 6]), { fromSeconds: 20, toSeconds: 50 }, 100);
    expect(runs.map((run) => run.code)).toEqual([2, 3, 4, 5]);
    expect(runs[0]?.fromSync).toBe(1);
  });

  it('keeps a single error of a day visible', () => {
    const codes = Array<number>(5760).fill(2);
    codes[1234] = 13;
    const runs = limiterRuns(syncsOf(codes), until(86_400), 800);
    expect(runs.filter((run) => run.code === 13)).toHaveLength(1);
  });
});
