/** How high the value axis reaches, at rest and while a point is dragged beyond it. Pure. */
import { type PlotFrame, toValue } from '../charts/frame.ts';
import { type LoadCurve, sampleLoad } from '../core/index.ts';
import { snapTo, valueStep } from './snap.ts';

/** An axis for a curve that is zero everywhere: something to drag into. */
const LEAST = 100;

/** Highest value of the curve; the axis rounds it up. */
export function highestLoad(curve: LoadCurve): number {
  const highest = Math.max(0, ...curve.points.map(({ value }) => value));
  return highest > 0 ? highest : LEAST;
}

/** Above the plot each of its heights multiplies the value by e to this power: about 3.3. */
const GROWTH = 1.2;

/**
 * The value under a pointer. Within the plot it is the axis's; above, it grows ever faster, since there is little
 * room above the topmost chart and a load several times as high must be within reach.
 *
 * @param frame as it was when the drag began, so that a growing axis does not feed back into the value
 */
export function draggedValue(frame: PlotFrame, y: number): number {
  if (y >= frame.top || frame.height === 0) return Math.max(0, toValue(frame, y));
  return frame.topValue * Math.exp((GROWTH * (frame.top - y)) / frame.height);
}

/** The curve's value on a number that can be read, too near to it to see: for a point that is added onto the curve. */
export function roundedLoad(curve: LoadCurve, atSeconds: number): number {
  return snapTo(sampleLoad(curve, atSeconds), valueStep(highestLoad(curve) / 1000));
}
