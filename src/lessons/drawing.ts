/** A prediction that is drawn: replicas over time as a curve of points, whole numbers from each point on. */
import type { LoadCurve, PredictionAnswer } from '../core/index.ts';

type Points = Extract<PredictionAnswer, { kind: 'draw' }>['points'];

const UNIT = 'replicas';

export function drawnCurve(points: Points): LoadCurve {
  return { id: 'prediction', unit: UNIT, interpolation: 'step', points };
}

/** Points to begin with, at the count that nothing falls below. */
export function startingCurve(replicas: number, durationSeconds: number): LoadCurve {
  const parts = [0, 1, 2, 3, 4, 5];
  const points = parts.map((part) => ({
    atSeconds: Math.round((part * durationSeconds) / parts.length),
    value: replicas,
  }));
  return drawnCurve(points);
}

/** There are no halves of a pod. */
export function pointsOf({ points }: LoadCurve): Points {
  return points.map(({ atSeconds, value }) => ({ atSeconds, value: Math.max(0, Math.round(value)) }));
}
