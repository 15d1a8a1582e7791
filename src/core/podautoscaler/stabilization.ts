/**
 * The memory of recommendations, and the windows that hold a change back.
 *
 * Slots of recommendations that no window sees any more are used again; which one matters when a window grows later.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go
 */
import type { Ms } from './interfaces.ts';
import type { Direction } from './record.ts';

/** @upstream pkg/controller/podautoscaler/horizontal.go timestampedRecommendation */
export interface Recommendation {
  replicas: number;
  timestampMs: Ms;
  /** the count at first sight of the HPA, which no metric asked for; for the record only */
  initial: boolean;
}

/** Is told what the windows see. Exists only while somebody records the decision; it decides nothing. */
export interface WindowWatcher {
  /** @param leavesAtMs first instant at which the window no longer sees the recommendation */
  inWindow(direction: Direction, recommendation: Readonly<Recommendation>, leavesAtMs: Ms): void;
  /** @param limit lowest (up) or highest (down) of the window and this sync's own */
  windowLimit(direction: Direction, limit: number): void;
}

/** The clock's smallest step: what counts on a window's edge is out one step later. */
const EDGE_MS = 1;

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
  watcher?: WindowWatcher,
): number {
  const windowMs = windowSeconds * 1000;
  const cutoffMs = nowMs - windowMs;
  let highest = desiredReplicas;
  let free = -1;
  for (let i = 0; i < recommendations.length; i += 1) {
    const recommendation = recommendations[i] as Recommendation;
    if (recommendation.timestampMs < cutoffMs) {
      free = i;
      continue;
    }
    if (recommendation.replicas > highest) highest = recommendation.replicas;
    watcher?.inWindow('down', recommendation, recommendation.timestampMs + windowMs + EDGE_MS);
  }
  watcher?.windowLimit('down', highest);
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
  watcher?: WindowWatcher,
): number {
  const upWindowMs = upWindowSeconds * 1000;
  const downWindowMs = downWindowSeconds * 1000;
  const upCutoffMs = nowMs - upWindowMs;
  const downCutoffMs = nowMs - downWindowMs;
  let lowest = desiredReplicas;
  let highest = desiredReplicas;
  let free = -1;
  for (let i = 0; i < recommendations.length; i += 1) {
    const recommendation = recommendations[i] as Recommendation;
    const { replicas, timestampMs } = recommendation;
    if (timestampMs > upCutoffMs) {
      if (replicas < lowest) lowest = replicas;
      watcher?.inWindow('up', recommendation, timestampMs + upWindowMs);
    }
    if (timestampMs > downCutoffMs) {
      if (replicas > highest) highest = replicas;
      watcher?.inWindow('down', recommendation, timestampMs + downWindowMs);
    }
    if (timestampMs < upCutoffMs && timestampMs < downCutoffMs) free = i;
  }
  watcher?.windowLimit('up', lowest);
  watcher?.windowLimit('down', highest);
  remember(recommendations, free, desiredReplicas, nowMs);
  return Math.min(Math.max(currentReplicas, lowest), highest);
}
