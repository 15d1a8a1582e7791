import { describe, expect, it } from 'vitest';
import type { HorizontalPodAutoscaler } from '../core/autoscaling/types.ts';
import { HpaWatch } from '../core/kubectl/watchHpa.ts';
import { resolveRelease } from '../core/releases/index.ts';
import type { HpaWrite } from '../core/simulation/hpaWrites.ts';
import { WatchLog } from './watchLog.ts';

const START = Date.UTC(2026, 0, 1);

function hpaOf(currentReplicas: number): HorizontalPodAutoscaler {
  return {
    metadata: { name: 'web', namespace: 'default', creationTimestamp: '2026-01-01T00:00:00Z' },
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'web' },
      minReplicas: 1,
      maxReplicas: 9,
      metrics: [],
    },
    status: { currentReplicas, desiredReplicas: currentReplicas },
  };
}

/** A write at every second sync, and how many of them were asked for. */
function logOf(count: number): { readonly log: WatchLog; readonly asked: () => number } {
  let asked = 0;
  function* writes(): Generator<HpaWrite, void> {
    for (let index = 0; index < count; index++) {
      asked++;
      yield { sync: index * 2 - 1, atSeconds: index * 30, hpa: hpaOf(index) };
    }
  }
  const log = new WatchLog(writes(), new HpaWatch({}, resolveRelease('1.37')), START);
  return { log, asked: () => asked };
}

describe('WatchLog', () => {
  it('shows what stands there right after a sync', () => {
    const { log } = logOf(10);
    const { header, lines, earlier } = log.at(3);
    expect(header).toMatch(/^NAME +REFERENCE +TARGETS +MINPODS +MAXPODS +REPLICAS +AGE$/);
    expect(lines.map(({ sync }) => sync)).toEqual([-1, 1, 3]);
    expect(lines.at(-1)?.text).toMatch(/^web +Deployment\/web +<none> +1 +9 +2 +60s$/);
    expect(earlier).toBe(0);
  });

  it('goes back and forth, and prints no further than somebody looks', () => {
    const { log, asked } = logOf(1000);
    const later = log.at(9);
    expect(asked()).toBe(7);
    expect(log.at(3).lines).toHaveLength(3);
    expect(log.at(4).lines).toHaveLength(3);
    expect(log.at(9)).toEqual(later);
    expect(asked()).toBe(7);
  });

  it('leaves out the oldest lines, and counts them', () => {
    const { log } = logOf(1000);
    const { lines, earlier } = log.at(1997);
    expect(lines).toHaveLength(300);
    expect(earlier).toBe(700);
    expect(lines.at(-1)?.sync).toBe(1997);
  });

  it('has a first line before any sync', () => {
    expect(logOf(3).log.at(-1).lines).toHaveLength(1);
  });
});
