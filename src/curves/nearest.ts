/** Which point a press means where hit areas overlap. Pure. */
import { isShown, type PlotFrame, toX, toY } from '../charts/frame.ts';
import type { LoadPoint } from '../core/index.ts';

/** Index of the shown point whose dot lies nearest to a pixel; undefined where there is none. */
export function nearestPoint(
  points: readonly LoadPoint[],
  frame: PlotFrame,
  x: number,
  y: number,
): number | undefined {
  let nearest: number | undefined;
  let distance = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const away = Math.hypot(toX(frame, point.atSeconds) - x, toY(frame, point.value) - y);
    if (!isShown(frame, point.atSeconds) || away >= distance) return;
    nearest = index;
    distance = away;
  });
  return nearest;
}
