/** Which stabilization window decided, what it holds on to, and when it lets go. */
import type { Ms } from '../podautoscaler/interfaces.ts';
import type {
  Direction,
  RecommendationRecord,
  StabilizationRecord,
  WindowRecord,
} from '../podautoscaler/record.ts';

export interface DecidingWindow {
  readonly direction: Direction;
  readonly window: WindowRecord;
  /** the recommendation that the window holds on to */
  readonly holder: RecommendationRecord;
}

/**
 * The window that changed the recommendation at this sync, with its holder.
 *
 * A count can only have been raised by the scale-down window and only lowered by the scale-up window, so the direction
 * of the change names the window.
 *
 * @rule EX3
 */
export function decidingWindow(stabilization: StabilizationRecord | undefined): DecidingWindow | undefined {
  if (!stabilization || stabilization.before === stabilization.after) return undefined;
  const direction = stabilization.after > stabilization.before ? 'down' : 'up';
  const window = stabilization[direction];
  const holder = window?.holder === undefined ? undefined : window.recommendations[window.holder];
  return window && holder ? { direction, window, holder } : undefined;
}

export interface WindowRelease {
  /** first instant at which the window allows another count than now */
  readonly atMs: Ms;
  /** the count that it holds from then on, if the metrics go on asking for the same */
  readonly replicas: number;
}

/**
 * When the window lets the count move on, and how far.
 *
 * The last recommendation that keeps the count where it is has to leave the window. All of them stay for the same
 * span, which the record gives for the holder.
 *
 * @param stabilization stage of this sync
 * @param deciding      its deciding window
 * @rule EX6
 */
export function windowRelease(
  stabilization: StabilizationRecord,
  { direction, window, holder }: DecidingWindow,
): WindowRelease | undefined {
  if (window.holderLeavesAtMs === undefined) return undefined;
  const keeps = (replicas: number) =>
    direction === 'down' ? replicas >= stabilization.after : replicas <= stabilization.after;
  const last = window.recommendations.findLastIndex(({ replicas }) => keeps(replicas));
  const lastKeeper = window.recommendations[last];
  if (!lastKeeper) return undefined;
  const staysMs = window.holderLeavesAtMs - holder.atMs;
  const remaining = window.recommendations.slice(last + 1).map(({ replicas }) => replicas);
  const extreme = direction === 'down' ? Math.max : Math.min;
  return { atMs: lastKeeper.atMs + staysMs, replicas: extreme(stabilization.before, ...remaining) };
}
