/** HPAs made for a text that lacks one. The numbers are the usual ones to begin with; a reader is meant to change them. */
import { isMapping, type YamlDocument } from '../documents.ts';
import type { YamlMapping } from '../goYaml.ts';
import { servedVersion, textOf, WORKLOAD_KINDS } from '../kinds.ts';

const DEFAULT_NAME = 'web';
const DEFAULT_MAX = 10;
/** percent, what the API server takes when no metric is written */
const DEFAULT_UTILIZATION = 80;

export interface TargetReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

function metadataText({ value: { metadata } }: YamlDocument, field: string): string {
  return isMapping(metadata) ? textOf(metadata[field]) : '';
}

/** The workload that an HPA of this text would scale: the one that is there, or one called `web`. @rule MF18 */
export function likelyTarget(
  documents: readonly YamlDocument[],
): TargetReference & { readonly namespace: string } {
  const workload = documents.find(({ value }) => WORKLOAD_KINDS.has(textOf(value.kind)));
  const kind = textOf(workload?.value.kind) || 'Deployment';
  const name = (workload && metadataText(workload, 'name')) || DEFAULT_NAME;
  const apiVersion = servedVersion(kind) ?? 'apps/v1';
  return { apiVersion, kind, name, namespace: (workload && metadataText(workload, 'namespace')) ?? '' };
}

export function resourceMetric(name: string, averageUtilization: unknown = DEFAULT_UTILIZATION): object {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}

/** What a spec needs beside the fields that it has. @rule MF18 */
export function missingSpecFields(
  written: YamlMapping,
  target: TargetReference,
): Readonly<Record<string, unknown>> {
  const { apiVersion, kind, name } = target;
  const { minReplicas, maxReplicas, metrics, targetCPUUtilizationPercentage } = written;
  const least = typeof minReplicas === 'number' ? minReplicas * 2 : DEFAULT_MAX;
  const most = typeof maxReplicas === 'number' ? Math.min(1, maxReplicas) : 1;
  return {
    ...(written.scaleTargetRef === undefined ? { scaleTargetRef: { apiVersion, kind, name } } : {}),
    ...(minReplicas === undefined ? { minReplicas: most } : {}),
    ...(maxReplicas === undefined ? { maxReplicas: Math.max(DEFAULT_MAX, least) } : {}),
    ...(metrics === undefined && targetCPUUtilizationPercentage === undefined
      ? { metrics: [resourceMetric('cpu')] }
      : {}),
  };
}

/** `kind`, `apiVersion` and `metadata` of an HPA. */
export function headOf(target: TargetReference & { readonly namespace?: string }, isV1: boolean): object {
  const { name, namespace } = target;
  return {
    apiVersion: isV1 ? 'autoscaling/v1' : 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, ...(namespace ? { namespace } : {}) },
  };
}
