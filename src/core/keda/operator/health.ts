/** Failures of each metric, and what is served instead of one that fails too often. */
import { int64FromFloat } from '../../go/int64.ts';
import type { Int64 } from '../../go/types.ts';
import type { Fallback, KedaPlan, TriggerMetric } from '../types.ts';

/** The most that an int32 counter holds. */
const MOST_FAILURES = 2 ** 31 - 1;

/**
 * Counts failures in a row for each metric, as `status.health` does: a poll and a question of the HPA count alike.
 *
 * @rule KO15
 * @upstream pkg/fallback/fallback.go UpdateHealthStatus, IncrementFailure
 */
export class Health {
  readonly #failures = new Map<string, number>();

  failuresOf(metric: string): number {
    return this.#failures.get(metric) ?? 0;
  }

  succeeded(metric: string): void {
    this.#failures.set(metric, 0);
  }

  /** @returns how many it is now */
  failed(metric: string): number {
    const failures = Math.min(this.failuresOf(metric) + 1, MOST_FAILURES);
    this.#failures.set(metric, failures);
    return failures;
  }

  /** Whether some metric has failed more often than a fallback lets pass. */
  exceeds({ failureThreshold }: Fallback): boolean {
    return [...this.#failures.values()].some((failures) => failures > failureThreshold);
  }
}

/**
 * The fallback of a ScaledObject, when it takes effect.
 *
 * @returns undefined: there is none, or scaling modifiers whose target is no whole number leave it out
 * @rule KO15
 * @upstream pkg/fallback/fallback.go HasValidFallback
 */
export function validFallback({ fallback, modifiers }: KedaPlan): Fallback | undefined {
  if (fallback === undefined || modifiers === undefined) return fallback;
  return Number.isInteger(modifiers.target) && modifiers.target > 0 ? fallback : undefined;
}

/** What a fallback looks at. */
export interface FallbackInput {
  readonly fallback: Fallback;
  /** the trigger's, or the formula's */
  readonly metric: Pick<TriggerMetric, 'targetType' | 'targetMilli'>;
  readonly currentReplicas: number;
  readonly readyPods: number;
}

/** Replicas that a fallback asks for. @rule KO16 */
export function fallbackReplicas({ behavior, replicas }: Fallback, currentReplicas: number): number {
  switch (behavior) {
    case 'currentReplicas':
      return currentReplicas;
    case 'currentReplicasIfHigher':
      return Math.max(currentReplicas, replicas);
    case 'currentReplicasIfLower':
      return Math.min(currentReplicas, replicas);
    default:
      return replicas;
  }
}

/**
 * The metric that is served in place of one that fails: target × replicas.
 *
 * @returns thousandths; undefined: a `Value` target has no pods to be divided by
 * @rule KO16 KO17
 * @upstream pkg/fallback/fallback.go doFallback
 */
export function fallbackMilli({
  fallback,
  metric,
  currentReplicas,
  readyPods,
}: FallbackInput): Int64 | undefined {
  let replicas = fallbackReplicas(fallback, currentReplicas);
  if (metric.targetType === 'Value') {
    if (readyPods === 0) return undefined;
    replicas /= readyPods;
  }
  return int64FromFloat((metric.targetMilli / 1000) * 1000 * replicas);
}
