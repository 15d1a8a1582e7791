import { describe, expect, it } from 'vitest';
import { DEPLOYMENT, edited, found, HEALTHY, HPA } from '../testing.ts';

const SIDECAR = '        - name: proxy\n          image: registry.example/proxy:1\n';
const withSidecar = `${DEPLOYMENT}${SIDECAR}---\n${HPA}`;
const MEMORY =
  '    - type: Resource\n      resource:\n        name: memory\n        target:\n          type: Utilization\n          averageUtilization: 80\n';

describe('missing-request', () => {
  it('[AD20] points at each container without the request', () => {
    const text = edited(HEALTHY, ['              cpu: 250m\n', ''], ['              cpu: 500m\n', '']);
    expect(found(text, 'missing-request')).toEqual([
      '- name: app | Container app has no cpu request, so there is nothing to take 70 % of.',
    ]);
    expect(found(withSidecar, 'missing-request')).toEqual([
      '- name: proxy | Container proxy has no cpu request, so there is nothing to take 70 % of.',
    ]);
  });

  it('[AD20] takes a limit, a pod-level request and an average value for enough', () => {
    expect(found(edited(HEALTHY, ['              cpu: 250m\n', '']), 'missing-request')).toEqual([]);
    const podLevel = edited(withSidecar, [
      '      containers:',
      '      resources:\n        requests:\n          cpu: "1"\n      containers:',
    ]);
    expect(found(podLevel, 'missing-request')).toEqual([]);
    expect(found(podLevel, 'missing-request', { minor: '1.33' })).toHaveLength(1);
    const average = edited(withSidecar, [
      'Utilization\n          averageUtilization: 70',
      'AverageValue\n          averageValue: 200m',
    ]);
    expect(found(average, 'missing-request')).toEqual([]);
  });

  it('[AD20] counts a container that another metric does not look at', () => {
    const one = edited(withSidecar, [
      '- type: Resource\n      resource:\n',
      '- type: ContainerResource\n      containerResource:\n        container: app\n',
    ]);
    expect(found(one, 'missing-request')).toEqual([]);
  });
});

describe('target-unreachable', () => {
  it('[AD21] sees a target that a pod at its limit does not pass', () => {
    const text = edited(HEALTHY, ['averageUtilization: 70', 'averageUtilization: 190']);
    expect(found(text, 'target-unreachable')).toEqual([
      'averageUtilization: 190 | At its cpu limit a pod reads 200 % of its request, which is not far enough above the target of 190 %: cpu never adds a pod.',
    ]);
    const average = edited(HEALTHY, [
      'Utilization\n          averageUtilization: 70',
      'AverageValue\n          averageValue: "1"',
    ]);
    expect(found(average, 'target-unreachable')).toEqual([
      'averageValue: "1" | At its cpu limit a pod reads its limit, which is not far enough above the target of 1: cpu never adds a pod.',
    ]);
  });

  it('[AD21] asks with the tolerance of the HPA', () => {
    const text = edited(HEALTHY, ['averageUtilization: 70', 'averageUtilization: 181']);
    expect(found(text, 'target-unreachable')).toEqual([]);
    const wide = `${text}  behavior:\n    scaleUp:\n      tolerance: 0.2\n`;
    expect(found(wide, 'target-unreachable')).toHaveLength(1);
    expect(found(wide, 'target-unreachable', { minor: '1.34' })).toEqual([]);
  });

  it('[AD21] knows no bound where a container has no limit', () => {
    const text = edited(
      HEALTHY,
      ['averageUtilization: 70', 'averageUtilization: 300'],
      ['              cpu: 500m\n', ''],
    );
    expect(found(text, 'target-unreachable')).toEqual([]);
  });
});

describe('target-above-request', () => {
  it('[AD22] speaks above 100 % alone, and not of what is unreachable anyway', () => {
    const at = (percent: number): string =>
      edited(HEALTHY, ['averageUtilization: 70', `averageUtilization: ${percent}`]);
    expect(found(at(150), 'target-above-request')).toEqual([
      'averageUtilization: 150 | The target is 150 % of the cpu request: pods work beyond what is reserved for them before any is added.',
    ]);
    expect(found(at(100), 'target-above-request')).toEqual([]);
    expect(found(at(250), 'target-above-request')).toEqual([]);
  });
});

describe('little-headroom', () => {
  it('[AD23] speaks of CPU from 90 to 100 %', () => {
    const at = (percent: number): string =>
      edited(HEALTHY, ['averageUtilization: 70', `averageUtilization: ${percent}`]);
    expect(found(at(95), 'little-headroom')).toEqual([
      'averageUtilization: 95 | A CPU target of 95 % leaves pods 5 % of their request for a rise in load while new ones start.',
    ]);
    expect(found(at(89), 'little-headroom')).toEqual([]);
    expect(found(at(101), 'little-headroom')).toEqual([]);
  });
});

describe('limit-caps-growth', () => {
  it('[AD24] counts the steps that a limit at the request leaves', () => {
    const text = edited(HEALTHY, ['cpu: 500m', 'cpu: 250m']);
    expect(found(text, 'limit-caps-growth')).toEqual([
      'averageUtilization: 70 | At its CPU limit a pod reads 100 %, so with a target of 70 % the count grows by at most 1.43 times a step, whatever the load: 6 steps from 2 to 20.',
    ]);
  });

  it('[AD24] is silent where the limit leaves room, or the bounds are near', () => {
    expect(found(HEALTHY, 'limit-caps-growth')).toEqual([]);
    const near = edited(HEALTHY, ['cpu: 500m', 'cpu: 250m'], ['maxReplicas: 20', 'maxReplicas: 5']);
    expect(found(near, 'limit-caps-growth')).toEqual([]);
  });
});

describe('memory-target', () => {
  it('[AD25] speaks of memory alone, and of its company', () => {
    expect(found(edited(HEALTHY, ['name: cpu', 'name: memory']), 'memory-target')).toEqual([
      'name: memory | Memory is a target here. It seldom falls when load does, and then the HPA does not scale down.',
    ]);
    expect(found(`${HEALTHY}${MEMORY}`, 'memory-target')[0]).toContain('and holds the others up with it');
    expect(found(HEALTHY, 'memory-target')).toEqual([]);
  });
});

describe('container-not-in-pod', () => {
  const measuring = (container: string): string =>
    edited(HEALTHY, [
      '- type: Resource\n      resource:\n',
      `- type: ContainerResource\n      containerResource:\n        container: ${container}\n`,
    ]);

  it('[AD26] names what is there', () => {
    expect(found(measuring('web'), 'container-not-in-pod')).toEqual([
      'container: web | Deployment web has no container web, only app.',
    ]);
    expect(found(measuring('app'), 'container-not-in-pod')).toEqual([]);
  });
});
