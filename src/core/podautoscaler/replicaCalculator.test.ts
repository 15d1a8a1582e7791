import { describe, expect, it } from 'vitest';
import { nothing } from '../apimachinery/labels.ts';
import { type Minor, resolveRelease } from '../releases/index.ts';
import type { Int64, Pod, PodMetricsInfo, PodTemplate } from './interfaces.ts';
import { groupOf, PodGroups } from './podGroups.ts';
import { PodRequests } from './podRequests.ts';
import { ReplicaCalculator, type ReplicaQuery } from './replicaCalculator.ts';

const NOW_MS = 946_688_400_000;
const FLAGS = {
  syncPeriodSeconds: 15,
  downscaleStabilizationSeconds: 300,
  tolerance: 0.1,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};
const TEMPLATE: PodTemplate = { labels: {}, containers: [{ name: 'app', requests: { cpu: '100m' } }] };

const pod = (name: string, fields: Partial<Pod> = {}): Pod => ({
  name,
  template: TEMPLATE,
  phase: 'Running',
  startTimeMs: NOW_MS - 3_600_000,
  ready: 'True',
  readyTransitionMs: NOW_MS - 3_500_000,
  deleted: false,
  ...fields,
});

/** `a=50 b=60`: samples in this order */
function samples(text: string): PodMetricsInfo {
  const entries = text.split(' ').map((entry) => entry.split('='));
  return {
    names: entries.map(([name = '']) => name),
    values: entries.map(([, value]) => Number(value)),
    timestampsMs: entries.map(() => NOW_MS),
    windowsMs: entries.map(() => 15_000),
  };
}

class Asked {
  readonly calculator: ReplicaCalculator;
  private metrics = '';
  external: readonly Int64[] = [];

  constructor(minor: Minor = '1.37') {
    const answer = () => ({ ok: true as const, value: samples(this.metrics) });
    const client = {
      getResourceMetric: answer,
      getRawMetric: answer,
      getObjectMetric: () => ({ ok: true as const, value: this.external[0] ?? 0 }),
      getExternalMetric: () => ({ ok: true as const, value: this.external }),
    };
    this.calculator = new ReplicaCalculator(client, resolveRelease(minor), FLAGS);
  }

  query(pods: readonly Pod[], currentReplicas = pods.length): ReplicaQuery {
    const tolerances = { scaleUp: 0.1, scaleDown: 0.1, closed: true };
    const common = { namespace: 'ns', selector: nothing(), nowMs: NOW_MS, tolerances };
    return { ...common, currentReplicas, statusReplicas: currentReplicas, pods };
  }

  utilization(pods: readonly Pod[], metrics: string): ReplicaCalculator['stages'] {
    this.metrics = metrics;
    const requests = new PodRequests(resolveRelease('1.37'), 'cpu', '');
    this.calculator.stages.reset();
    const question = { resource: 'cpu', container: '', requests };
    expect(this.calculator.getResourceReplicas(this.query(pods), 50, question)).toBeUndefined();
    return this.calculator.stages;
  }

  average(pods: readonly Pod[], metrics: string, resource = 'cpu'): ReplicaCalculator['stages'] {
    this.metrics = metrics;
    this.calculator.stages.reset();
    expect(this.calculator.getRawResourceReplicas(this.query(pods), 50, resource, '')).toBeUndefined();
    return this.calculator.stages;
  }
}

describe('an average', () => {
  const unready = { ready: undefined };

  it('leaves out the sample of an unready pod, wherever it stands', () => {
    for (const name of ['a', 'b', 'c']) {
      const pods = ['a', 'b', 'c'].map((each) => pod(each, each === name ? unready : {}));
      const metrics = ['a', 'b', 'c'].map((each) => `${each}=${each === name ? 999 : 40}`).join(' ');
      expect(new Asked().average(pods, metrics)).toMatchObject({ usage: 40, usageSum: 80, replicas: 2 });
    }
  });

  it('counts the samples of pods that are not listed', () => {
    expect(new Asked().average([pod('b'), pod('d')], 'a=10 b=90 c=10 d=90')).toMatchObject({
      usage: 50,
      usageSum: 200,
    });
  });

  it('does not ask whether pods are ready but for cpu', () => {
    const pods = [pod('a'), pod('b', unready)];
    expect(new Asked().average(pods, 'a=100 b=0', 'memory')).toMatchObject({ usage: 50, multiplier: 2 });
    expect(new Asked().average(pods, 'a=100 b=0', 'cpu')).toMatchObject({ usage: 100, multiplier: 2 });
  });
});

describe('a calculator', () => {
  it('is not disturbed by what it was asked before', () => {
    const asked = new Asked();
    asked.utilization([pod('a'), pod('b'), pod('c')], 'a=80 b=80');
    expect(asked.utilization([pod('a'), pod('b')], 'b=60')).toMatchObject({ usageSum: 60, requestSum: 100 });
    asked.average([pod('a'), pod('b'), pod('c', { ready: undefined })], 'a=80 b=80 c=80');
    const stages = asked.average([pod('a', { ready: undefined }), pod('b')], 'a=9 b=50 x=50 y=50');
    expect(stages).toMatchObject({ usageSum: 150, usage: 50 });
  });

  it('counts pods for a value of the whole that are running and ready', () => {
    const asked = new Asked();
    asked.external = [3000];
    const pods = [
      pod('a'),
      pod('b', { phase: 'Pending' }),
      pod('c', { ready: 'Unknown' }),
      pod('d', { phase: 'Succeeded' }),
    ];
    const selector = { ok: true as const, value: nothing() };
    expect(
      asked.calculator.getExternalMetricReplicas(asked.query(pods), 1000, 'q', undefined, selector),
    ).toBeUndefined();
    expect(asked.calculator.stages).toMatchObject({ multiplier: 1, usageRatio: 3, replicas: 3 });
  });
});

describe('the groups of pods', () => {
  it('are ready, ignored, missing or unready by code', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(groupOf)).toEqual([
      'ready',
      'ignored',
      'ignored',
      'unready',
      'missing',
      'unready',
      'unready',
      'unready',
      'unready',
    ]);
  });

  const periods = { cpuInitializationPeriodMs: 300_000, delayOfInitialReadinessStatusMs: 30_000 };
  const paired = (pods: string, metrics: string) => {
    const groups = new PodGroups();
    const list = pods.split(' ').map((name) => pod(name));
    groups.group(list, samples(metrics), false, NOW_MS, periods);
    return { sampleOf: [...groups.sampleOf.slice(0, list.length)], unknown: groups.unknownSamples };
  };

  it.each([
    ['b d', 'a=1 b=1 c=1 d=1 e=1', [1, 3], 3],
    ['a b c d', 'b=1 d=1', [-1, 0, -1, 1], 0],
    ['a c', 'b=1', [-1, -1], 1],
    ['c', 'a=1 b=1', [-1], 2],
    ['a', 'b=1 c=1', [-1], 2],
    ['b a', 'a=1 b=1', [1, 0], 0],
    ['a b', 'b=1 a=1', [1, 0], 0],
    ['c a', 'a=1 b=1 c=1', [2, 0], 1],
    ['a c e g', 'b=1 c=1 d=1 g=1', [-1, 1, -1, 3], 2],
    ['a b', 'a=1', [0, -1], 0],
    ['a', 'a=1 b=1', [0], 1],
  ] as const)('pair %s with the samples %s', (pods, metrics, sampleOf, unknown) => {
    expect(paired(pods, metrics)).toEqual({ sampleOf, unknown });
  });
});
