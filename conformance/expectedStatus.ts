/** The status that the real controller stored, step by step: patches merged into what was there. */
import type { HorizontalPodAutoscalerStatus } from '../src/core/autoscaling/types.ts';
import type { StatusPatch } from './traceFormat.ts';

type Condition = NonNullable<StatusPatch['conditions']>[number];

const FIELDS = [
  'observedGeneration',
  'lastScaleTime',
  'currentReplicas',
  'desiredReplicas',
  'currentMetrics',
] as const;

export class ExpectedStatus {
  private fields: Record<string, unknown> = {};
  private conditions: readonly Condition[] = [];

  constructor(initial: HorizontalPodAutoscalerStatus | undefined) {
    this.reset(initial);
  }

  reset(initial?: HorizontalPodAutoscalerStatus): void {
    this.fields = {};
    for (const field of FIELDS) if (initial?.[field] !== undefined) this.fields[field] = initial[field];
    this.conditions = initial?.conditions ?? [];
  }

  merge(patch: StatusPatch | undefined): void {
    if (patch === undefined) return;
    for (const field of FIELDS) {
      const value = patch[field];
      if (value === undefined) continue;
      if (value === null) delete this.fields[field];
      else this.fields[field] = value;
    }
    const removed = new Set<string>(patch.conditionsRemoved ?? []);
    const changed = new Map((patch.conditions ?? []).map((condition) => [condition.type, condition]));
    const kept = this.conditions.filter(({ type }) => !removed.has(type));
    const known = new Set(kept.map(({ type }) => type));
    const added = [...changed.values()].filter(({ type }) => !known.has(type));
    this.conditions = [...kept.map((condition) => changed.get(condition.type) ?? condition), ...added];
  }

  /** In the shape that `comparableStatus` gives the other side. */
  comparable(): unknown {
    return comparable(this.fields, this.conditions);
  }
}

/** A status with what JSON treats alike made alike: absent, null and empty. */
export function comparableStatus(status: HorizontalPodAutoscalerStatus): unknown {
  return comparable({ ...status }, status.conditions ?? []);
}

function comparable(fields: Readonly<Record<string, unknown>>, conditions: readonly Condition[]): unknown {
  const { observedGeneration, lastScaleTime, currentReplicas, desiredReplicas, currentMetrics } = fields;
  return {
    observedGeneration: observedGeneration ?? null,
    lastScaleTime: lastScaleTime ?? null,
    currentReplicas: currentReplicas ?? 0,
    desiredReplicas: desiredReplicas ?? 0,
    currentMetrics: currentMetrics ?? [],
    // a condition that never was anything has no time, null in JSON, and Go leaves its empty texts out
    conditions: conditions.map((condition) => ({
      ...condition,
      lastTransitionTime: condition.lastTransitionTime || null,
      reason: condition.reason ?? '',
      message: condition.message ?? '',
    })),
  };
}
