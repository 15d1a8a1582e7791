/** Where a plot lies inside its chart, and the two linear scales between values and pixels. Pure. */

/**
 * Every chart has these margins, so that one instant lies at one x in all of them. Pixels.
 * The right one holds half of the last time label, "60 min"; the left one "1,000 %".
 */
export const MARGIN = { left: 52, right: 24, top: 6, bottom: 6 } as const;

/** Pixels under the plot for the labels of the time axis. */
export const TIME_LABELS_HEIGHT = 20;

/** A plot's rectangle in pixels of its chart, and the domains along its sides. */
export interface PlotFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** the time domain is [0, durationSeconds] */
  readonly durationSeconds: number;
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
  durationSeconds: number,
  values: { readonly bottom: number; readonly top: number },
): PlotFrame {
  const below = timeLabels ? TIME_LABELS_HEIGHT : MARGIN.bottom;
  return {
    left: MARGIN.left,
    top: MARGIN.top,
    width: Math.max(0, size.width - MARGIN.left - MARGIN.right),
    height: Math.max(0, size.height - MARGIN.top - below),
    durationSeconds,
    bottomValue: values.bottom,
    topValue: values.top,
  };
}

export function toX(frame: PlotFrame, seconds: number): number {
  return frame.left + (seconds / frame.durationSeconds) * frame.width;
}

export function toY(frame: PlotFrame, value: number): number {
  const span = frame.topValue - frame.bottomValue;
  return frame.top + frame.height - ((value - frame.bottomValue) / span) * frame.height;
}

/** The instant at a pixel, kept within the run. */
export function toSeconds(frame: PlotFrame, x: number): number {
  if (frame.width === 0) return 0;
  const seconds = ((x - frame.left) / frame.width) * frame.durationSeconds;
  return Math.min(frame.durationSeconds, Math.max(0, seconds));
}

/** The value at a pixel; continues beyond both ends of the domain. */
export function toValue(frame: PlotFrame, y: number): number {
  if (frame.height === 0) return frame.bottomValue;
  const span = frame.topValue - frame.bottomValue;
  return frame.bottomValue + ((frame.top + frame.height - y) / frame.height) * span;
}
