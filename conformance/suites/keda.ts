/** What KEDA's own code makes of ScaledObjects: the HPA, the webhook's refusals, and the schema's errors. */
import { load } from 'js-yaml';
import { fieldErrorText, fieldPathText } from '../../src/core/apimachinery/field.ts';
import type { ObjectMeta } from '../../src/core/autoscaling/types.ts';
import { decodeScaledObject } from '../../src/core/keda/decode.ts';
import { planScaledObject } from '../../src/core/keda/plan.ts';
import type { ScaledObject } from '../../src/core/keda/types.ts';
import {
  askWebhook,
  type NeighbourHpa,
  type Neighbours,
  type TargetContainer,
} from '../../src/core/keda/webhook.ts';
import { KUBECTL_SCHEMA } from '../../src/core/manifest/goYaml.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { CaseFile } from '../files.ts';
import { releaseOf } from './caseRelease.ts';
import type { Case } from './cases.ts';

interface HpaInput {
  readonly scaledObject: ScaledObject;
  readonly auth?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The first error of a trigger, as KEDA stops there; credentials that are missing are one too. */
function hpaAnswer({ scaledObject, auth = {}, env = {} }: HpaInput): Readonly<Record<string, unknown>> {
  const { triggers, hpa } = planScaledObject(scaledObject, { environment: env, authentication: auth });
  const faults = triggers.flatMap(({ error, credentialsError }) => error ?? credentialsError ?? []);
  if (faults[0] !== undefined) return { error: faults[0] };
  if (!hpa.ok) return { error: hpa.error.error };
  const { metadata, spec } = hpa.value;
  return { hpa: { ...metadata, spec } };
}

/** Compares one case of `keda-hpa.json`. */
export function checkKedaHpa(item: Case): Difference | undefined {
  return firstDifference(item.out, hpaAnswer(item.in as HpaInput), 'out');
}

type Json = Readonly<Record<string, unknown>>;

interface StoredObject {
  readonly kind: string;
  readonly metadata: ObjectMeta & {
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec: Json;
}

function neighbourHpa({ metadata, spec }: StoredObject): NeighbourHpa {
  const owners = (metadata.ownerReferences ?? []).filter(({ kind }) => kind === 'ScaledObject');
  return {
    name: metadata.name,
    annotations: metadata.annotations ?? {},
    target: spec.scaleTargetRef as NeighbourHpa['target'],
    owners: owners.map(({ name }) => name),
  };
}

function containersOf({ spec }: StoredObject): readonly TargetContainer[] {
  const { template } = spec as {
    template: { spec: { containers: readonly { name: string; resources: Json }[] } };
  };
  return template.spec.containers.map(({ name, resources: { requests = {}, limits = {} } }) => ({
    name,
    requests: requests as TargetContainer['requests'],
    limits: limits as TargetContainer['limits'],
  }));
}

function neighboursOf(others: readonly StoredObject[]): Neighbours {
  const ofKind = (wanted: string) => others.filter(({ kind }) => kind === wanted);
  const [workload] = ofKind('Deployment');
  return {
    hpas: ofKind('HorizontalPodAutoscaler').map(neighbourHpa),
    scaledObjects: ofKind('ScaledObject') as unknown as readonly ScaledObject[],
    ...(workload === undefined ? {} : { containers: containersOf(workload) }),
  };
}

interface WebhookInput {
  readonly scaledObject: ScaledObject;
  readonly others?: readonly StoredObject[];
}

/** Compares one case of `keda-webhook.json`. */
export function checkKedaWebhook(item: Case): Difference | undefined {
  const { scaledObject, others = [] } = item.in as WebhookInput;
  const { refusals, warnings } = askWebhook(scaledObject, neighboursOf(others));
  const out = item.out as { readonly refusals: readonly string[]; readonly warnings: readonly string[] };
  return (
    firstDifference(out.refusals.toSorted(), refusals.map(({ text }) => text).toSorted(), 'refusals') ??
    firstDifference(
      out.warnings,
      warnings.map(({ text }) => text),
      'warnings',
    )
  );
}

/** Compares one case of `keda-schema.json`. */
export function checkKedaSchema(item: Case, file: CaseFile): Difference | undefined {
  const release = releaseOf(file);
  const value = load(String(item.in), { schema: KUBECTL_SCHEMA, json: true }) as Json;
  const { scaledObject, errors, unknownFields } = decodeScaledObject(value, release);
  const actual = {
    unknown: unknownFields.map((path) => fieldPathText(path)).toSorted(),
    errors: errors.map((error) => fieldErrorText(error, release)).toSorted(),
    ...(errors.length === 0 ? { stored: scaledObject.spec } : {}),
  };
  return firstDifference(item.out, actual, 'out');
}
