/** SVG path data of series in a frame. Pure. A value that is NaN leaves a gap. */
import { type PlotFrame, toX, toY } from './frame.ts';
import type { Points, ShownSpan } from './reduce.ts';

/** Tenths of a pixel up to which their texts are kept: about the width of any screen. */
const REMEMBERED_TENTHS = 1 << 15;
/** The text of each number of tenths once it was needed: a drag draws the same places again and again. */
const texts: string[] = new Array<string>(REMEMBERED_TENTHS);

/** A tenth of a pixel is finer than any screen shows, and keeps paths short. */
function round(pixels: number): string {
  const tenths = Math.round(pixels * 10);
  if (!(tenths >= 0 && tenths < REMEMBERED_TENTHS)) return String(tenths / 10);
  let text = texts[tenths];
  if (text === undefined) {
    text = String(tenths / 10);
    texts[tenths] = text;
  }
  return text;
}

/** Pixels beyond the plot at which a line that goes on is cut: dashes of millions of pixels would have to be laid out. */
const BEYOND = 8;

/** The x of an instant, a little outside the plot for one that is not shown. */
function stepX(frame: PlotFrame, seconds: number): string {
  const { left, width } = frame;
  return round(Math.min(left + width + BEYOND, Math.max(left - BEYOND, toX(frame, seconds))));
}

/** Each value holds until the next point; the last one holds to `untilSeconds`. */
export function stepPath(points: Points, frame: PlotFrame, untilSeconds: number): string {
  const { seconds, values } = points;
  let path = '';
  let held = Number.NaN;
  for (let i = 0; i < seconds.length; i++) {
    const value = values[i] as number;
    if (value === held) continue;
    const x = stepX(frame, seconds[i] as number);
    const y = round(toY(frame, value));
    if (Number.isNaN(held)) path += Number.isNaN(value) ? '' : `M${x} ${y}`;
    else path += Number.isNaN(value) ? `H${x}` : `H${x}V${y}`;
    held = value;
  }
  return Number.isNaN(held) ? path : `${path}H${stepX(frame, untilSeconds)}`;
}

/** Straight lines between neighbours. A value between two gaps becomes a dot: give the stroke round caps. */
export function linePath(points: Points, frame: PlotFrame): string {
  const { seconds, values } = points;
  let path = '';
  for (let i = 0; i < seconds.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const joined = i > 0 && !Number.isNaN(values[i - 1] as number);
    const joins = i + 1 < seconds.length && !Number.isNaN(values[i + 1] as number);
    path += `${joined ? 'L' : 'M'}${round(toX(frame, seconds[i] as number))} ${round(toY(frame, value))}`;
    if (!joined && !joins) path += 'h0.1';
  }
  return path;
}

/** The area between two step series that share their instants: there and back again for each stretch without a gap. */
export function stepBandPath(lower: Points, upper: Points, frame: PlotFrame, untilSeconds: number): string {
  let path = '';
  for (const [start, end] of knownStretches(lower.values)) {
    const stop = end < lower.seconds.length ? (lower.seconds[end] as number) : untilSeconds;
    path += `${stepPath(slice(upper, start, end), frame, stop)}${back(slice(lower, start, end), frame, stop)}Z`;
  }
  return path;
}

/** A step series drawn from its end to its start, continuing a path. */
function back(points: Points, frame: PlotFrame, untilSeconds: number): string {
  let path = `L${stepX(frame, untilSeconds)} ${round(toY(frame, points.values.at(-1) as number))}`;
  for (let i = points.seconds.length - 1; i >= 0; i--) {
    const before = points.values[Math.max(0, i - 1)] as number;
    if (i > 0 && before === points.values[i]) continue;
    path += `H${stepX(frame, points.seconds[i] as number)}V${round(toY(frame, before))}`;
  }
  return path;
}

function slice(points: Points, start: number, end: number): Points {
  return { seconds: points.seconds.subarray(start, end), values: points.values.subarray(start, end) };
}

/** Index ranges [start, end) without NaN. */
function knownStretches(values: Float64Array): readonly (readonly [number, number])[] {
  return stretches(values, false);
}

function stretches(values: Float64Array, unknown: boolean): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let start = -1;
  for (let i = 0; i <= values.length; i++) {
    const inside = i < values.length && Number.isNaN(values[i] as number) === unknown;
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      found.push([start, i]);
      start = -1;
    }
  }
  return found;
}

/** Where the series is unknown: from the first unknown instant to the next known one. */
export function unknownSpans(points: Points, untilSeconds: number): readonly ShownSpan[] {
  return stretches(points.values, true).map(([start, end]) => ({
    fromSeconds: points.seconds[start] as number,
    toSeconds: end < points.seconds.length ? (points.seconds[end] as number) : untilSeconds,
  }));
}
