/** A file as kubectl applies it, and as the API server reads it when it is posted as it is. */
import type { ApiStatus } from '../../src/core/apimachinery/apiStatus.ts';
import { metadataError } from '../../src/core/autoscaling/clientCheck.ts';
import {
  type CreateAnswer,
  type CreateRequest,
  createFromJson,
  createFromYaml,
} from '../../src/core/autoscaling/createRequest.ts';
import { applyFile } from '../../src/core/kubectl/apply.ts';
import type { ResourceInfo } from '../../src/core/kubectl/resourceBuilder.ts';
import type { Release } from '../../src/core/releases/index.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { CaseFile } from '../files.ts';
import { releaseOf } from './caseRelease.ts';
import type { Case } from './cases.ts';

const FILE = 'hpa.yaml';
const NAMESPACE = 'default';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Compares one case of `decode.json`. */
export function checkDecode(item: Case, file: CaseFile): Difference | undefined {
  const release = releaseOf(file);
  const text = String(item.in);
  return (
    firstDifference(item.apply, applied(text, release), 'apply') ??
    firstDifference(item.rawStrict, posted(text, 'Strict', release), 'rawStrict') ??
    firstDifference(item.rawWarn, posted(text, 'Warn', release), 'rawWarn')
  );
}

function isHpa({ group, kind }: ResourceInfo): boolean {
  return group === 'autoscaling' && kind === 'HorizontalPodAutoscaler';
}

function applied(text: string, release: Release): Record<string, unknown> {
  const answers = new Map<ResourceInfo, CreateAnswer>();
  const options = {
    ...release,
    fileName: FILE,
    namespace: NAMESPACE,
    checkMetadata: (object: unknown) => metadataError(object, release),
  };
  const { stdout, stderr, infos } = applyFile(text, options, (object, info): ApiStatus | undefined => {
    if (!isHpa(info)) return undefined;
    const version = info.version === 'v1' ? 'v1' : 'v2';
    const request: CreateRequest = { version, namespace: info.namespace, fieldValidation: 'Strict' };
    const answer = createFromJson({ ...object }, request, release);
    answers.set(info, answer);
    return answer.status;
  });
  const objects = infos.map((info) => ({
    apiVersion: info.group === '' ? info.version : `${info.group}/${info.version}`,
    kind: info.kind,
    namespace: info.namespace,
    name: info.name,
    ...shown(answers.get(info)),
  }));
  return { stdout, stderr, ...(objects.length === 0 ? {} : { objects }) };
}

function posted(text: string, fieldValidation: 'Strict' | 'Warn', release: Release) {
  return shown(createFromYaml(text, { version: 'v2', namespace: NAMESPACE, fieldValidation }, release));
}

/** An answer as the cases hold it. */
function shown(answer: CreateAnswer | undefined): Record<string, unknown> {
  if (answer === undefined) return {};
  const { warnings, status, object } = answer;
  return {
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(status === undefined ? {} : { status }),
    ...(object === undefined ? {} : { object: withoutLastApplied(object) }),
  };
}

function withoutLastApplied(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { annotations, ...metadata } = object.metadata as { annotations?: Record<string, string> };
  const kept = Object.entries(annotations ?? {}).filter(([name]) => name !== LAST_APPLIED);
  const hasSome = kept.length > 0;
  return {
    ...object,
    metadata: { ...metadata, ...(hasSome ? { annotations: Object.fromEntries(kept) } : {}) },
  };
}
