import { describe, expect, it } from 'vitest';
import { steps } from '../cluster/testing.ts';
import { readManifest } from '../manifest/read.ts';
import { recordRun } from './recordRun.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

function hpaText(name: string, target: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: ${name}}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${target}}
  maxReplicas: 10
  metrics:
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
---
`;
}

function deploymentText(name: string, labels: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: ${labels}}
    spec: {containers: [{name: app, resources: {requests: {cpu: 100m}}}]}
---
`;
}

const AMBIGUOUS =
  'pods by selector app=shop are controlled by more than one HPA (e.g. [default/first default/second])';

function traceOf(text: string, hpa?: string) {
  const scenario = scenarioOf({
    load: steps([0, 60]),
    durationSeconds: 300,
    events: [{ id: 'restart', atSeconds: 100, kind: 'restartController' }],
  });
  const { manifest } = readManifest(text, '1.37', {}, hpa === undefined ? {} : { hpa });
  if (manifest === undefined) throw new Error('the text cannot run');
  return {
    trace: simulate(scenario, manifest).trace,
    recorded: recordRun(scenario, manifest, 'rivals'),
  };
}

describe('two HPAs of one text', () => {
  const deployment = deploymentText('shop', '{app: shop}');
  const both = deployment + hpaText('first', 'shop') + hpaText('second', 'shop');

  it.each([undefined, 'default/second'])(
    '[MF29 TM9] on one workload stop each other; chosen: %s',
    (chosen) => {
      const { trace, recorded } = traceOf(both, chosen);
      expect(new Set(trace.syncs.desiredReplicas)).toEqual(new Set([1]));
      const events = trace.events.filter(({ reason }) => reason === 'AmbiguousSelector');
      expect(events[0]?.message).toBe(AMBIGUOUS);
      // also after the restart, when the controller has forgotten everything
      expect(events.some(({ atSeconds }) => atSeconds > 150)).toBe(true);
      expect(recorded.steps[0]?.otherHPAs).toEqual([
        { name: chosen === undefined ? 'second' : 'first', selector: 'app=web' },
      ]);
    },
  );

  it('[MF29] on workloads whose selectors meet do so too', () => {
    const other = deploymentText('till', '{app: shop, part: till}');
    const { trace } = traceOf(deployment + other + hpaText('first', 'shop') + hpaText('second', 'till'));
    expect(new Set(trace.syncs.desiredReplicas)).toEqual(new Set([1]));
  });

  it('[MF29] with a name of their own and one workload each do not', () => {
    const other = deploymentText('till', '{app: till}').replace('{app: shop}', '{app: till}');
    const { trace } = traceOf(deployment + other + hpaText('first', 'shop') + hpaText('second', 'till'));
    expect(Math.max(...trace.syncs.desiredReplicas)).toBeGreaterThan(1);
  });
});
