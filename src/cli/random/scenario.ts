/** Random scenarios that the real controller can follow: the closed loop is tried with them. */
import {
  type ClusterSettings,
  type ControllerFlags,
  type LoadCurve,
  type Minor,
  newScenario,
  type Scenario,
  type SignalBinding,
} from '../../core/index.ts';
import { resolveRelease } from '../../core/releases/index.ts';
import { Dice } from './dice.ts';
import { randomEvents } from './events.ts';
import { randomIdentity, randomManifest } from './manifest.ts';

function randomCurve(dice: Dice, id: string, durationSeconds: number, most: number): LoadCurve {
  const step = Math.floor(durationSeconds / 8);
  return {
    id,
    unit: id === 'requests' ? 'requests/s' : 'value',
    interpolation: dice.pick(['linear', 'step', 'smooth'] as const),
    points: Array.from({ length: 8 }, (_, index) => ({
      atSeconds: index * step,
      value: dice.whole(0, most),
    })),
  };
}

function randomFlags(dice: Dice): ControllerFlags {
  return {
    syncPeriodSeconds: dice.pick([15, 15, 15, 10, 30]),
    downscaleStabilizationSeconds: dice.pick([300, 300, 60, 0]),
    tolerance: dice.pick([0.1, 0.1, 0, 0.25]),
    cpuInitializationPeriodSeconds: dice.pick([300, 300, 60, 0]),
    initialReadinessDelaySeconds: dice.pick([30, 30, 0, 90]),
  };
}

function randomNodes(dice: Dice): Pick<ClusterSettings, 'nodes'> | Record<string, never> {
  return dice.perhaps(0.4, () => ({
    nodes: {
      count: dice.whole(1, 4),
      cpuMilli: dice.whole(1000, 4000),
      memoryMi: dice.whole(1000, 8000),
      maxPods: dice.pick([8, 110]),
      ...dice.perhaps(0.6, () => ({
        autoscaler: {
          maxNodes: dice.whole(4, 8),
          delaySeconds: dice.whole(20, 180),
          scaleDownSeconds: dice.whole(60, 600),
        },
      })),
    },
  }));
}

function randomCluster(dice: Dice, base: ClusterSettings): ClusterSettings {
  const isDirect = dice.chance(0.3);
  return {
    ...base,
    workload: {
      ...base.workload,
      model: dice.pick(['requests', 'requests', 'queue'] as const),
      cpuMillisecondsPerRequest: dice.whole(1, 40),
      capacityPerPod: dice.pick([0, 0, dice.whole(5, 50)]),
      backlogSeconds: dice.pick([0, 10, 60]),
      skew: dice.pick([0, 0, 0.4, 0.9]),
      startupCpuMilli: dice.pick([0, 0, dice.whole(50, 400)]),
      memoryMiPerInFlight: dice.pick([0, 0.5]),
      memoryLeakMiPerHour: dice.pick([0, 0, dice.whole(10, 300)]),
      sidecarCpuMillisecondsPerRequest: dice.pick([0, 1]),
    },
    pods: {
      ...base.pods,
      imagePullSeconds: dice.whole(0, 20),
      startupSeconds: dice.whole(0, 60),
      terminationSeconds: dice.whole(0, 40),
    },
    metricsServer: { resolutionSeconds: dice.pick([15, 15, 30, 60]) },
    customMetrics: isDirect
      ? { scrapeIntervalSeconds: 0, rateWindowSeconds: 0, cacheSeconds: 0 }
      : {
          scrapeIntervalSeconds: dice.pick([15, 30]),
          rateWindowSeconds: dice.pick([60, 120]),
          cacheSeconds: 30,
        },
    ...randomNodes(dice),
    ...dice.perhaps(0.15, () => ({ quota: { pods: dice.whole(3, 12) } })),
  };
}

function randomSignals(dice: Dice): readonly SignalBinding[] {
  const bindings: readonly SignalBinding[] = [
    { metric: 'pods/*', source: dice.pick(['servedPerPod', 'usage', 'inFlight'] as const), factor: 1 },
    { metric: 'external/*', source: 'curve', curve: 'drawn', distribution: 'total', factor: 1 },
    { metric: 'object/*', source: dice.pick(['served', 'backlog', 'latency'] as const), factor: 10 },
    { metric: 'resource/memory', source: 'curve', curve: 'drawn', distribution: 'perPod', factor: 2 },
  ];
  return bindings.filter(() => dice.chance(0.3));
}

/** @param seed decides everything but the Kubernetes minor */
export function randomScenario(seed: number, kubernetes: Minor): Scenario {
  const dice = new Dice(seed);
  const identity = randomIdentity(dice, resolveRelease(kubernetes).toleranceField);
  const durationSeconds = dice.whole(20, 60) * 60;
  const base = newScenario(randomManifest(dice, identity), {
    kubernetes,
    featureGates: identity.scalesToZero ? { HPAScaleToZero: true } : {},
    controller: randomFlags(dice),
    durationSeconds,
    seed,
  });
  return {
    ...base,
    loads: [
      randomCurve(dice, 'requests', durationSeconds, 200),
      randomCurve(dice, 'drawn', durationSeconds, 300),
    ],
    cluster: randomCluster(dice, base.cluster),
    signals: randomSignals(dice),
    events: randomEvents(dice, identity, durationSeconds),
  };
}
