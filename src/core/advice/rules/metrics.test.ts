import { describe, expect, it } from 'vitest';
import { advise, DEPLOYMENT, edited, found, HEALTHY, HPA } from '../testing.ts';

const CPU = HPA.slice(HPA.indexOf('    - type: Resource'));
const whole = (name: string, target: string): string =>
  edited(HEALTHY, [
    CPU,
    `    - type: External\n      external:\n        metric:\n          name: ${name}\n        target:\n${target.replace(/^/gm, '          ')}\n`,
  ]);
const value = (name: string): string => whole(name, 'type: Value\nvalue: "30"');
const average = (name: string): string => whole(name, 'type: AverageValue\naverageValue: "30"');

describe('value-of-amount', () => {
  it('[AD60] shows how a Value target runs away with an amount', () => {
    expect(found(value('queue_messages_visible'), 'value-of-amount')).toEqual([
      'type: Value | queue_messages_visible looks like an amount for all pods together, and a Value target does not divide it: at a steady 30 × 2 the count goes 2, 4, 8, 16, 20.',
    ]);
  });

  it('[AD60] asks about so many pods and no more', () => {
    const wide = edited(value('queue_messages_visible'), ['maxReplicas: 20', 'maxReplicas: 2000000000']);
    expect(found(wide, 'value-of-amount')[0]).toMatch(/512, 1000, and further\.$/);
  });

  it('[AD60] offers AverageValue', () => {
    const text = value('kafkaConsumerLag');
    const [advice] = advise(text).filter(({ rule }) => rule === 'value-of-amount');
    expect(advice?.fixes?.[0]?.title).toBe('Make it an AverageValue: 30 for each pod');
    expect(advice?.fixes?.[0]?.edits.map(({ newText }) => newText)).toEqual(['AverageValue', 'averageValue']);
  });

  it.each([
    'http_request_duration_seconds',
    'queue_age_seconds',
    'p99_latency_ms',
    'error_ratio',
    'requests_per_pod',
    'custom_load',
  ])('[AD60] leaves %s in peace', (name) => {
    expect(found(value(name), 'value-of-amount')).toEqual([]);
  });

  it('[AD60] leaves AverageValue in peace', () => {
    expect(found(average('queue_messages_visible'), 'value-of-amount')).toEqual([]);
  });
});

describe('average-of-ratio', () => {
  it('[AD61] knows that a latency is not shared', () => {
    expect(found(average('p99_latency'), 'average-of-ratio')).toEqual([
      'type: AverageValue | p99_latency looks like a latency or a ratio, and AverageValue divides it by the number of pods: with 10 pods it may reach 10 times 30.',
    ]);
  });

  it.each(['queue_messages_visible', 'failed_jobs', 'errors_total', 'custom_load'])(
    '[AD61] leaves %s in peace',
    (name) => {
      expect(found(average(name), 'average-of-ratio')).toEqual([]);
    },
  );

  it('[AD61] leaves Value in peace', () => {
    expect(found(value('p99_latency'), 'average-of-ratio')).toEqual([]);
  });
});

describe('same-metric-twice', () => {
  it('[AD62] points at the second one', () => {
    const text = `${HEALTHY}${CPU.replace('70', '50')}`;
    expect(found(text, 'same-metric-twice')).toEqual([
      '- type: Resource | This is the same metric as spec.metrics[0]: only the lower target has an effect.',
    ]);
    expect(found(`${HEALTHY}${CPU.replace('cpu', 'memory')}`, 'same-metric-twice')).toEqual([]);
  });
});

describe('sidecar-dilution', () => {
  const pod = (name: string, request: string, isInit = false): string => {
    const container = `        - name: ${name}\n          image: registry.example/x:1\n${isInit ? '          restartPolicy: Always\n' : ''}          resources:\n            requests:\n              cpu: ${request}\n`;
    return isInit
      ? `${DEPLOYMENT}      initContainers:\n${container}---\n${HPA}`
      : `${DEPLOYMENT}${container}---\n${HPA}`;
  };

  it('[AD63] shows what the pod reads while its application is busy', () => {
    expect(found(pod('istio-proxy', '250m'), 'sidecar-dilution')).toEqual([
      'name: cpu | The pod has 2 containers, and this metric adds them up: with app at 105 % of its request and the rest idle it reads 52 %, and adds no pod.',
    ]);
    expect(found(pod('proxy', '250m', true), 'sidecar-dilution')).toHaveLength(1);
    // 1.27 does not count the requests of init containers
    expect(found(pod('proxy', '250m', true), 'sidecar-dilution', { minor: '1.27' })).toEqual([]);
  });

  it('[AD63] is silent where the helper is small, or one container is measured', () => {
    expect(found(pod('proxy', '10m'), 'sidecar-dilution')).toEqual([]);
    const one = edited(pod('proxy', '250m'), [
      '- type: Resource\n      resource:\n',
      '- type: ContainerResource\n      containerResource:\n        container: app\n',
    ]);
    expect(found(one, 'sidecar-dilution')).toEqual([]);
    expect(found(HEALTHY, 'sidecar-dilution')).toEqual([]);
  });

  it('[AD63] knows of proxies that are put in later', () => {
    const text = edited(HEALTHY, [
      '      labels:\n        app: web\n    spec',
      '      annotations:\n        sidecar.istio.io/inject: "true"\n      labels:\n        app: web\n    spec',
    ]);
    expect(found(text, 'sidecar-dilution')).toEqual([
      'name: cpu | Istio puts a proxy into every pod, and this metric counts its cpu and its request with the application’s.',
    ]);
  });
});

describe('no-metric-written', () => {
  it('[AD64] names what the API server fills in', () => {
    const none = edited(HEALTHY, [`  metrics:\n${CPU}`, '']);
    expect(found(none, 'no-metric-written')).toEqual([
      'spec: | No metric is written: the API server fills in CPU at 80 % of the request.',
    ]);
    expect(found(HEALTHY, 'no-metric-written')).toEqual([]);
  });
});
