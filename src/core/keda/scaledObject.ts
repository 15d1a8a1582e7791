/** What a ScaledObject comes to where it says nothing. */
import type { ScaledObject } from './types.ts';

/** seconds */
const DEFAULT_POLLING_INTERVAL = 30;
/** seconds */
const DEFAULT_COOLDOWN_PERIOD = 300;
const DEFAULT_MIN = 1;
const DEFAULT_MAX = 100;

/** @rule KE8 */
export function hpaName({ metadata, spec }: ScaledObject): string {
  return spec.advanced?.horizontalPodAutoscalerConfig?.name || `keda-hpa-${metadata.name}`;
}

/** @rule KE10 */
export function hpaMinReplicas({ spec: { minReplicaCount = 0 } }: ScaledObject): number {
  return minReplicaCount > 0 ? minReplicaCount : DEFAULT_MIN;
}

/** @rule KE10 */
export function hpaMaxReplicas({ spec: { maxReplicaCount = DEFAULT_MAX } }: ScaledObject): number {
  return maxReplicaCount;
}

/** @rule KE7 */
export function targetOf({ spec: { scaleTargetRef } }: ScaledObject) {
  return {
    apiVersion: scaleTargetRef.apiVersion || 'apps/v1',
    kind: scaleTargetRef.kind || 'Deployment',
    name: scaleTargetRef.name,
  };
}

/** @rule KE18 */
export function isUsingModifiers({ spec: { advanced } }: ScaledObject): boolean {
  const { formula, target, activationTarget, metricType } = advanced?.scalingModifiers ?? {};
  return [formula, target, activationTarget, metricType].some((field) => (field ?? '') !== '');
}

/** Seconds between polls, and of the two waits before the last step down. @rule KE5 */
export function periodsOf({ spec }: ScaledObject) {
  return {
    pollingInterval: spec.pollingInterval ?? DEFAULT_POLLING_INTERVAL,
    cooldownPeriod: spec.cooldownPeriod ?? DEFAULT_COOLDOWN_PERIOD,
    initialCooldownPeriod: spec.initialCooldownPeriod ?? 0,
  };
}

/**
 * Whether the operator's own polls decide anything: it can go to zero or to an idle count, or it keeps values for the HPA.
 *
 * @upstream github.com/kedacore/keda/v2 apis/keda/v1alpha1/scaledobject_types.go IsPollingIntervalRelevant
 * @rule KE12
 */
export function pollingMatters({ spec }: ScaledObject): boolean {
  return (
    (spec.minReplicaCount ?? 0) === 0 ||
    spec.idleReplicaCount !== undefined ||
    spec.triggers.some(({ useCachedMetrics }) => useCachedMetrics === true)
  );
}
