/** What a press, a wheel or two fingers on a plot mean. Pure. */
import { type PlotFrame, spanSeconds, toSeconds } from './frame.ts';
import type { VisibleRange } from './props.ts';
import { fittedRange, pannedRange, windowOf, zoomedRange } from './visibleRange.ts';

/** scrub: selects syncs; mark: marks a span to zoom to; pan: moves what is shown. */
export type Gesture = 'scrub' | 'mark' | 'pan';

export interface Press {
  readonly button: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function gestureOf({ button, shiftKey, altKey }: Press): Gesture | undefined {
  if (button === 1) return 'pan';
  if (button !== 0) return undefined;
  if (shiftKey) return 'mark';
  return altKey ? 'pan' : 'scrub';
}

/** The span between two pixels of a plot, whichever comes first. */
export function markedRange(frame: PlotFrame, fromX: number, toX: number): VisibleRange {
  const [one, other] = [toSeconds(frame, fromX), toSeconds(frame, toX)];
  return { fromSeconds: Math.min(one, other), toSeconds: Math.max(one, other) };
}

/** Pixels that a marked span needs at least: less is a click. */
const LEAST_MARK = 4;

/** Where marking leads; undefined for a mere click. */
export function rangeToZoomTo(frame: PlotFrame, fromX: number, toX: number): VisibleRange | undefined {
  if (Math.abs(toX - fromX) < LEAST_MARK) return undefined;
  const { fromSeconds, toSeconds: endSeconds } = markedRange(frame, fromX, toX);
  return fittedRange({ fromSeconds, toSeconds: endSeconds }, frame.durationSeconds);
}

/** What is shown after the content has been drawn along by the pointer. */
export function draggedRange(frame: PlotFrame, fromX: number, toX: number): VisibleRange | undefined {
  return pannedRange(frame, ((fromX - toX) / frame.width) * spanSeconds(frame));
}

/** Two fingers: the instant between them stays between them. */
export function pinchedRange(
  frame: PlotFrame,
  before: readonly [number, number],
  now: readonly [number, number],
): VisibleRange | undefined {
  const factor = spread(before) / spread(now);
  const middle = (before[0] + before[1]) / 2;
  const zoomed = windowOf(zoomedRange(frame, factor, toSeconds(frame, middle)), frame.durationSeconds);
  const moved = (now[0] + now[1]) / 2 - middle;
  return pannedRange(zoomed, (-moved / frame.width) * spanSeconds(zoomed));
}

/** Pixels between two fingers; fingers on one spot are a little apart. */
function spread([one, other]: readonly [number, number]): number {
  return Math.max(8, Math.abs(one - other));
}

/** What of a wheel event decides; `deltaMode` 1 counts lines of text, 2 pages. */
export type Wheel = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Pixels of a line of text and of a page, for wheels that count in them. */
const PIXELS = [1, 16, 400] as const;

/** Zoom a pixel: a notch of a wheel is about 100 of them, a pinch of a trackpad comes in steps of a few. */
const ZOOM = { wheel: 0.0025, pinch: 0.01 };
const NOTCH = 50;

/**
 * Where a wheel leads: with Ctrl or ⌘ it zooms at the pointer, sideways or with Shift it pans; undefined where it
 * scrolls the page.
 */
export function wheeledRange(
  frame: PlotFrame,
  x: number,
  wheel: Wheel,
): { readonly range: VisibleRange | undefined } | undefined {
  const pixels = PIXELS[wheel.deltaMode as 0 | 1 | 2] ?? 1;
  const [right, down] = [wheel.deltaX * pixels, wheel.deltaY * pixels];
  if (wheel.ctrlKey || wheel.metaKey) {
    const pace = Math.abs(down) < NOTCH ? ZOOM.pinch : ZOOM.wheel;
    return { range: zoomedRange(frame, Math.exp(down * pace), toSeconds(frame, x)) };
  }
  const sideways = wheel.shiftKey && right === 0 ? down : right;
  const isVertical = !wheel.shiftKey && Math.abs(down) >= Math.abs(right);
  if (isVertical || sideways === 0 || spanSeconds(frame) === frame.durationSeconds) return undefined;
  return { range: draggedRange(frame, sideways, 0) };
}
