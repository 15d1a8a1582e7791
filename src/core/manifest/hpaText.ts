/** An HPA as YAML, in the order in which the API's documents write it. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { yamlLines } from './yamlText.ts';

/**
 * What `kubectl get hpa -o yaml` would show of an HPA, without what only a server knows: status, uid, resourceVersion.
 *
 * @returns lines that end in a line feed
 * @rule MF20
 */
export function hpaText({ metadata, spec }: Pick<HorizontalPodAutoscaler, 'metadata' | 'spec'>): string {
  const { name, namespace, labels, annotations } = metadata;
  const { scaleTargetRef, minReplicas, maxReplicas, metrics, behavior } = spec;
  const document = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace, labels, annotations },
    spec: { scaleTargetRef, minReplicas, maxReplicas, metrics, behavior },
  };
  return `${yamlLines(document).join('\n')}\n`;
}
