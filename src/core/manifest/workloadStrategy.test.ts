import { describe, expect, it } from 'vitest';
import { readManifest } from './read.ts';

const HPA = (kind: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: ${kind}, name: web}
  maxReplicas: 5
`;

/** Reads a workload whose spec has these further fields. */
function read(kind: string, fields: string, container = '') {
  const text = `${HPA(kind)}---
apiVersion: apps/v1
kind: ${kind}
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
${fields}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: app
        resources: {requests: {cpu: 100m}}
${container}`;
  const { manifest, problems } = readManifest(text, '1.37');
  return { workload: manifest?.workload, errors: problems.filter(({ severity }) => severity === 'error') };
}

describe('[MF2] strategy of a Deployment', () => {
  it('is left out where it is not written', () => {
    expect(read('Deployment', '').workload).not.toHaveProperty('strategy');
  });

  it('keeps counts and percentages as written, and fills in 25 %', () => {
    const rolling = '  strategy: {rollingUpdate: {maxSurge: 100%, maxUnavailable: 0}}';
    expect(read('Deployment', rolling).workload?.strategy).toEqual({
      type: 'RollingUpdate',
      maxSurge: '100%',
      maxUnavailable: 0,
    });
    expect(
      read('Deployment', '  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}').workload
        ?.strategy,
    ).toEqual({ type: 'RollingUpdate', maxSurge: 1, maxUnavailable: '25%' });
    expect(read('Deployment', '  strategy: {type: Recreate}').workload?.strategy).toEqual({
      type: 'Recreate',
    });
  });

  it.each([
    ['strategy: {type: BlueGreen}', '`type` must be RollingUpdate or Recreate.'],
    [
      'strategy: {rollingUpdate: {maxSurge: lots}}',
      '`maxSurge` must be a count such as 1, or a percentage such as 25%.',
    ],
    [
      'strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}',
      '`maxUnavailable` may not be 0 when `maxSurge` is 0.',
    ],
  ])('refuses %s', (field, message) => {
    expect(read('Deployment', `  ${field}`).errors.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('[MF2] order of a StatefulSet', () => {
  it('reads pod management and update strategy', () => {
    const fields = '  podManagementPolicy: Parallel\n  updateStrategy: {rollingUpdate: {partition: 2}}';
    expect(read('StatefulSet', fields).workload?.order).toEqual({
      podManagementPolicy: 'Parallel',
      updateStrategy: 'RollingUpdate',
      partition: 2,
    });
    expect(read('StatefulSet', '').workload).not.toHaveProperty('order');
  });

  it('refuses what the API server refuses', () => {
    expect(read('StatefulSet', '  podManagementPolicy: Sometimes').errors).toHaveLength(1);
    expect(read('StatefulSet', '  updateStrategy: {type: Never}').errors).toHaveLength(1);
  });
});

describe('[MF2] minReadySeconds', () => {
  it('is read where it is more than 0', () => {
    expect(read('Deployment', '  minReadySeconds: 20').workload?.minReadySeconds).toBe(20);
    expect(read('Deployment', '  minReadySeconds: 0').workload).not.toHaveProperty('minReadySeconds');
    expect(read('Deployment', '  minReadySeconds: soon').errors).toHaveLength(1);
  });
});

describe('[MF2] probes', () => {
  it('reads startup and liveness probes with their defaults', () => {
    const probes = '        startupProbe: {failureThreshold: 30}\n        livenessProbe: {periodSeconds: 3}';
    expect(read('Deployment', '', probes).workload?.containers[0]).toMatchObject({
      startupProbe: { periodSeconds: 10, failureThreshold: 30 },
      livenessProbe: { periodSeconds: 3, failureThreshold: 3 },
    });
  });
});
