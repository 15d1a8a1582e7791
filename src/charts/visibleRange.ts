/** Zooming and panning: which part of a run is shown next. Pure. Undefined stands for the whole run. */
import { isShown, spanSeconds, type TimeWindow, wholeRun } from './frame.ts';
import type { VisibleRange } from './props.ts';

/** Nothing shorter is shown: four syncs at the usual period. Seconds. */
export const LEAST_SPAN = 60;

/** A range as it can be shown: within the run, not too short; undefined where it is all of the run. */
export function fittedRange(
  range: VisibleRange | undefined,
  durationSeconds: number,
): VisibleRange | undefined {
  if (range === undefined) return undefined;
  const span = Math.max(Math.min(LEAST_SPAN, durationSeconds), spanSeconds(range));
  if (!(span < durationSeconds)) return undefined;
  const fromSeconds = Math.min(durationSeconds - span, Math.max(0, range.fromSeconds));
  return { fromSeconds, toSeconds: fromSeconds + span };
}

export function windowOf(range: VisibleRange | undefined, durationSeconds: number): TimeWindow {
  const fitted = fittedRange(range, durationSeconds);
  return fitted === undefined ? wholeRun(durationSeconds) : { durationSeconds, ...fitted };
}

/** Shows `factor` times as much; the instant `aroundSeconds` stays at its pixel. */
export function zoomedRange(
  window: TimeWindow,
  factor: number,
  aroundSeconds: number,
): VisibleRange | undefined {
  const span = Math.max(LEAST_SPAN, spanSeconds(window) * factor);
  const share = (aroundSeconds - window.fromSeconds) / spanSeconds(window);
  const fromSeconds = aroundSeconds - share * span;
  return fittedRange({ fromSeconds, toSeconds: fromSeconds + span }, window.durationSeconds);
}

export function pannedRange(window: TimeWindow, bySeconds: number): VisibleRange | undefined {
  const { fromSeconds, toSeconds, durationSeconds } = window;
  return fittedRange(
    { fromSeconds: fromSeconds + bySeconds, toSeconds: toSeconds + bySeconds },
    durationSeconds,
  );
}

/** A part of this length; the instant stays in the middle where the run's ends allow it. */
export function rangeOfLength(
  lengthSeconds: number,
  middleSeconds: number,
  durationSeconds: number,
): VisibleRange | undefined {
  const fromSeconds = middleSeconds - lengthSeconds / 2;
  return fittedRange({ fromSeconds, toSeconds: fromSeconds + lengthSeconds }, durationSeconds);
}

/** Share of the window that stays before an instant to which it turned its page. */
const LEAD = 0.1;

/**
 * Where the window goes so that an instant is shown: on to the next page when it was just left, as in playing; else the
 * instant comes to the middle. The same range where the instant is shown already.
 */
export function revealedRange(window: TimeWindow, seconds: number): VisibleRange | undefined {
  const { fromSeconds, toSeconds, durationSeconds } = window;
  if (isShown(window, seconds)) return fittedRange(window, durationSeconds);
  const span = spanSeconds(window);
  if (seconds > toSeconds && seconds < toSeconds + span) return pageFrom(seconds - LEAD * span, window);
  if (seconds < fromSeconds && seconds > fromSeconds - span) {
    return pageFrom(seconds - (1 - LEAD) * span, window);
  }
  return rangeOfLength(span, seconds, durationSeconds);
}

function pageFrom(fromSeconds: number, window: TimeWindow): VisibleRange | undefined {
  return fittedRange({ fromSeconds, toSeconds: fromSeconds + spanSeconds(window) }, window.durationSeconds);
}

/** Lengths that are offered besides the whole run, seconds. */
export const SPANS = [300, 900, 3600, 6 * 3600, 24 * 3600] as const;

/** A press of the zoom buttons shows this many times as much, or as little. */
export const ZOOM_STEP = 2;

/** What zooming without a pointer goes by: the cursor where it is shown, else the middle. */
export function zoomCentre(window: TimeWindow, cursorSeconds: number): number {
  return isShown(window, cursorSeconds) ? cursorSeconds : (window.fromSeconds + window.toSeconds) / 2;
}

/** What of the shown part is moved: one of its ends, or all of it. */
export type Part = 'start' | 'end' | 'whole';

export function movedPart(window: TimeWindow, part: Part, bySeconds: number): VisibleRange | undefined {
  const { fromSeconds, toSeconds, durationSeconds } = window;
  if (part === 'whole') return pannedRange(window, bySeconds);
  if (part === 'start') {
    const start = Math.max(0, Math.min(toSeconds - LEAST_SPAN, fromSeconds + bySeconds));
    return fittedRange({ fromSeconds: start, toSeconds }, durationSeconds);
  }
  const end = Math.min(durationSeconds, Math.max(fromSeconds + LEAST_SPAN, toSeconds + bySeconds));
  return fittedRange({ fromSeconds, toSeconds: end }, durationSeconds);
}

/** Share of what is shown by which an arrow key moves; with Shift, or a Page key, half of it. */
const KEY_STEP = { small: 0.05, large: 0.5 };

/** Where a key on a part leads; undefined for every other key. */
export function partByKey(
  window: TimeWindow,
  part: Part,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): { readonly range: VisibleRange | undefined } | undefined {
  const { durationSeconds } = window;
  const by = (share: number) => ({ range: movedPart(window, part, share * spanSeconds(window)) });
  const step = shiftKey ? KEY_STEP.large : KEY_STEP.small;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return by(step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(-step);
    case 'PageUp':
      return by(KEY_STEP.large);
    case 'PageDown':
      return by(-KEY_STEP.large);
    case 'Home':
      return { range: movedPart(window, part, -durationSeconds) };
    case 'End':
      return { range: movedPart(window, part, durationSeconds) };
    default:
      return undefined;
  }
}
