/** A ScaledObject as the operator acts on it, and the HPA that it makes. */
import { failure, type Result } from '../go/types.ts';
import { pausesOf } from './annotations.ts';
import { compositeMetric, type GeneratedHpa, generateHpa } from './generateHpa.ts';
import { type PlannedTrigger, planTrigger } from './planTrigger.ts';
import {
  hpaMaxReplicas,
  hpaMinReplicas,
  hpaName,
  isUsingModifiers,
  periodsOf,
  pollingMatters,
  targetOf,
} from './scaledObject.ts';
import { goFloat } from './scalers/values.ts';
import type { KedaPlan, ModifiersPlan, ScaledObject } from './types.ts';

/** What triggers may take from elsewhere. */
export interface Surroundings {
  /** variables of the target's container that are written out */
  readonly environment?: Readonly<Record<string, string>>;
  /** what a TriggerAuthentication gives; left out: unknown */
  readonly authentication?: Readonly<Record<string, string>>;
}

export interface PlannedScaledObject {
  readonly plan: KedaPlan;
  readonly triggers: readonly PlannedTrigger[];
  /** the HPA, or why KEDA cannot make one */
  readonly hpa: Result<GeneratedHpa>;
}

/** @rule KE18 */
function modifiersOf(scaledObject: ScaledObject): ModifiersPlan | undefined {
  const { scalingModifiers: written } = scaledObject.spec.advanced ?? {};
  const composite = isUsingModifiers(scaledObject) ? compositeMetric(scaledObject) : undefined;
  if (written === undefined || composite === undefined) return undefined;
  return {
    formula: written.formula ?? '',
    target: goFloat(written.target ?? '') ?? 0,
    activationTarget: goFloat(written.activationTarget ?? '') ?? 0,
    metric: composite.planned,
  };
}

function planOf(scaledObject: ScaledObject, triggers: readonly PlannedTrigger[]): KedaPlan {
  const { metadata, spec } = scaledObject;
  const modifiers = modifiersOf(scaledObject);
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    hpaName: hpaName(scaledObject),
    target: targetOf(scaledObject),
    ...periodsOf(scaledObject),
    minReplicas: spec.minReplicaCount ?? 0,
    maxReplicas: hpaMaxReplicas(scaledObject),
    ...(spec.idleReplicaCount === undefined ? {} : { idleReplicas: spec.idleReplicaCount }),
    hpaMinReplicas: hpaMinReplicas(scaledObject),
    ...(spec.fallback === undefined ? {} : { fallback: spec.fallback }),
    ...(modifiers === undefined ? {} : { modifiers }),
    pauses: pausesOf(scaledObject),
    triggers: triggers.map(({ plan }) => plan),
    ...(metadata.creationTimestamp === undefined ? {} : { creationTimestamp: metadata.creationTimestamp }),
    restoreToOriginalReplicaCount: spec.advanced?.restoreToOriginalReplicaCount ?? false,
    pollingMatters: pollingMatters(scaledObject),
  };
}

/**
 * Plans a ScaledObject that the API server and the webhook have let pass. KEDA makes its scalers in order and stops at the first
 * that it cannot make; missing credentials stop it too, but here the rest is planned all the same.
 *
 * @rule KE14
 */
export function planScaledObject(
  scaledObject: ScaledObject,
  { environment = {}, authentication }: Surroundings = {},
): PlannedScaledObject {
  const { namespace } = scaledObject.metadata;
  const isMetricSource = isUsingModifiers(scaledObject);
  const triggers = scaledObject.spec.triggers.map((trigger, index) => {
    const { metadata } = trigger;
    const hasAuthentication = trigger.authenticationRef !== undefined;
    return planTrigger(trigger, {
      metadata,
      hasAuthentication,
      ...(hasAuthentication && authentication !== undefined ? { authentication } : {}),
      environment,
      namespace,
      index,
      isMetricSource,
    });
  });
  const error = triggers.find((trigger) => trigger.error !== undefined)?.error;
  const specs = triggers.flatMap((trigger) => trigger.specs);
  const hpa = error === undefined ? generateHpa(scaledObject, specs) : failure(error);
  return { plan: planOf(scaledObject, triggers), triggers, hpa };
}
