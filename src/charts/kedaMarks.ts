/** The steps that KEDA made itself, as marks on the replicas. Pure. */
import type { Trace } from '../core/index.ts';
import { isShown, type PlotFrame, toX, toY } from './frame.ts';

/** Half of a mark, pixels. */
const HALF = 5;

/** A diamond at each, on the count that it led to, as SVG path data. */
export function kedaMarks({ scalings }: Pick<Trace, 'scalings'>, frame: PlotFrame): string {
  return scalings
    .filter(({ by, atSeconds }) => by === 'keda' && isShown(frame, atSeconds))
    .map(({ atSeconds, to }) => {
      const top = toY(frame, to) - HALF;
      return `M${toX(frame, atSeconds).toFixed(1)} ${top.toFixed(1)}l${HALF} ${HALF}-${HALF} ${HALF}-${HALF}-${HALF}z`;
    })
    .join('');
}
