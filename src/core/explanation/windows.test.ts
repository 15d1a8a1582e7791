import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../podautoscaler/record.ts';
import { SAMPLES } from './samples.ts';
import { AT_SECONDS, buildRecord, buildWindow, NOW_MS } from './testing.ts';
import { explainWindows } from './windows.ts';

const windowsOf = (record: DecisionRecord) =>
  explainWindows({
    index: 87,
    atSeconds: AT_SECONDS,
    record,
    status: { currentReplicas: 4, desiredReplicas: 4 },
  });

function sample(name: string): DecisionRecord {
  const found = SAMPLES.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return found.record;
}

describe('[EX10] the windows', () => {
  it('tell what they hold, since when, and when it leaves; the one that decides comes first', () => {
    const name = SAMPLES.find(({ record }) => record.limiter === 'stabilizationDown')?.name ?? '';
    const [down, up] = windowsOf(sample(name));
    expect(down).toEqual({
      direction: 'down',
      windowSeconds: 300,
      decides: true,
      limit: 14,
      holder: 1,
      heldAtSeconds: AT_SECONDS - 250,
      leavesInSeconds: 50,
      text: 'The highest of 5 recommendations is 14, from 4 min 10 s ago. It leaves in 50 s.',
      points: [
        { secondsAgo: 290, replicas: 18, kind: 'past' },
        { secondsAgo: 250, replicas: 14, kind: 'past' },
        { secondsAgo: 100, replicas: 12, kind: 'past' },
        { secondsAgo: 60, replicas: 9, kind: 'past' },
        { secondsAgo: 0, replicas: 6, kind: 'own' },
      ],
    });
    expect(up).toMatchObject({
      direction: 'up',
      decides: false,
      text: 'Nothing is remembered: each sync counts by itself.',
    });
  });

  it('name the count that the controller found as what it is, and this sync where it leads itself', () => {
    const found = buildWindow(300, [[60, 7]], 0, 6);
    const initial = {
      ...found,
      recommendations: [{ atMs: NOW_MS - 60_000, replicas: 7, initial: true } as const],
    };
    const record = buildRecord({
      stabilization: {
        path: 'withBehavior',
        before: 6,
        after: 7,
        down: initial,
        up: buildWindow(60, [[15, 8]], undefined, 6),
      },
    });
    const [down, up] = windowsOf(record);
    expect(down?.text).toBe(
      'The highest of 2 recommendations is 7, found 1 min ago, when the controller started. It leaves in 4 min.',
    );
    expect(down?.points[0]?.kind).toBe('found');
    expect(up?.text).toBe('The lowest of 2 recommendations, 6, is that of this sync.');
    expect(up).not.toHaveProperty('leavesInSeconds');
  });

  it('are not there where the controller did not get that far', () => {
    const { stabilization: _, ...record } = buildRecord();
    expect(windowsOf(record)).toEqual([]);
    expect(windowsOf(buildRecord())).toEqual([]);
  });
});
