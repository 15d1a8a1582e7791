import { describe, expect, it } from 'vitest';
import { advise, edited, found, HEALTHY, HPA } from '../testing.ts';

describe('replicas-in-workload', () => {
  const written = (count: number): string =>
    edited(HEALTHY, ['spec:\n  selector', `spec:\n  replicas: ${count} # three\n  selector`]);

  it('[AD70] tells what each apply does', () => {
    expect(found(written(3), 'replicas-in-workload')).toEqual([
      'replicas: 3 # three | Deployment web says replicas: 3, but the HPA decides the count: each apply resets it.',
    ]);
    expect(found(written(1), 'replicas-in-workload')[0]).toContain('replicas: 1, below minReplicas 2,');
    expect(found(written(30), 'replicas-in-workload')[0]).toContain('replicas: 30, above maxReplicas 20,');
  });

  it('[AD70] takes the line away', () => {
    const text = written(3);
    const fix = advise(text)[0]?.fixes?.[0];
    const { startLine = 0, endLine = 0 } = fix?.edits[0]?.range ?? {};
    const lines = text.split('\n');
    lines.splice(startLine - 1, endLine - startLine);
    expect(lines.join('\n')).toBe(HEALTHY);
  });

  it('[AD70] leaves live objects, and other workloads, in peace', () => {
    expect(
      found(edited(written(3), ['  name: web', '  name: web\n  uid: 5c0d']), 'replicas-in-workload'),
    ).toEqual([]);
    expect(found(edited(written(3), ['name: web', 'name: other']), 'replicas-in-workload')).toEqual([]);
    expect(found(HEALTHY, 'replicas-in-workload')).toEqual([]);
  });
});

describe('the target', () => {
  const target = (kind: string): string => edited(HPA, ['kind: Deployment', `kind: ${kind}`]);

  it('[AD71] knows kinds without a scale', () => {
    expect(found(target('DaemonSet'), 'target-cannot-scale')).toEqual([
      'kind: DaemonSet | DaemonSet web has no scale subresource, so this HPA cannot scale it.',
    ]);
    expect(found(target('StatefulSet'), 'target-cannot-scale')).toEqual([]);
    expect(found(target('Rollout'), 'target-cannot-scale')).toEqual([]);
  });

  it('[AD72] asks who owns a ReplicaSet', () => {
    expect(found(target('ReplicaSet'), 'target-is-replicaset')).toHaveLength(1);
    expect(
      found(
        edited(
          HEALTHY,
          ['kind: Deployment', 'kind: ReplicaSet'],
          ['    kind: Deployment', '    kind: ReplicaSet'],
        ),
        'target-is-replicaset',
      ),
    ).toEqual([]);
  });
});

describe('no-readiness-probe', () => {
  const PROBE =
    '          readinessProbe:\n            httpGet:\n              path: /ready\n              port: 8080\n';
  const ports = '          ports:\n            - containerPort: 8080\n';

  it('[AD73] asks for a probe where a port is served', () => {
    expect(found(edited(HEALTHY, [PROBE, ports]), 'no-readiness-probe')).toEqual([
      '- name: app | Container app serves a port and has no readiness probe: its pods count as ready while they start.',
    ]);
    expect(found(edited(HEALTHY, [PROBE, PROBE + ports]), 'no-readiness-probe')).toEqual([]);
    expect(found(edited(HEALTHY, [PROBE, '']), 'no-readiness-probe')).toEqual([]);
    expect(
      found(edited(HEALTHY, [PROBE, ports], ['name: cpu', 'name: memory']), 'no-readiness-probe'),
    ).toEqual([]);
  });
});

describe('selector-matches-others', () => {
  const other = (label: string, namespace = ''): string =>
    `${HEALTHY}---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: job\n${namespace}spec:\n  selector:\n    matchLabels:\n      app: ${label}\n  template:\n    metadata:\n      labels:\n        app: ${label}\n        role: job\n    spec:\n      containers:\n        - name: app\n          image: x\n`;

  it('[AD74] finds pods of others among the measured ones', () => {
    expect(found(other('web'), 'selector-matches-others')).toEqual([
      'selector: | The selector of Deployment web also matches the pods of Deployment job: the HPA measures both.',
    ]);
    expect(found(other('job'), 'selector-matches-others')).toEqual([]);
    expect(found(other('web', '  namespace: elsewhere\n'), 'selector-matches-others')).toEqual([]);
  });
});

describe('budget-blocks-eviction', () => {
  const budget = (rule: string, app = 'web'): readonly string[] =>
    found(
      `${HEALTHY}---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  ${rule}\n  selector:\n    matchLabels:\n      app: ${app}\n`,
      'budget-blocks-eviction',
    );

  it('[AD75] compares a budget with minReplicas', () => {
    expect(budget('minAvailable: 2')).toEqual([
      'minAvailable: 2 | PodDisruptionBudget web keeps 2 pods available, and minReplicas is 2: at that size no pod may be evicted.',
    ]);
    expect(budget('minAvailable: 80%')).toHaveLength(1);
    expect(budget('maxUnavailable: 0')).toEqual([
      'maxUnavailable: 0 | PodDisruptionBudget web spares no pod: none may be evicted, at any size.',
    ]);
  });

  it('[AD75] is silent with room, and for other pods', () => {
    expect(budget('minAvailable: 1')).toEqual([]);
    expect(budget('minAvailable: 50%')).toEqual([]);
    expect(budget('maxUnavailable: 1')).toEqual([]);
    expect(budget('maxUnavailable: 10%')).toEqual([]);
    expect(budget('minAvailable: 5', 'other')).toEqual([]);
  });
});
