/** A random HPA with its workload, as the text of a manifest. */
import type { Dice } from './dice.ts';
import { canScaleToZero, randomMetrics } from './metrics.ts';

/** What stays the same when the manifest is edited. */
export interface Identity {
  readonly namespace: string;
  readonly kind: 'Deployment' | 'StatefulSet' | 'ReplicaSet';
  readonly hasProxy: boolean;
  readonly scalesToZero: boolean;
  /** the API server of the minor knows `behavior.*.tolerance` */
  readonly knowsTolerance: boolean;
}

export function randomIdentity(dice: Dice, knowsTolerance: boolean): Identity {
  return {
    namespace: dice.pick(['default', 'default', 'shop']),
    kind: dice.pick(['Deployment', 'Deployment', 'Deployment', 'StatefulSet', 'ReplicaSet'] as const),
    hasProxy: dice.chance(0.3),
    scalesToZero: dice.chance(0.15),
    knowsTolerance,
  };
}

function randomPolicies(dice: Dice) {
  return dice.several(1, 3, () => ({
    type: dice.pick(['Pods', 'Percent']),
    value: dice.whole(1, 120),
    periodSeconds: dice.pick([5, 15, 60, 180, 600]),
  }));
}

function randomRules(dice: Dice, { knowsTolerance }: Identity) {
  const rules = {
    ...dice.perhaps(0.6, () => ({ stabilizationWindowSeconds: dice.pick([0, 30, 60, 120, 300, 600]) })),
    ...dice.perhaps(0.5, () => ({ selectPolicy: dice.pick(['Max', 'Min', 'Disabled']) })),
    ...dice.perhaps(0.7, () => ({ policies: randomPolicies(dice) })),
  };
  // thrown for every minor, so that a seed means the same everywhere
  const tolerance = dice.perhaps(0.2, () => ({ tolerance: dice.pick(['0', '0.05', '0.3', '1']) }));
  return knowsTolerance ? { ...rules, ...tolerance } : rules;
}

function randomBehavior(dice: Dice, identity: Identity) {
  return {
    ...dice.perhaps(0.7, () => ({ scaleUp: randomRules(dice, identity) })),
    ...dice.perhaps(0.7, () => ({ scaleDown: randomRules(dice, identity) })),
  };
}

function randomHpa(dice: Dice, identity: Identity) {
  const { namespace, kind, scalesToZero } = identity;
  const metrics = randomMetrics(dice);
  const least = scalesToZero && canScaleToZero(metrics) ? 0 : 1;
  const minReplicas = dice.whole(least, 4);
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'web' },
      ...(minReplicas === 1 && dice.chance(0.5) ? {} : { minReplicas }),
      maxReplicas: Math.max(1, minReplicas) + dice.whole(1, 30),
      metrics,
      ...dice.perhaps(0.6, () => ({ behavior: randomBehavior(dice, identity) })),
    },
  };
}

function randomProbe(dice: Dice) {
  return {
    httpGet: { path: '/ready', port: 8080 },
    initialDelaySeconds: dice.whole(0, 20),
    periodSeconds: dice.whole(1, 15),
    successThreshold: dice.whole(1, 2),
  };
}

function randomContainer(dice: Dice, name: string) {
  const cpu = dice.whole(50, 500);
  const memory = dice.whole(100, 400);
  const requests = {
    ...dice.perhaps(0.93, () => ({ cpu: `${cpu}m` })),
    ...dice.perhaps(0.9, () => ({ memory: `${memory}Mi` })),
  };
  const limits = {
    ...dice.perhaps(0.4, () => ({ cpu: `${cpu + dice.whole(0, 500)}m` })),
    ...dice.perhaps(0.3, () => ({ memory: `${memory + dice.whole(0, 200)}Mi` })),
  };
  return {
    name,
    image: 'registry.example/web:1',
    resources: { requests, limits },
    ...dice.perhaps(0.7, () => ({ readinessProbe: randomProbe(dice) })),
  };
}

function randomStrategy(dice: Dice, kind: Identity['kind']) {
  if (kind !== 'Deployment') return {};
  const rollingUpdate = { maxSurge: dice.pick([1, '25%', '100%']), maxUnavailable: dice.pick([0, 1, '25%']) };
  const strategy = dice.chance(0.8) ? { type: 'RollingUpdate', rollingUpdate } : { type: 'Recreate' };
  return dice.perhaps(0.5, () => ({ strategy }));
}

function randomWorkload(dice: Dice, { namespace, kind, hasProxy }: Identity) {
  const labels = { app: 'web' };
  const containers = [randomContainer(dice, 'app'), ...(hasProxy ? [randomContainer(dice, 'proxy')] : [])];
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web', namespace },
    spec: {
      ...dice.perhaps(0.5, () => ({ replicas: dice.whole(1, 8) })),
      ...(kind === 'StatefulSet' ? { serviceName: 'web' } : {}),
      ...randomStrategy(dice, kind),
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { terminationGracePeriodSeconds: dice.pick([5, 30, 60]), containers },
      },
    },
  };
}

/** The text of an HPA and its workload. */
export function randomManifest(dice: Dice, identity: Identity): string {
  return [randomWorkload(dice, identity), randomHpa(dice, identity)]
    .map((object) => JSON.stringify(object, null, 1))
    .join('\n---\n');
}

/** The text of an edit: the HPA alone, or with its workload. */
export function randomEdit(dice: Dice, identity: Identity): string {
  if (dice.chance(0.3)) return randomManifest(dice, identity);
  return JSON.stringify(randomHpa(dice, identity), null, 1);
}
