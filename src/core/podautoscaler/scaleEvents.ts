/**
 * The controller's memory of what it scaled, and what the scaling policies allow because of it.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go
 */
import type { HPAScalingPolicy, HPAScalingRules } from '../autoscaling/types.ts';
import { addInt32, int32FromFloat, MAX_INT32, MIN_INT32 } from '../go/int32.ts';
import type { Ms } from './interfaces.ts';

/** @upstream pkg/controller/podautoscaler/horizontal.go timestampedScaleEvent */
export interface ScaleEvent {
  /** absolute value, int32 */
  replicaChange: number;
  timestampMs: Ms;
  /** older than every policy looked at when the last event was stored: its slot is free. Stays so. */
  outdated: boolean;
}

const NO_POLICIES: readonly HPAScalingPolicy[] = [];

/** Policies after defaulting: a rule without any allows nothing. @rule PA1 */
export function policiesOf(rules: HPAScalingRules | undefined): readonly HPAScalingPolicy[] {
  return rules?.policies ?? NO_POLICIES;
}

/**
 * Replicas that were changed within the last period.
 *
 * @returns int32, wrapped
 * @upstream pkg/controller/podautoscaler/horizontal.go getReplicasChangePerPeriod
 */
export function getReplicasChangePerPeriod(
  periodSeconds: number,
  events: readonly ScaleEvent[],
  nowMs: Ms,
): number {
  const cutoffMs = nowMs - periodSeconds * 1000;
  let replicas = 0;
  for (const event of events) {
    if (event.timestampMs > cutoffMs) replicas = addInt32(replicas, event.replicaChange);
  }
  return replicas;
}

/** @upstream pkg/controller/podautoscaler/horizontal.go getLongestPolicyPeriod */
export function getLongestPolicyPeriod(rules: HPAScalingRules | undefined): number {
  let longest = 0;
  for (const { periodSeconds } of policiesOf(rules)) longest = Math.max(longest, periodSeconds);
  return longest;
}

/**
 * Remembers a change in the last free slot, or in a new one.
 *
 * @param rules those of the change's direction: their longest period frees slots
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.storeScaleEvent
 */
export function storeScaleEvent(
  events: ScaleEvent[],
  rules: HPAScalingRules | undefined,
  replicaChange: number,
  nowMs: Ms,
): void {
  markScaleEventsOutdated(events, getLongestPolicyPeriod(rules), nowMs);
  const event = { replicaChange, timestampMs: nowMs, outdated: false };
  const free = events.findLastIndex(({ outdated }) => outdated);
  if (free === -1) events.push(event);
  else events[free] = event;
}

/** @upstream pkg/controller/podautoscaler/horizontal.go markScaleEventsOutdated */
function markScaleEventsOutdated(
  events: readonly ScaleEvent[],
  longestPolicyPeriod: number,
  nowMs: Ms,
): void {
  const cutoffMs = nowMs - longestPolicyPeriod * 1000;
  for (const event of events) if (event.timestampMs < cutoffMs) event.outdated = true;
}

/**
 * Replicas at the start of a policy's period, worked back from the current count and the controller's own changes.
 *
 * @returns int32, wrapped
 * @upstream pkg/controller/podautoscaler/horizontal.go calculateScaleUpLimitWithScalingRules
 */
export function periodStartReplicas(
  periodSeconds: number,
  currentReplicas: number,
  scaleUpEvents: readonly ScaleEvent[],
  scaleDownEvents: readonly ScaleEvent[],
  nowMs: Ms,
): number {
  const added = getReplicasChangePerPeriod(periodSeconds, scaleUpEvents, nowMs);
  const deleted = getReplicasChangePerPeriod(periodSeconds, scaleDownEvents, nowMs);
  return addInt32(addInt32(currentReplicas, -added), deleted);
}

/**
 * Highest count that one policy allows; percents round up, so that a small workload can grow at all.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go calculateScaleUpLimitWithScalingRules
 */
export function scaleUpLimitOfPolicy({ type, value }: HPAScalingPolicy, startReplicas: number): number {
  if (type === 'Pods') return addInt32(startReplicas, value);
  return int32FromFloat(Math.ceil(startReplicas * (1 + value / 100)));
}

/**
 * Lowest count that one policy allows; the remaining percents are cut.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go calculateScaleDownLimitWithBehaviors
 */
export function scaleDownLimitOfPolicy({ type, value }: HPAScalingPolicy, startReplicas: number): number {
  if (type === 'Pods') return addInt32(startReplicas, -value);
  return int32FromFloat(startReplicas * (1 - value / 100));
}

/**
 * Highest count that the scale-up policies allow at this sync.
 *
 * @returns int32; `currentReplicas` itself when selectPolicy is Disabled
 * @upstream pkg/controller/podautoscaler/horizontal.go calculateScaleUpLimitWithScalingRules
 */
export function calculateScaleUpLimitWithScalingRules(
  currentReplicas: number,
  scaleUpEvents: readonly ScaleEvent[],
  scaleDownEvents: readonly ScaleEvent[],
  rules: HPAScalingRules | undefined,
  nowMs: Ms,
): number {
  if (rules?.selectPolicy === 'Disabled') return currentReplicas;
  const smallest = rules?.selectPolicy === 'Min';
  let result = smallest ? MAX_INT32 : MIN_INT32;
  for (const policy of policiesOf(rules)) {
    const start = periodStartReplicas(
      policy.periodSeconds,
      currentReplicas,
      scaleUpEvents,
      scaleDownEvents,
      nowMs,
    );
    const proposed = scaleUpLimitOfPolicy(policy, start);
    result = smallest ? Math.min(result, proposed) : Math.max(result, proposed);
  }
  return result;
}

/**
 * Lowest count that the scale-down policies allow at this sync.
 *
 * @returns int32; `currentReplicas` itself when selectPolicy is Disabled
 * @upstream pkg/controller/podautoscaler/horizontal.go calculateScaleDownLimitWithBehaviors
 */
export function calculateScaleDownLimitWithBehaviors(
  currentReplicas: number,
  scaleUpEvents: readonly ScaleEvent[],
  scaleDownEvents: readonly ScaleEvent[],
  rules: HPAScalingRules | undefined,
  nowMs: Ms,
): number {
  if (rules?.selectPolicy === 'Disabled') return currentReplicas;
  // the smallest change is the highest count here
  const smallest = rules?.selectPolicy === 'Min';
  let result = smallest ? MIN_INT32 : MAX_INT32;
  for (const policy of policiesOf(rules)) {
    const start = periodStartReplicas(
      policy.periodSeconds,
      currentReplicas,
      scaleUpEvents,
      scaleDownEvents,
      nowMs,
    );
    const proposed = scaleDownLimitOfPolicy(policy, start);
    result = smallest ? Math.max(result, proposed) : Math.min(result, proposed);
  }
  return result;
}
