import { describe, expect, it } from 'vitest';
import type { PodLife } from '../core/index.ts';
import { marksOf, spanAt, spansOf } from './podPhases.ts';

const LIFE: PodLife = {
  name: 'web-1',
  createdSeconds: 10,
  scheduledSeconds: 11,
  startedSeconds: 15,
  readySeconds: 25,
  deletedSeconds: 100,
  goneSeconds: 130,
  revision: 1,
  containerRestarts: 0,
  endedBy: 'scaledDown',
  size: {},
};

function said(life: Partial<PodLife>, until = 300): readonly string[] {
  return spansOf({ ...LIFE, ...life }, until).map(
    (span) => `${span.phase} ${span.fromSeconds}-${span.toSeconds}`,
  );
}

describe('spansOf', () => {
  it('goes through a whole life', () => {
    expect(said({})).toEqual([
      'pending 10-11',
      'pulling 11-15',
      'starting 15-25',
      'ready 25-100',
      'terminating 100-130',
    ]);
  });

  it('ends with the run where the pod does not', () => {
    expect(said({ deletedSeconds: Number.NaN, goneSeconds: Number.NaN }).at(-1)).toBe('ready 25-300');
    expect(said({ goneSeconds: 400, deletedSeconds: 290 }).at(-1)).toBe('terminating 290-300');
  });

  it('begins before the run with a pod that was there', () => {
    expect(
      said({ createdSeconds: -3610, scheduledSeconds: -3609, startedSeconds: -3605, readySeconds: -3600 })[3],
    ).toBe('ready -3600-100');
  });

  it('a pod without a node is pending until it is gone', () => {
    const never = { scheduledSeconds: Number.NaN, startedSeconds: Number.NaN, readySeconds: Number.NaN };
    expect(said({ ...never, deletedSeconds: 100, goneSeconds: 100 })).toEqual(['pending 10-100']);
  });

  it('follows each turn: unready, crashed, waiting, started again', () => {
    const turns = [
      { atSeconds: 25, kind: 'ready' },
      { atSeconds: 40, kind: 'unready' },
      { atSeconds: 50, kind: 'ready' },
      { atSeconds: 60, kind: 'unready' },
      { atSeconds: 60, kind: 'oomKilled' },
      { atSeconds: 70, kind: 'restarted' },
      { atSeconds: 80, kind: 'ready' },
    ] as const;
    expect(said({ turns, readySeconds: 80 }).slice(3)).toEqual([
      'ready 25-40',
      'unready 40-50',
      'ready 50-60',
      'waiting 60-70',
      'starting 70-80',
      'ready 80-100',
      'terminating 100-130',
    ]);
  });

  it('a pod deleted before it was ready is terminating from then on', () => {
    expect(said({ readySeconds: Number.NaN, deletedSeconds: 20, goneSeconds: 50 }).slice(2)).toEqual([
      'starting 15-20',
      'terminating 20-50',
    ]);
  });
});

describe('spanAt', () => {
  it('finds the later one at a border, and none outside of the life', () => {
    const spans = spansOf(LIFE, 300);
    expect(spanAt(spans, 25)?.phase).toBe('ready');
    expect(spanAt(spans, 130)?.phase).toBe('terminating');
    expect(spanAt(spans, 131)).toBeUndefined();
    expect(spanAt(spans, 9)).toBeUndefined();
  });
});

describe('marksOf', () => {
  it('names ends that nobody planned', () => {
    expect(marksOf(LIFE)).toEqual([]);
    expect(marksOf({ ...LIFE, endedBy: 'nodeLost' })).toEqual([{ kind: 'nodeLost', atSeconds: 100 }]);
    const turns = [
      { atSeconds: 60, kind: 'unready' },
      { atSeconds: 60, kind: 'oomKilled' },
    ] as const;
    expect(marksOf({ ...LIFE, turns })).toEqual([{ kind: 'oomKilled', atSeconds: 60 }]);
  });
});
