/** One ScaledObject of a text: decoded and checked as the API server and KEDA do, with the HPA that KEDA makes of it. */
import { admit } from '../autoscaling/admission.ts';
import { decodeHorizontalPodAutoscaler } from '../autoscaling/decode.ts';
import type { DefaultedSpec } from '../autoscaling/defaults.ts';
import { decodeScaledObject, KEDA_API_VERSION } from '../keda/decode.ts';
import { type PlannedScaledObject, planScaledObject } from '../keda/plan.ts';
import { targetOf } from '../keda/scaledObject.ts';
import type { ScaledObject } from '../keda/types.ts';
import { askWebhook, type NeighbourHpa, type Neighbours } from '../keda/webhook.ts';
import type { Release } from '../releases/index.ts';
import { isMapping, valueAt, type YamlDocument } from './documents.ts';
import { DocumentEditor } from './fixes/edit.ts';
import { type Candidate, isHpa } from './hpaDocument.ts';
import { textOf } from './kinds.ts';
import { addCurlyQuotes, addWrongSpaces } from './lookalikes.ts';
import { ProblemList } from './problems.ts';
import { addUnsupportedNumbers, EMPTY_STATUS, type ReadHpa, refused } from './readHpa.ts';
import {
  addGeneratedHpaErrors,
  addScaledObjectErrors,
  addTriggerProblems,
  addWebhookAnswer,
} from './scaledObjectProblems.ts';
import { isScaledObject, owningScaledObjects, SCALED_OBJECT_KIND } from './scaledObjects.ts';
import { readTarget, type Target } from './target.ts';
import type { HpaChoice } from './types.ts';

interface Reading {
  readonly document: YamlDocument;
  readonly choice: HpaChoice;
  readonly documents: readonly YamlDocument[];
  readonly release: Release;
  readonly problems: ProblemList;
}

function addVersionProblem({ document, problems }: Reading): void {
  const written = textOf(document.value.apiVersion);
  if (written === KEDA_API_VERSION) return;
  const editor = new DocumentEditor(problems.text, document);
  const edits =
    document.value.apiVersion === undefined
      ? editor.prependFields([], { apiVersion: KEDA_API_VERSION })
      : editor.replaceValue(['apiVersion'], KEDA_API_VERSION);
  const fixes = [edits && { title: `Write \`apiVersion: ${KEDA_API_VERSION}\``, edits }];
  const message =
    written === ''
      ? 'apiVersion not set: the ScaledObject does not say its `apiVersion`.'
      : `no matches for kind "${SCALED_OBJECT_KIND}" in version "${written}"`;
  const finding = { severity: 'error', rule: 'unknown-api-version', message, fixes } as const;
  problems.addField(finding, document, [written === '' ? 'kind' : 'apiVersion']);
}

function addKindProblem({ document, problems }: Reading): void {
  const { kind, apiVersion } = document.value;
  if (kind === SCALED_OBJECT_KIND) return;
  const edits = new DocumentEditor(problems.text, document).replaceValue(['kind'], SCALED_OBJECT_KIND);
  const fixes = [edits && { title: `Write \`${SCALED_OBJECT_KIND}\``, edits }];
  const message = `no matches for kind "${textOf(kind)}" in version "${textOf(apiVersion)}"`;
  problems.addField({ severity: 'error', rule: 'unknown-kind', message, fixes }, document, ['kind']);
}

function mapOf(value: unknown): Readonly<Record<string, string>> {
  if (!isMapping(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (typeof held === 'string' ? [[key, held]] : [])),
  );
}

function isInNamespace(document: YamlDocument, namespace: string): boolean {
  const own = textOf(valueAt(document.value, ['metadata', 'namespace']));
  return own === '' || own === namespace;
}

function neighbourHpa(document: YamlDocument): NeighbourHpa {
  const at = (...path: readonly string[]) => textOf(valueAt(document.value, path));
  return {
    name: at('metadata', 'name'),
    annotations: mapOf(valueAt(document.value, ['metadata', 'annotations'])),
    target: {
      apiVersion: at('spec', 'scaleTargetRef', 'apiVersion'),
      kind: at('spec', 'scaleTargetRef', 'kind'),
      name: at('spec', 'scaleTargetRef', 'name'),
    },
    owners: owningScaledObjects(document),
  };
}

function neighboursOf(
  { document, documents, release }: Reading,
  namespace: string,
  { workload, document: target }: Target,
): Neighbours {
  const near = documents.filter((other) => other !== document && isInNamespace(other, namespace));
  const others = near.filter(isScaledObject).map(({ value }) => decodeScaledObject(value, release));
  const isLooked = target !== undefined && ['Deployment', 'StatefulSet'].includes(workload.kind);
  return {
    hpas: near.filter(isHpa).map(neighbourHpa),
    scaledObjects: others.flatMap(({ scaledObject, errors }) => (errors.length === 0 ? [scaledObject] : [])),
    ...(isLooked ? { containers: workload.containers } : {}),
    ...(isLooked && workload.podRequests !== undefined ? { podRequests: workload.podRequests } : {}),
  };
}

