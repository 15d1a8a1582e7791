/**
 * What KEDA's admission webhook refuses and warns of.
 *
 * @upstream github.com/kedacore/keda/v2 apis/keda/v1alpha1/scaledobject_webhook.go
 */
import type { PathSegment } from '../apimachinery/field.ts';
import { asApproximateFloat64, parseQuantity } from '../apimachinery/quantity.ts';
import { byteLength, quote } from '../go/strconv.ts';
import { OWNER_LABEL, TRANSFER_OWNERSHIP, VALIDATE_OWNERSHIP } from './annotations.ts';
import { modifiersFault } from './modifiersFault.ts';
import {
  hpaMaxReplicas,
  hpaMinReplicas,
  hpaName,
  isUsingModifiers,
  pollingMatters,
  targetOf,
} from './scaledObject.ts';
import { isResourceTrigger } from './scalers/index.ts';
import type { ScaledObject } from './types.ts';

export interface WebhookFinding {
  /** what a person sees of it: the webhook's own text */
  readonly text: string;
  /** where it is best looked at */
  readonly path: readonly PathSegment[];
}

export interface WebhookAnswer {
  /** the webhook stops at the first that it comes upon, in no fixed order; here are all of them */
  readonly refusals: readonly WebhookFinding[];
  readonly warnings: readonly WebhookFinding[];
}

/** An HPA beside the ScaledObject. */
export interface NeighbourHpa {
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly target: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  /** names of the ScaledObjects that own it */
  readonly owners: readonly string[];
}

