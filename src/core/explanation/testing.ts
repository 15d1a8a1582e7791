/** Small typed builders of recorded syncs, for tests of explanations and of their view. */
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerBehavior } from '../autoscaling/types.ts';
import type {
  DecisionRecord,
  LimitRecord,
  MetricProposalRecord,
  WindowRecord,
} from '../podautoscaler/record.ts';

/** Any instant: the run of every built sync began here. */
export const START_MS = 1_700_000_000_000;
/** The built sync is the 88th of a run with a sync period of 15 s. */
export const AT_SECONDS = 1305;
export const NOW_MS = START_MS + AT_SECONDS * 1000;

/** A metric on cpu utilization with target 70 %, all pods ready; `over` says what differs. @rule EX3 */
export function buildMetric(over: Partial<MetricProposalRecord> = {}): MetricProposalRecord {
  const ready = over.multiplier ?? 4;
  return {
    index: 0,
    type: 'Resource',
    label: 'cpu resource utilization (percentage of request)',
    name: 'cpu',
    targetKind: 'Utilization',
    target: 70,
    current: 156,
    usageRatio: 156 / 70,
    toleranceUp: 0.1,
    toleranceDown: 0.1,
    toleranceVerdict: 'outside',
    pods: { total: ready, ready, unready: [], missing: [], ignored: [] },
    multiplier: ready,
    rawProposal: 9,
    proposal: 9,
    ...over,
  };
}

/** The limits of a step that nothing cut. @rule EX3 */
export function buildLimit(over: Partial<LimitRecord> = {}): LimitRecord {
  return {
    before: 9,
    after: 9,
    direction: 'up',
    minReplicas: 2,
    maxReplicas: 20,
    reason: 'DesiredWithinRange',
    ...over,
  };
}

/** A window whose recommendations are given as [seconds ago, replicas], oldest first; `holder` is an index. @rule EX3 */
export function buildWindow(
  windowSeconds: number,
  recommendations: readonly (readonly [number, number])[],
  holder: number | undefined,
  own: number,
): WindowRecord {
  const records = recommendations.map(([ago, replicas]) => ({ atMs: NOW_MS - ago * 1000, replicas }));
  const held = holder === undefined ? undefined : records[holder];
  return {
    windowSeconds,
    recommendations: records,
    limit: held?.replicas ?? own,
    ...(holder !== undefined && held ? { holder, holderLeavesAtMs: held.atMs + windowSeconds * 1000 } : {}),
  };
}

/** A scale-up from 4 to 9 that nothing cut; `over` says what differs. @rule EX3 */
export function buildRecord(over: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    atMs: NOW_MS,
    currentReplicas: 4,
    minReplicas: 2,
    maxReplicas: 20,
    metrics: [buildMetric()],
    winner: 0,
    proposal: 9,
    stabilization: { path: 'withBehavior', before: 9, after: 9 },
    limit: buildLimit(),
    desiredReplicas: 9,
    rescaled: true,
    rescaleReason: 'cpu resource utilization (percentage of request) above target',
    limiter: 'metric',
    events: [],
    ...over,
  };
}

/** An autoscaler of a Deployment `web`, 2 to 20 replicas, cpu at 70 %. @rule EX3 */
export function buildHpa(behavior?: HorizontalPodAutoscalerBehavior): HorizontalPodAutoscaler {
  return {
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'web', apiVersion: 'apps/v1' },
      minReplicas: 2,
      maxReplicas: 20,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        },
      ],
      ...(behavior ? { behavior } : {}),
    },
    status: { currentReplicas: 0, desiredReplicas: 0 },
  };
}