/** Variables of the container that KEDA looks into, as far as they are written out. */
function environmentOf(scaledObject: ScaledObject, { document }: Target): Readonly<Record<string, string>> {
  const containers = valueAt(document?.value, ['spec', 'template', 'spec', 'containers']);
  if (!Array.isArray(containers)) return {};
  const wanted = scaledObject.spec.scaleTargetRef.envSourceContainerName ?? '';
  const container = containers.find((one) => isMapping(one) && (wanted === '' || one.name === wanted));
  const variables = isMapping(container) && Array.isArray(container.env) ? container.env : [];
  return Object.fromEntries(
    variables.flatMap((one) =>
      isMapping(one) && typeof one.name === 'string' && typeof one.value === 'string'
        ? [[one.name, one.value]]
        : [],
    ),
  );
}

/** The HPA as the API server stores it, defaults included. */
function storedHpa({ document, release, problems }: Reading, { hpa }: PlannedScaledObject) {
  if (!hpa.ok) return undefined;
  const { metadata, spec } = hpa.value;
  const decoded = decodeHorizontalPodAutoscaler({ metadata, spec }, release);
  const admitted = admit(decoded.hpa, release);
  addGeneratedHpaErrors(admitted.errors, document, release, problems);
  return admitted.hpa;
}

/** A duplicate name is told where KEDA stops; what the scalers themselves say is told already. */
function addHpaFailure({ hpa, triggers }: PlannedScaledObject, { document, problems }: Reading): void {
  if (hpa.ok || triggers.some(({ error }) => error !== undefined)) return;
  const finding = { severity: 'error', rule: 'keda-trigger', message: hpa.error.error } as const;
  problems.addField(finding, document, ['spec', 'triggers']);
}

function readSound(reading: Reading, scaledObject: ScaledObject, hasNamespace: boolean): ReadHpa {
  const { document, choice, documents, problems } = reading;
  const bare: DefaultedSpec = {
    scaleTargetRef: targetOf(scaledObject),
    minReplicas: 1,
    maxReplicas: 1,
    metrics: [],
  };
  const { namespace } = scaledObject.metadata;
  // the workload may hold what a trigger takes from its environment, and the metrics name the containers
  const found = readTarget(
    document,
    bare,
    namespace,
    documents,
    new ProblemList(problems.text),
    hasNamespace,
  );
  const planned = planScaledObject(scaledObject, { environment: environmentOf(scaledObject, found) });
  addWebhookAnswer(askWebhook(scaledObject, neighboursOf(reading, namespace, found)), document, problems);
  addTriggerProblems(planned.triggers, document, problems);
  addHpaFailure(planned, reading);
  const hpa = storedHpa(reading, planned);
  const target = readTarget(
    document,
    hpa?.spec ?? bare,
    namespace,
    documents,
    problems,
    hasNamespace,
    SCALED_OBJECT_KIND,
  );
  const read = { choice, document, workload: target.workload, problems, isOldVersion: false };
  if (problems.hasErrors || hpa === undefined) return read;
  const home = target.workload.namespace;
  const manifest = {
    hpa: { metadata: { ...hpa.metadata, namespace: home }, spec: hpa.spec, status: EMPTY_STATUS },
    workload: target.workload,
    keda: { scaledObject, plan: { ...planned.plan, namespace: home } },
  };
  return { ...read, manifest };
}

/**
 * Reads one ScaledObject of a text. What it says goes to its own list of problems.
 *
 * @param documents every document of the text, to find the workload and the neighbours among them
 * @rule MF25
 */
export function readScaledObject(
  { document, choice }: Candidate,
  documents: readonly YamlDocument[],
  release: Release,
  text: string,
): ReadHpa {
  const problems = new ProblemList(text);
  if (addWrongSpaces(document, problems)) return refused(document, choice, problems);
  const reading: Reading = { document, choice, documents, release, problems };
  addKindProblem(reading);
  addVersionProblem(reading);
  addUnsupportedNumbers(document, problems);
  addCurlyQuotes(document, problems);
  const decoded = decodeScaledObject(document.value, release);
  addScaledObjectErrors(decoded, document, release, problems);
  const isSound = decoded.errors.length + decoded.faults.length === 0;
  if (!isSound) return refused(document, choice, problems);
  const hasNamespace = textOf(valueAt(document.value, ['metadata', 'namespace'])) !== '';
  return readSound(reading, decoded.scaledObject, hasNamespace);
}
