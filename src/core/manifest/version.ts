/** In which version of the API an HPA is written, or was meant to be. */
import { API_VERSIONS, type ApiVersion, isApiVersion } from '../autoscaling/decode.ts';
import { isMapping, type YamlDocument } from './documents.ts';
import { textOf } from './kinds.ts';

export const V2 = 'autoscaling/v2';
export const V1 = 'autoscaling/v1';
export const V2BETA2 = 'autoscaling/v2beta2';
export const V2BETA1 = 'autoscaling/v2beta1';

const FLAT_FIELDS = /^(?:targetAverage(?:Utilization|Value)|metricName|targetValue)$/;

/** Whether a metric is written as v2beta1 has it, without `target` and `metric`. */
function isFlatMetric(metric: unknown): boolean {
  if (!isMapping(metric)) return false;
  return Object.values(metric).some(
    (source) => isMapping(source) && Object.keys(source).some((key) => FLAT_FIELDS.test(key)),
  );
}

/** The version whose fields a spec uses. */
function versionOfShape(spec: unknown): ApiVersion {
  if (!isMapping(spec)) return V2;
  const { metrics, targetCPUUtilizationPercentage } = spec;
  if (targetCPUUtilizationPercentage !== undefined && metrics === undefined) return V1;
  return Array.isArray(metrics) && metrics.some(isFlatMetric) ? V2BETA1 : V2;
}

/** @rule MF14 */
export function exactVersion(document: YamlDocument): ApiVersion | undefined {
  const { apiVersion } = document.value;
  return isApiVersion(apiVersion) ? apiVersion : undefined;
}

/**
 * The version to read a document as: the one that it says, else the one that it nearly says, else the one whose
 * fields it uses.
 *
 * @rule MF14
 */
export function meantVersion(document: YamlDocument): ApiVersion {
  const written = textOf(document.value.apiVersion).trim().toLowerCase();
  const near = API_VERSIONS.find((version) => version === written || version === `autoscaling/${written}`);
  return exactVersion(document) ?? near ?? versionOfShape(document.value.spec);
}
