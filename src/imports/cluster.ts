/**
 * What kubectl printed of a real cluster, as a manifest that somebody could have written, with what it tells beside.
 * Bounded first; never throws.
 */
import { readClusterDescription } from './clusterDescribe.ts';
import { readClusterObjects } from './clusterObjects.ts';
import { CLUSTER_TEXT_LIMITS, type ClusterText } from './clusterTypes.ts';

export type { ClusterText } from './clusterTypes.ts';

/** Undefined for anything else: a manifest that somebody wrote, or no manifest. */
export function readClusterText(text: string): ClusterText | undefined {
  if (text.length > CLUSTER_TEXT_LIMITS.length) return undefined;
  return readClusterDescription(text) ?? readClusterObjects(text);
}
