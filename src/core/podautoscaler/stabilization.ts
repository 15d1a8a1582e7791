/**
 * The memory of recommendations, and the windows that hold a change back.
 *
 * Slots of recommendations that no window sees any more are used again; which one matters when a window grows later.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go
 */
import type { Ms } from './interfaces.ts';

/** @upstream pkg/controller/podautoscaler/horizontal.go timestampedRecommendation */
export interface Recommendation {
  replicas: number;
  timestampMs: Ms;
  /** the count at first sight of the HPA, which no metric asked for; for the record only */
  initial: boolean;
}

/** Puts a recommendation into a free slot, or at the end. */
function remember(recommendations: Recommendation[], free: number, replicas: number, nowMs: Ms): void {
  const slot = recommendations[free];
  if (slot === undefined) recommendations.push({ replicas, timestampMs: nowMs, initial: false });
  else {
    slot.replicas = replicas;
    slot.timestampMs = nowMs;
    slot.initial = false;
  }
}

/**
 * The highest recommendation of the window, its edge included. Remembers `desiredReplicas`.
 *
 * @param windowSeconds `--horizontal-pod-autoscaler-downscale-stabilization`
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.stabilizeRecommendation
 */
export function stabilizeRecommendation(
  recommendations: Recommendation[],
  windowSeconds: number,
  desiredReplicas: number,
  nowMs: Ms,
): number {
  const cutoffMs = nowMs - windowSeconds * 1000;
  let highest = desiredReplicas;
  let free = -1;
  for (let i = 0; i < recommendations.length; i += 1) {
    const recommendation = recommendations[i] as Recommendation;
    if (recommendation.timestampMs < cutoffMs) free = i;
    else if (recommendation.replicas > highest) highest = recommendation.replicas;
  }
  remember(recommendations, free, desiredReplicas, nowMs);
  return highest;
}

/**
 * The current count, raised to the lowest recommendation of the scale-up window and lowered to the highest of the
 * scale-down window; here the edges do not belong to the windows. Remembers `desiredReplicas`.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.stabilizeRecommendationWithBehaviors
 */
export function stabilizeRecommendationWithBehaviors(
  recommendations: Recommendation[],
  upWindowSeconds: number,
  downWindowSeconds: number,
  currentReplicas: number,
  desiredReplicas: number,
  nowMs: Ms,
): number {
  const upCutoffMs = nowMs - upWindowSeconds * 1000;
  const downCutoffMs = nowMs - downWindowSeconds * 1000;
  let lowest = desiredReplicas;
  let highest = desiredReplicas;
  let free = -1;
  for (let i = 0; i < recommendations.length; i += 1) {
    const { replicas, timestampMs } = recommendations[i] as Recommendation;
    if (timestampMs > upCutoffMs && replicas < lowest) lowest = replicas;
    if (timestampMs > downCutoffMs && replicas > highest) highest = replicas;
    if (timestampMs < upCutoffMs && timestampMs < downCutoffMs) free = i;
  }
  remember(recommendations, free, desiredReplicas, nowMs);
  return Math.min(Math.max(currentReplicas, lowest), highest);
}
