import { describe, expect, it } from 'vitest';
import type { MetricSpec } from '../autoscaling/types.ts';
import { type Minor, resolveRelease } from '../releases/index.ts';
import type { MetricsClient } from './interfaces.ts';
import { planMetric } from './metricPlan.ts';
import { ProposalStages } from './proposalStages.ts';
import { ReplicaCalculator } from './replicaCalculator.ts';

const NEWEST = resolveRelease('1.37');

const unused = (): never => {
  throw new Error('no metric was to be read');
};
const CLIENT: MetricsClient = {
  getResourceMetric: unused,
  getRawMetric: unused,
  getObjectMetric: unused,
  getExternalMetric: unused,
};

const FLAGS = {
  syncPeriodSeconds: 15,
  downscaleStabilizationSeconds: 300,
  tolerance: 0.1,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};

/** A plan that fails before it reads anything: what it is called and how it fails. */
function refused(spec: MetricSpec, release = NEWEST) {
  const { name, label, targetKind, target, failureReason, failurePrefix, ask } = planMetric(spec, release);
  const query = { selector: { matches: () => true }, pods: [] } as unknown as Parameters<typeof ask>[1];
  const error = ask(new ReplicaCalculator(CLIENT, release, FLAGS), query);
  return { name, label, targetKind, target, failureReason, failurePrefix, error };
}

const target = { type: 'AverageValue', averageValue: '1' } as const;
const sources = {
  object: { describedObject: { kind: 'Service', name: 'web' }, metric: { name: 'm' }, target },
  pods: { metric: { name: 'm' }, target },
  resource: { name: 'cpu', target },
  containerResource: { name: 'cpu', container: 'app', target },
  external: { metric: { name: 'm' }, target },
};

describe('a metric whose type', () => {
  const unnamed = { name: '', label: '', targetKind: 'Value', target: 0 };

  it.each(['Weather', 'Object', 'Pods', 'Resource', 'ContainerResource', 'External'])(
    '%s has no source of its own is of an unknown type, whatever else is there',
    (type) => {
      const own = type.charAt(0).toLowerCase() + type.slice(1);
      const others = Object.fromEntries(Object.entries(sources).filter(([source]) => source !== own));
      expect(refused({ type, ...others } as MetricSpec)).toEqual({
        ...unnamed,
        failureReason: 'InvalidMetricSourceType',
        failurePrefix: '',
        error: `unknown metric source type "${type}"`,
      });
    },
  );

  it('is ContainerResource is refused without a reason where the gate is off', () => {
    const release = resolveRelease('1.27', { HPAContainerMetrics: false });
    const spec: MetricSpec = { type: 'ContainerResource', containerResource: sources.containerResource };
    expect(refused(spec, release)).toEqual({
      ...unnamed,
      name: 'cpu',
      failureReason: '',
      failurePrefix: '',
      error: 'ContainerResource metric type is not supported: disabled by the feature gate',
    });
  });

  it('is Object needs the value that its target names', () => {
    for (const wrong of [
      { type: 'Value', averageValue: '1' },
      { type: 'AverageValue', value: '1' },
    ] as const) {
      const object = { ...sources.object, target: wrong };
      expect(refused({ type: 'Object', object })).toMatchObject({
        name: 'm',
        failureReason: 'FailedGetObjectMetric',
        failurePrefix: 'failed to get object metric value: ',
        error: 'invalid object metric source: neither a value target nor an average value target was set',
      });
    }
  });
});

describe('the label, the kind and the size of a target', () => {
  const percent = { type: 'Utilization', averageUtilization: 60 } as const;
  const value = { type: 'Value', value: '2' } as const;
  it.each([
    [{ type: 'Resource', resource: { name: 'cpu', target } }, 'cpu resource', 'AverageValue', 1000],
    [
      { type: 'Resource', resource: { name: 'cpu', target: percent } },
      'cpu resource utilization (percentage of request)',
      'Utilization',
      60,
    ],
    [
      { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'app', target: percent } },
      'cpu container resource utilization (percentage of request)',
      'Utilization',
      60,
    ],
    [{ type: 'Pods', pods: sources.pods }, 'pods metric m', 'AverageValue', 1000],
    [{ type: 'Object', object: sources.object }, 'external metric m(nil)', 'AverageValue', 1000],
    [{ type: 'Object', object: { ...sources.object, target: value } }, 'Service metric m', 'Value', 2000],
    [{ type: 'External', external: sources.external }, 'external metric m(nil)', 'AverageValue', 1000],
    [
      { type: 'External', external: { metric: { name: 'm' }, target: value } },
      'external metric m(nil)',
      'Value',
      2000,
    ],
  ] as const)('of %j', (spec, label, targetKind, size) => {
    expect(planMetric(spec, NEWEST)).toMatchObject({
      spec,
      label,
      targetKind,
      target: size,
      validMessage: `the HPA was able to successfully calculate a replica count from ${label}`,
    });
  });

  it('is a bug of the caller where the quantity was not admitted', () => {
    const pods = { metric: { name: 'm' }, target: { type: 'AverageValue', averageValue: 'much' } } as const;
    expect(() => planMetric({ type: 'Pods', pods }, NEWEST)).toThrow(/quantity much was not admitted: /);
  });
});

describe('the status entry of a metric', () => {
  const stages = (usage: number, utilization = Number.NaN) =>
    Object.assign(new ProposalStages(), { usage, utilization });

  it('is the same object while the values are the same', () => {
    const plan = planMetric({ type: 'Pods', pods: sources.pods }, NEWEST);
    const first = plan.status(stages(1500));
    expect(first).toEqual({
      type: 'Pods',
      pods: { metric: { name: 'm' }, current: { averageValue: '1500m' } },
    });
    expect(plan.status(stages(1500))).toBe(first);
    expect(plan.status(stages(1600))).toMatchObject({ pods: { current: { averageValue: '1600m' } } });
  });

  it('changes with the percentage alone', () => {
    const utilization = { type: 'Utilization', averageUtilization: 60 } as const;
    const plan = planMetric({ type: 'Resource', resource: { name: 'cpu', target: utilization } }, NEWEST);
    expect(plan.status(stages(50, 40))).toMatchObject({ resource: { current: { averageUtilization: 40 } } });
    expect(plan.status(stages(50, 41))).toMatchObject({ resource: { current: { averageUtilization: 41 } } });
  });

  it.each([
    ['1.37', 'memory', '64Mi'],
    ['1.33', 'memory', '67108864'],
    ['1.37', 'cpu', '67108864'],
  ] as const)('has in %s the %s in the units of its minor', (minor: Minor, name, averageValue) => {
    const plan = planMetric({ type: 'Resource', resource: { name, target } }, resolveRelease(minor));
    expect(plan.status(stages(64 * 2 ** 20 * 1000))).toMatchObject({
      resource: { name, current: { averageValue } },
    });
  });
});