export interface TargetContainer {
  readonly name: string;
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

/** What else is in the namespace. */
export interface Neighbours {
  readonly hpas: readonly NeighbourHpa[];
  /** other ScaledObjects */
  readonly scaledObjects: readonly ScaledObject[];
  /** the scale target, where it is a Deployment or a StatefulSet that is known */
  readonly containers?: readonly TargetContainer[];
  readonly podRequests?: Readonly<Record<string, string>>;
}

const LONGEST_NAME = 63;

function one(text: string, path: readonly PathSegment[]): readonly WebhookFinding[] {
  return [{ text, path }];
}

function gvk({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): string {
  const version = apiVersion === '' ? 'apps/v1' : apiVersion;
  return `${version.includes('/') ? version : `/${version}`}.${kind === '' ? 'Deployment' : kind}`;
}

/** @rule KE31 */
function nameRefusals(scaledObject: ScaledObject): readonly WebhookFinding[] {
  const { name } = scaledObject.metadata;
  const length = byteLength(name);
  if (length > LONGEST_NAME) {
    const text = `scaledobject name ${quote(name)} is ${length} characters long; must be no more than ${LONGEST_NAME} characters because it is used as the ${quote(OWNER_LABEL)} label value`;
    return one(text, ['metadata', 'name']);
  }
  const hpa = hpaName(scaledObject);
  if (byteLength(hpa) <= LONGEST_NAME) return [];
  const isWritten = hpa === scaledObject.spec.advanced?.horizontalPodAutoscalerConfig?.name;
  const path = isWritten
    ? ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'name']
    : ['metadata', 'name'];
  const text = `HPA name ${quote(hpa)} derived from scaledobject is ${byteLength(hpa)} characters long; must be no more than ${LONGEST_NAME} characters; set spec.advanced.horizontalPodAutoscalerConfig.name to a shorter name or shorten the scaledobject name`;
  return one(text, path);
}

/** A minimum that is written as 0 counts as 1 here, one that is left out as 0. @rule KE32 */
function replicaRefusals(scaledObject: ScaledObject): readonly WebhookFinding[] {
  const { minReplicaCount, idleReplicaCount } = scaledObject.spec;
  const min = minReplicaCount === undefined ? 0 : hpaMinReplicas(scaledObject);
  const max = hpaMaxReplicas(scaledObject);
  if (min > max) {
    return one(`MinReplicaCount=${min} must be less than MaxReplicaCount=${max}`, [
      'spec',
      'minReplicaCount',
    ]);
  }
  if (idleReplicaCount === undefined || idleReplicaCount < min) return [];
  const text = `IdleReplicaCount=${idleReplicaCount} must be less than MinReplicaCount=${min}`;
  return one(text, ['spec', 'idleReplicaCount']);
}

/** @rule KE33 */
function fallbackRefusals(scaledObject: ScaledObject): readonly WebhookFinding[] {
  const { fallback, triggers, advanced } = scaledObject.spec;
  if (fallback === undefined) return [];
  const usesModifiers = isUsingModifiers(scaledObject);
  const isByFormula = fallback.behavior === 'scalingModifiers';
  if (isByFormula && (!usesModifiers || (advanced?.scalingModifiers?.formula ?? '') === '')) {
    const text = 'scalingModifiers fallback behavior requires scalingModifiers.formula to be defined';
    return one(text, ['spec', 'fallback', 'behavior']);
  }
  if (usesModifiers || triggers.some(({ type }) => !isResourceTrigger(type))) return [];
  const text =
    'at least one trigger (that is not cpu or memory) has to have the `AverageValue` type for the fallback to be enabled';
  return one(text, ['spec', 'fallback']);
}

/** @rule KE34 */
function triggerRefusals({ spec: { triggers } }: ScaledObject): readonly WebhookFinding[] {
  const names = new Set<string>();
  for (const [index, { type, name = '', useCachedMetrics }] of triggers.entries()) {
    const path = ['spec', 'triggers', index];
    if (useCachedMetrics === true && (isResourceTrigger(type) || type === 'cron')) {
      const text = `property "useCachedMetrics" is not supported for ${quote(type)} scaler`;
      return one(text, [...path, 'useCachedMetrics']);
    }
    if (name !== '' && names.has(name)) {
      const text = `triggerName ${quote(name)} is defined multiple times in the ScaledObject/ScaledJob, but it must be unique`;
      return one(text, [...path, 'name']);
    }
    names.add(name);
  }
  return [];
}

const REFERENCE = ['spec', 'scaleTargetRef', 'name'];

/** @rule KE35 */
function hpaRefusals(scaledObject: ScaledObject, { hpas }: Neighbours): readonly WebhookFinding[] {
  const target = targetOf(scaledObject);
  const { name, annotations } = scaledObject.metadata;
  const isTransferred = annotations?.[TRANSFER_OWNERSHIP] === 'true';
  const chosen = scaledObject.spec.advanced?.horizontalPodAutoscalerConfig?.name;
  for (const hpa of hpas) {
    if (hpa.annotations[VALIDATE_OWNERSHIP] === 'false' || hpa.owners.includes(name)) continue;
    if (hpa.target.name !== target.name || gvk(hpa.target) !== gvk(target)) continue;
    if (isTransferred && chosen === hpa.name) continue;
    const workload = `workload '${target.name}' of type '${gvk(target)}'`;
    const text = isTransferred
      ? `the existing hpa '${hpa.name}' for ${workload} must be specified by name in advanced settings to enable ownership transfer`
      : `the ${workload} is already managed by the hpa '${hpa.name}'`;
    return one(text, REFERENCE);
  }
  return [];
}

/** @rule KE36 */
function scaledObjectRefusals(
  scaledObject: ScaledObject,
  { scaledObjects }: Neighbours,
): readonly WebhookFinding[] {
  const target = targetOf(scaledObject);
  const others = scaledObjects.filter(({ metadata }) => metadata.name !== scaledObject.metadata.name);
  const rival = others.find((other) => {
    const own = targetOf(other);
    return own.name === target.name && gvk(own) === gvk(target);
  });
  if (rival !== undefined) {
    const text = `the workload '${target.name}' of type '${gvk(target)}' is already managed by the ScaledObject '${rival.metadata.name}'`;
    return one(text, REFERENCE);
  }
  const owner = others.find((other) => hpaName(other) === hpaName(scaledObject));
  if (owner === undefined) return [];
  const text = `the HPA '${hpaName(scaledObject)}' is already managed by the ScaledObject '${owner.metadata.name}'`;
  return one(text, ['metadata', 'name']);
}

function isPositive(text: string | undefined): boolean {
  const parsed = parseQuantity(text ?? '');
  return parsed.ok && asApproximateFloat64(parsed.value) > 0;
}

/** @rule KE37 */
function resourceRefusals(scaledObject: ScaledObject, neighbours: Neighbours): readonly WebhookFinding[] {
  const { containers, podRequests } = neighbours;
  const { triggers, minReplicaCount = 0 } = scaledObject.spec;
  if (containers === undefined) return [];
  for (const [index, { type, metadata }] of triggers.entries()) {
    if (!isResourceTrigger(type)) continue;
    const named = metadata.containerName ?? '';
    const isCovered = named === '' && isPositive(podRequests?.[type]);
    const looked = isCovered ? [] : containers.filter(({ name }) => named === '' || name === named);
    const bare = looked.find(
      ({ requests, limits }) => !isPositive(requests[type]) && !isPositive(limits[type]),
    );
    if (bare === undefined) continue;
    const text = `the scaledobject has a ${type} trigger but the container ${bare.name} doesn't have the ${type} request defined`;
    return one(text, ['spec', 'triggers', index, 'type']);
  }
  if (!triggers.every(({ type }) => isResourceTrigger(type)) || minReplicaCount !== 0) return [];
  const text =
    "scaledobject has only cpu/memory triggers AND minReplica is 0 (scale to zero doesn't work in this case)";
  return one(text, ['spec', 'minReplicaCount']);
}

/** @rule KE38 */
function modifierRefusals(scaledObject: ScaledObject): readonly WebhookFinding[] {
  const text = isUsingModifiers(scaledObject) ? modifiersFault(scaledObject) : undefined;
  return text === undefined ? [] : one(text, ['spec', 'advanced', 'scalingModifiers']);
}

const POLLING_WARNING =
  'PollingInterval is configured but is not relevant for scaling. It only affects scaling when minReplicaCount = 0, idleReplicaCount is set, or useCachedMetrics is enabled, but it still controls how often KEDA refreshes the ScaledObject status conditions and events';
const COOLDOWN_WARNING =
  'CooldownPeriod is configured but is not relevant. CooldownPeriod is only relevant when minReplicaCount = 0 or idleReplicaCount is set';

/** @rule KE39 */
function warningsOf(scaledObject: ScaledObject): readonly WebhookFinding[] {
  const { pollingInterval, cooldownPeriod, minReplicaCount = 0, idleReplicaCount } = scaledObject.spec;
  const isPollingIdle = !pollingMatters(scaledObject) && !isUsingModifiers(scaledObject);
  const isCooldownIdle = minReplicaCount > 0 && idleReplicaCount === undefined;
  return [
    ...(pollingInterval !== undefined && isPollingIdle
      ? one(POLLING_WARNING, ['spec', 'pollingInterval'])
      : []),
    ...(cooldownPeriod !== undefined && isCooldownIdle
      ? one(COOLDOWN_WARNING, ['spec', 'cooldownPeriod'])
      : []),
  ];
}

/**
 * Asks the webhook about a ScaledObject that the schema has let pass.
 *
 * @upstream github.com/kedacore/keda/v2 apis/keda/v1alpha1/scaledobject_webhook.go validateWorkload
 * @rule KE30
 */
export function askWebhook(scaledObject: ScaledObject, neighbours: Neighbours): WebhookAnswer {
  return {
    refusals: [
      ...nameRefusals(scaledObject),
      ...replicaRefusals(scaledObject),
      ...fallbackRefusals(scaledObject),
      ...triggerRefusals(scaledObject),
      ...modifierRefusals(scaledObject),
      ...resourceRefusals(scaledObject, neighbours),
      ...hpaRefusals(scaledObject, neighbours),
      ...scaledObjectRefusals(scaledObject, neighbours),
    ],
    warnings: warningsOf(scaledObject),
  };
}
