/**
 * Reads the scale target (Deployment, StatefulSet, ReplicaSet, ReplicationController) as far as the simulated
 * cluster needs it: replicas, selector, labels, requests and limits, probes, grace period, and how pods are replaced.
 */
import { parseQuantity, quantityString } from '../apimachinery/quantity.ts';
import { isMapping, type PathSegment, type YamlDocument } from './documents.ts';
import type { YamlMapping, YamlValue } from './goYaml.ts';
import type { ProblemList } from './problems.ts';
import { selectorText } from './selectorText.ts';
import type { ReadinessProbe, WorkloadContainer, WorkloadManifest } from './types.ts';
import { DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS, PROBE_DEFAULTS } from './workloadDefaults.ts';
import { readOrder, readStrategy } from './workloadStrategy.ts';

type Path = readonly PathSegment[];

const INT32_MAX = 2 ** 31 - 1;

/** Access to one workload's fields that tells of every value of the wrong type, once, at its place. */
class FieldReader {
  readonly document: YamlDocument;
  readonly problems: ProblemList;

  constructor(document: YamlDocument, problems: ProblemList) {
    this.document = document;
    this.problems = problems;
  }

  error(path: Path, message: string, hint?: string): void {
    const finding = { severity: 'error', rule: 'workload-invalid', message } as const;
    this.problems.addField(hint === undefined ? finding : { ...finding, hint }, this.document, path);
  }

