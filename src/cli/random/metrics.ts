/** Random metrics of an HPA. */
import type { Dice } from './dice.ts';

const SELECTOR = { matchLabels: { queue: 'jobs' } };

function averageValue(value: string) {
  return { type: 'AverageValue', averageValue: value };
}

function resourceTarget(dice: Dice, resource: 'cpu' | 'memory') {
  if (dice.chance(0.6)) return { type: 'Utilization', averageUtilization: dice.whole(20, 95) };
  return averageValue(resource === 'cpu' ? `${dice.whole(50, 500)}m` : `${dice.whole(60, 400)}Mi`);
}

function customMetric(dice: Dice, names: readonly [string, ...string[]]) {
  return { name: dice.pick(names), ...dice.perhaps(0.3, () => ({ selector: SELECTOR })) };
}

function customTarget(dice: Dice) {
  if (dice.chance(0.5)) return averageValue(dice.pick([`${dice.whole(2, 60)}`, `${dice.whole(500, 9000)}m`]));
  return { type: 'Value', value: String(dice.whole(10, 400)) };
}

const DESCRIBED = [
  { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' },
  { apiVersion: 'v1', kind: 'Service', name: 'web' },
  { apiVersion: 'v1', kind: 'Namespace', name: 'any' },
] as const;

const DRAWS = {
  resource(dice: Dice) {
    const name = dice.pick(['cpu', 'cpu', 'memory'] as const);
    return { type: 'Resource', resource: { name, target: resourceTarget(dice, name) } };
  },
  containerResource(dice: Dice) {
    const name = dice.pick(['cpu', 'memory'] as const);
    const container = dice.pick(['app', 'app', 'proxy', 'ghost'] as const);
    const target = resourceTarget(dice, name);
    return { type: 'ContainerResource', containerResource: { name, container, target } };
  },
  pods(dice: Dice) {
    const metric = customMetric(dice, ['http_requests_per_second', 'in_flight', 'queue_depth']);
    return { type: 'Pods', pods: { metric, target: averageValue(String(dice.whole(2, 40))) } };
  },
  object(dice: Dice) {
    const metric = customMetric(dice, ['requests_per_second', 'request_latency_ms', 'backlog']);
    const describedObject = dice.pick(DESCRIBED);
    return { type: 'Object', object: { describedObject, metric, target: customTarget(dice) } };
  },
  external(dice: Dice) {
    const metric = customMetric(dice, ['queue_messages_visible', 'requests', 'orders']);
    return { type: 'External', external: { metric, target: customTarget(dice) } };
  },
};

/** One to four metrics of any type. */
export function randomMetrics(dice: Dice): readonly object[] {
  const kinds = ['resource', 'resource', 'containerResource', 'pods', 'object', 'external'] as const;
  return dice.several(1, 4, () => DRAWS[dice.pick(kinds)](dice));
}

/** Whether some metric can be read while there are no pods. */
export function canScaleToZero(metrics: readonly object[]): boolean {
  return metrics.some((metric) => 'object' in metric || 'external' in metric);
}
