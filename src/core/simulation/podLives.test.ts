import { describe, expect, it } from 'vitest';
import {
  type ClusterChoice,
  clusterSettings,
  type ManifestChoice,
  manifestOf,
  PROBE,
  steps,
} from '../cluster/testing.ts';
import type { TimelineEvent } from '../scenario/types.ts';
import type { PodLife } from '../trace/types.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

interface Choice {
  readonly manifest?: ManifestChoice;
  readonly cluster?: ClusterChoice;
  readonly events?: readonly TimelineEvent[];
}

function livesOf({ manifest = {}, cluster, events = [] }: Choice): readonly PodLife[] {
  const load = steps([0, 0]);
  const scenario = scenarioOf({ load, events, durationSeconds: 600, cluster: clusterSettings(cluster) });
  return simulate(scenario, manifestOf({ readinessProbe: PROBE, ...manifest })).trace.pods;
}

function turnsOf(pod: PodLife | undefined): readonly string[] | undefined {
  return pod?.turns?.map(
    ({ atSeconds, kind }) => `${atSeconds < 0 ? 'before' : Math.round(atSeconds)} ${kind}`,
  );
}

describe('the life of a pod', () => {
  it('[TR8] has no turns where nothing came after its being ready', () => {
    for (const pod of livesOf({})) expect(pod).not.toHaveProperty('turns');
  });

  it('[TR8] tells when it was unready, and since when before', () => {
    const events: readonly TimelineEvent[] = [
      { id: 'a', atSeconds: 100, kind: 'unreadyPods', count: 1, seconds: 30 },
    ];
    const [pod] = livesOf({ events });
    expect(turnsOf(pod)).toEqual(['before ready', '100 unready', '130 ready']);
    expect(pod?.readySeconds).toBe(130);
  });

  it('[TR8] tells each end of its container, and each start after it', () => {
    const events: readonly TimelineEvent[] = [
      { id: 'a', atSeconds: 100, kind: 'crashPods', count: 1, seconds: 10 },
    ];
    const [pod] = livesOf({ events });
    expect(turnsOf(pod)).toEqual([
      'before ready',
      '100 unready',
      '100 crashed',
      '100 restarted',
      '105 crashed',
      '115 restarted',
      '120 ready',
    ]);
    expect(pod?.containerRestarts).toBe(2);
  });

  it('[TR8] tells that memory ended it', () => {
    const workload = { baseMemoryMi: 100, memoryLeakMiPerHour: 360, killsAtMemoryLimit: true };
    const [pod] = livesOf({ manifest: { memoryLimit: '128Mi' }, cluster: { workload } });
    // 28Mi at 6Mi a minute from the start of the run on
    expect(turnsOf(pod)?.slice(1, 3)).toEqual(['280 unready', '280 oomKilled']);
  });

  it('[TR8] tells that a probe ended it', () => {
    const livenessProbe = {
      initialDelaySeconds: 0,
      periodSeconds: 5,
      failureThreshold: 1,
      successThreshold: 1,
      timeoutSeconds: 1,
    };
    const pods = { startupSeconds: 60 };
    const events: readonly TimelineEvent[] = [
      { id: 'a', atSeconds: 100, kind: 'crashPods', count: 1, seconds: 0 },
    ];
    const [pod] = livesOf({ manifest: { livenessProbe }, cluster: { pods }, events });
    expect(turnsOf(pod)?.slice(0, 5)).toEqual([
      'before ready',
      '100 unready',
      '100 crashed',
      '100 restarted',
      '100 probeFailed',
    ]);
  });

  it('[TR8] has the requests and limits that it was made with', () => {
    const [pod] = livesOf({ manifest: { cpuRequest: '500m', cpuLimit: '2', memoryLimit: '128Mi' } });
    expect(pod?.size).toMatchObject({ cpuRequestCores: 0.5, cpuLimitCores: 2, memoryLimitBytes: 2 ** 27 });
    const [other] = livesOf({ manifest: { cpuRequest: '500m' } });
    expect(other?.size).not.toHaveProperty('cpuLimitCores');
  });
});
