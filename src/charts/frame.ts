/** Where a plot lies inside its chart, and the two linear scales between values and pixels. Pure. */

/**
 * Every chart has these margins, so that one instant lies at one x in all of them. Pixels.
 * The right one holds half of the last time label, "60 min"; the left one "1,000 %".
 */
export const MARGIN = { left: 52, right: 24, top: 6, bottom: 6 } as const;

/** Pixels under the plot for the labels of the time axis. */
export const TIME_LABELS_HEIGHT = 20;

/** The part of a run that is shown: the time domain is [fromSeconds, toSeconds], within [0, durationSeconds]. */
export interface TimeWindow {
  readonly durationSeconds: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

export function wholeRun(durationSeconds: number): TimeWindow {
  return { durationSeconds, fromSeconds: 0, toSeconds: durationSeconds };
}

/** A plot's rectangle in pixels of its chart, and the domains along its sides. */
export interface PlotFrame extends TimeWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly bottomValue: number;
  readonly topValue: number;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** The frame that the margins leave; never negative, since a chart may be measured before it is laid out. */
export function plotFrame(
  size: ChartSize,
  timeLabels: boolean,
  time: TimeWindow,
  values: { readonly bottom: number; readonly top: number },
): PlotFrame {
  const below = timeLabels ? TIME_LABELS_HEIGHT : MARGIN.bottom;
  return {
    left: MARGIN.left,
    top: MARGIN.top,
    width: Math.max(0, size.width - MARGIN.left - MARGIN.right),
    height: Math.max(0, size.height - MARGIN.top - below),
    durationSeconds: time.durationSeconds,
    fromSeconds: time.fromSeconds,
    toSeconds: time.toSeconds,
    bottomValue: values.bottom,
    topValue: values.top,
  };
}

/** Left or right of the plot for an instant that is not shown. */
export function toX(frame: PlotFrame, seconds: number): number {
  return frame.left + ((seconds - frame.fromSeconds) / spanSeconds(frame)) * frame.width;
}

/** How long the part of the run is that a frame shows. */
export function spanSeconds({
  fromSeconds,
  toSeconds,
}: Pick<TimeWindow, 'fromSeconds' | 'toSeconds'>): number {
  return toSeconds - fromSeconds;
}

export function isShown({ fromSeconds, toSeconds }: TimeWindow, seconds: number): boolean {
  return seconds >= fromSeconds && seconds <= toSeconds;
}

export function toY(frame: PlotFrame, value: number): number {
  const span = frame.topValue - frame.bottomValue;
  return frame.top + frame.height - ((value - frame.bottomValue) / span) * frame.height;
}

/** The instant at a pixel, kept within what is shown. */
export function toSeconds(frame: PlotFrame, x: number): number {
  if (frame.width === 0) return frame.fromSeconds;
  const seconds = frame.fromSeconds + ((x - frame.left) / frame.width) * spanSeconds(frame);
  return Math.min(frame.toSeconds, Math.max(frame.fromSeconds, seconds));
}

/** The value at a pixel; continues beyond both ends of the domain. */
export function toValue(frame: PlotFrame, y: number): number {
  if (frame.height === 0) return frame.bottomValue;
  const span = frame.topValue - frame.bottomValue;
  return frame.bottomValue + ((frame.top + frame.height - y) / frame.height) * span;
}