  at(path: Path): YamlValue | undefined {
    let value: YamlValue | undefined = this.document.value;
    for (const segment of path) {
      if (typeof segment === 'number') value = Array.isArray(value) ? value[segment] : undefined;
      else value = isMapping(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
    }
    return value ?? undefined;
  }

  mapping(path: Path): YamlMapping | undefined {
    return this.typed(path, isMapping, 'an object (key: value pairs)');
  }

  list(path: Path): YamlValue[] {
    return this.typed(path, (value): value is YamlValue[] => Array.isArray(value), 'a list') ?? [];
  }

  text(path: Path): string | undefined {
    return this.typed(path, (value): value is string => typeof value === 'string', 'text (quote numbers)');
  }

  /** A whole number from `min` to 2^31-1, or `fallback`. */
  count(path: Path, min: number, fallback: number): number {
    const isCount = (value: YamlValue): value is number =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= INT32_MAX;
    return this.typed(path, isCount, `a whole number of at least ${min}, without quotes`) ?? fallback;
  }

  labels(path: Path): Record<string, string> {
    const labels: Record<string, string> = {};
    for (const key of Object.keys(this.mapping(path) ?? {})) {
      const value = this.text([...path, key]);
      if (key !== '__proto__') labels[key] = value ?? '';
    }
    return labels;
  }

  private typed<T extends YamlValue>(
    path: Path,
    isRight: (value: YamlValue) => value is T,
    wanted: string,
  ): T | undefined {
    const value = this.at(path);
    if (value === undefined) return undefined;
    if (isRight(value)) return value;
    this.error(path, `\`${String(path.at(-1))}\` must be ${wanted}.`);
    return undefined;
  }
}

/** Quantities of `requests` or `limits`, in their canonical form. */
function readQuantities(reader: FieldReader, path: Path): Record<string, string> {
  const quantities: Record<string, string> = {};
  const written = reader.mapping(path) ?? {};
  for (const key of Object.keys(written)) {
    const value = written[key];
    if (value === null || value === undefined || key === '__proto__') continue;
    const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
    const parsed = isScalar ? parseQuantity(String(value).trim()) : undefined;
    if (parsed?.ok) quantities[key] = quantityString(parsed.value);
    else {
      const message = parsed?.ok === false ? parsed.error.error : `\`${key}\` must be a quantity.`;
      reader.error(
        [...path, key],
        message,
        'Write a quantity such as 250m or 0.5 for CPU, 256Mi for memory.',
      );
    }
  }
  return quantities;
}

function readProbe(reader: FieldReader, path: Path): ReadinessProbe | undefined {
  if (reader.mapping(path) === undefined) return undefined;
  return {
    initialDelaySeconds: reader.count(
      [...path, 'initialDelaySeconds'],
      0,
      PROBE_DEFAULTS.initialDelaySeconds,
    ),
    periodSeconds: positive(reader, [...path, 'periodSeconds'], PROBE_DEFAULTS.periodSeconds),
    timeoutSeconds: positive(reader, [...path, 'timeoutSeconds'], PROBE_DEFAULTS.timeoutSeconds),
    successThreshold: positive(reader, [...path, 'successThreshold'], PROBE_DEFAULTS.successThreshold),
    failureThreshold: positive(reader, [...path, 'failureThreshold'], PROBE_DEFAULTS.failureThreshold),
  };
}

/** Zero stands for "not set" in these fields: defaulting replaces it. */
function positive(reader: FieldReader, path: Path, fallback: number): number {
  const value = reader.count(path, 0, fallback);
  return value === 0 ? fallback : value;
}

function readContainer(reader: FieldReader, path: Path, isInit: boolean): WorkloadContainer {
  if (reader.mapping(path) === undefined) return { name: '', requests: {}, limits: {} };
  const name = reader.text([...path, 'name']) ?? '';
  if (name === '') reader.error([...path, 'name'], 'A container needs a `name`.');
  reader.mapping([...path, 'resources']);
  const limits = readQuantities(reader, [...path, 'resources', 'limits']);
  // A limit without a request is the request too. @upstream pkg/apis/core/v1/defaults.go SetDefaults_Pod
  const requests = { ...limits, ...readQuantities(reader, [...path, 'resources', 'requests']) };
  const probe = (field: string) => (isInit ? undefined : readProbe(reader, [...path, field]));
  const readinessProbe = probe('readinessProbe');
  const startupProbe = probe('startupProbe');
  const livenessProbe = probe('livenessProbe');
  const restartPolicy = isInit ? reader.text([...path, 'restartPolicy']) : undefined;
  return {
    name,
    requests,
    limits,
    ...(readinessProbe === undefined ? {} : { readinessProbe }),
    ...(startupProbe === undefined ? {} : { startupProbe }),
    ...(livenessProbe === undefined ? {} : { livenessProbe }),
    ...(restartPolicy === undefined ? {} : { restartPolicy }),
  };
}

const POD_SPEC: Path = ['spec', 'template', 'spec'];

function readContainers(reader: FieldReader, field: string): WorkloadContainer[] {
  const path = [...POD_SPEC, field];
  return reader
    .list(path)
    .map((_, index) => readContainer(reader, [...path, index], field === 'initContainers'));
}

function readPodRequests(reader: FieldReader): Record<string, string> {
  const path = [...POD_SPEC, 'resources'];
  reader.mapping(path);
  return { ...readQuantities(reader, [...path, 'limits']), ...readQuantities(reader, [...path, 'requests']) };
}

/**
 * One workload document as the simulation takes it.
 *
 * @param namespace where it lives when it does not say so itself
 * @rule MF2
 */
export function readWorkload(
  document: YamlDocument,
  namespace: string,
  problems: ProblemList,
): WorkloadManifest {
  const reader = new FieldReader(document, problems);
  for (const field of ['metadata', 'spec']) reader.mapping([field]);
  const labels = reader.labels(['spec', 'template', 'metadata', 'labels']);
  const selector = selectorText(reader, labels);
  const containers = readContainers(reader, 'containers');
  if (containers.length === 0)
    reader.error([...POD_SPEC, 'containers'], 'The pod template has no containers.');
  const podRequests = readPodRequests(reader);
  const replicas =
    reader.at(['spec', 'replicas']) === undefined ? undefined : reader.count(['spec', 'replicas'], 0, 1);
  const kind = reader.text(['kind']) ?? '';
  const minReadySeconds = reader.count(['spec', 'minReadySeconds'], 0, 0);
  const strategy = kind === 'Deployment' ? readStrategy(reader) : undefined;
  const order = kind === 'StatefulSet' ? readOrder(reader) : undefined;
  return {
    kind,
    apiVersion: reader.text(['apiVersion']) ?? '',
    name: reader.text(['metadata', 'name']) ?? '',
    namespace: reader.text(['metadata', 'namespace']) ?? namespace,
    written: true,
    ...(replicas === undefined ? {} : { replicas }),
    selector,
    labels,
    containers,
    initContainers: readContainers(reader, 'initContainers'),
    ...(Object.keys(podRequests).length === 0 ? {} : { podRequests }),
    terminationGracePeriodSeconds: reader.count(
      [...POD_SPEC, 'terminationGracePeriodSeconds'],
      0,
      DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS,
    ),
    ...(minReadySeconds === 0 ? {} : { minReadySeconds }),
    ...(strategy === undefined ? {} : { strategy }),
    ...(order === undefined ? {} : { order }),
  };
}

export type { FieldReader };
