import { describe, expect, it } from 'vitest';
import type { MetricSpec } from '../autoscaling/types.ts';
import { manifestOf, PROBE, steps } from '../cluster/testing.ts';
import { recordedTraceText } from '../trace/recorded.ts';
import { recordRun } from './recordRun.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

const scenario = scenarioOf({ load: steps([0, 5], [60, 30]), durationSeconds: 300 });
const manifest = manifestOf({ readinessProbe: PROBE });

describe('recordRun', () => {
  it('[TR1] writes the same run that is shown, sync by sync', () => {
    const { trace } = simulate(scenario, manifest);
    const recorded = recordRun(scenario, manifest, 'web');
    expect(recorded.steps.map((step) => step.t)).toEqual([...trace.syncs.atSeconds]);
    const updates = recorded.steps.map((step) => step.out.scaleUpdate);
    expect(updates).toEqual(
      [...trace.syncs.rescaled].map((yes, i) => (yes ? trace.syncs.desiredReplicas[i] : null)),
    );
    const names = recorded.steps.flatMap((step) => step.pods ?? []).flatMap((group) => group.names);
    expect(new Set(names)).toEqual(new Set(trace.pods.map((pod) => pod.name)));
  });

  it('[MB1] [MB2] [MB3] [MB4] decides by the columns what it decides by the words of the APIs', () => {
    const target = { type: 'AverageValue', averageValue: '7' } as const;
    const metric = { name: 'rps' };
    const describedObject = { kind: 'Ingress', name: 'main', apiVersion: 'networking.k8s.io/v1' };
    const memory = { name: 'memory', target: { type: 'Utilization', averageUtilization: 80 } } as const;
    const cpu = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } as const;
    const metrics: readonly MetricSpec[] = [
      { type: 'Resource', resource: memory },
      { type: 'Resource', resource: { name: 'nvidia.com/gpu', target } },
      { type: 'ContainerResource', containerResource: { ...cpu, container: 'app' } },
      { type: 'ContainerResource', containerResource: { ...cpu, container: 'proxy' } },
      { type: 'ContainerResource', containerResource: { ...cpu, container: 'ghost' } },
      { type: 'Pods', pods: { metric, target } },
      { type: 'Object', object: { metric, describedObject, target } },
      { type: 'External', external: { metric, target: { type: 'Value', value: '50' } } },
    ];
    for (const kubernetes of ['1.27', '1.32', '1.33', '1.37'] as const) {
      for (const spec of metrics) {
        const one = manifestOf({ readinessProbe: PROBE, sidecars: ['proxy'], spec: { metrics: [spec] } });
        const run = { ...scenario, kubernetes };
        const { trace } = simulate(run, one);
        const recorded = recordRun(run, one, 'one').steps.map(({ out }) => out);
        const events = recorded.flatMap((out) => out.events);
        expect(trace.events.map(({ type, reason, message }) => ({ type, reason, message }))).toEqual(events);
        expect(recorded.map((out) => out.scaleUpdate !== null)).toEqual(
          [...trace.syncs.rescaled].map(Boolean),
        );
      }
    }
  });

  it('[TR2] [TR3] writes pods, scale and status only where they change', () => {
    const { steps: recorded } = recordRun(scenario, manifest, 'web');
    const [first, second] = recorded;
    expect(first?.scale).toEqual({ specReplicas: 1, statusReplicas: 1, selector: 'app=web' });
    expect(first?.pods).toMatchObject([{ tpl: 'pod', phase: 'Running', ready: 'True' }]);
    expect(first?.out.status?.conditions).toHaveLength(3);
    expect(second).not.toHaveProperty('scale');
    expect(second).not.toHaveProperty('pods');
    expect(second?.out).not.toHaveProperty('status');
  });

  it('writes every question with its answer', () => {
    const { steps: recorded } = recordRun(scenario, manifest, 'web');
    const { resource } = recorded[0]?.metrics ?? {};
    expect(resource).toMatchObject({ timestamp: -5, window: 15 });
    const items = resource !== undefined && 'items' in resource ? resource.items : [];
    expect(items[0]?.containers).toEqual({ app: { cpu: '50m', memory: String(64 * 1024 * 1024) } });
    expect(recorded.every((step) => step.metrics?.resource !== undefined)).toBe(true);
  });

  it('[TR5] uses the labels that samples have in a replay', () => {
    const { workload } = manifest;
    const api = { ...manifest, workload: { ...workload, labels: { app: 'api' }, selector: 'app=api' } };
    const recorded = recordRun(scenario, api, 'api');
    expect(recorded.podTemplates.pod?.labels).toEqual({ app: 'web' });
    expect(recorded.steps[0]?.scale?.selector).toBe('app=web');
    const broken = { ...api, workload: { ...api.workload, labels: { app: 'other' } } };
    expect(recordRun(scenario, broken, 'api').steps[0]?.scale?.selector).toBe('app=api');
  });

  it('[TR4] is JSON with a sync a line', () => {
    const recorded = recordRun(scenario, manifest, 'web');
    const text = recordedTraceText(recorded);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(recorded)));
    expect(text.split('\n').filter((line) => line.startsWith('{"t":'))).toHaveLength(20);
  });
});
