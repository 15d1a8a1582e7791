/** The order in which the documents of the API and of KEDA write fields, so that a new one lands where a reader looks for it. */

const ORDER: readonly string[] = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'scaleTargetRef',
  'pollingInterval',
  'cooldownPeriod',
  'initialCooldownPeriod',
  'idleReplicaCount',
  'minReplicaCount',
  'maxReplicaCount',
  'fallback',
  'advanced',
  'triggers',
  'minReplicas',
  'maxReplicas',
  'targetCPUUtilizationPercentage',
  'metrics',
  'behavior',
  'scaleUp',
  'scaleDown',
  'stabilizationWindowSeconds',
  'tolerance',
  'selectPolicy',
  'policies',
  'type',
  'name',
  'metric',
  'describedObject',
  'container',
  'target',
  'averageUtilization',
  'averageValue',
  'value',
  'periodSeconds',
  'status',
];

/** How many of the keys stand before a new one; they are taken as they are, however they are sorted. */
export function placeFor(key: string, keys: readonly string[]): number {
  const rank = ORDER.indexOf(key);
  if (rank < 0) return keys.length;
  const before = keys.findLastIndex((other) => {
    const otherRank = ORDER.indexOf(other);
    return otherRank >= 0 && otherRank < rank;
  });
  if (before >= 0) return before + 1;
  return keys.some((other) => ORDER.indexOf(other) > rank) ? 0 : keys.length;
}
