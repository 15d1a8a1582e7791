/** The load curve as drawn: sampled by the sampler that the simulation uses. Pure. */
import type { PlotFrame } from '../charts/frame.ts';
import { isShown, toSeconds, toY } from '../charts/frame.ts';
import { linePath, stepPath } from '../charts/paths.ts';
import type { Points } from '../charts/reduce.ts';
import { type LoadCurve, sampleLoad } from '../core/index.ts';

/** Pixels between two samples; the points themselves are sampled besides. */
const SPACING = 2;

function samples(curve: LoadCurve, frame: PlotFrame): Points {
  const instants = new Set([frame.fromSeconds, frame.toSeconds]);
  for (const { atSeconds } of curve.points) if (isShown(frame, atSeconds)) instants.add(atSeconds);
  if (curve.interpolation !== 'step') {
    for (let x = SPACING; x < frame.width; x += SPACING) instants.add(toSeconds(frame, frame.left + x));
  }
  const seconds = Float64Array.from(instants).sort();
  return { seconds, values: seconds.map((at) => sampleLoad(curve, at)) };
}

export interface CurvePaths {
  readonly line: string;
  readonly area: string;
}

export function curvePaths(curve: LoadCurve, frame: PlotFrame): CurvePaths {
  const points = samples(curve, frame);
  const line =
    curve.interpolation === 'step' ? stepPath(points, frame, frame.toSeconds) : linePath(points, frame);
  const floor = toY(frame, 0);
  return { line, area: `${line}V${floor}H${frame.left}Z` };
}
