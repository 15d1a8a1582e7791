/** Zooming and panning by key and command. */
import { spanSeconds } from '../charts/frame.ts';
import {
  pannedRange,
  rangeOfLength,
  SPANS,
  windowOf,
  ZOOM_STEP,
  zoomCentre,
  zoomedRange,
} from '../charts/visibleRange.ts';
import { selectDurationSeconds, selectSelectedSeconds } from '../store/selectors.ts';
import type { AppState } from '../store/state.ts';

export function zoomIn(state: AppState): void {
  zoomBy(state, 1 / ZOOM_STEP);
}

export function zoomOut(state: AppState): void {
  zoomBy(state, ZOOM_STEP);
}

function zoomBy(state: AppState, factor: number): void {
  const window = windowOfState(state);
  state.showRange(zoomedRange(window, factor, zoomCentre(window, selectSelectedSeconds(state))));
}

export function showWholeRun(state: AppState): void {
  state.showRange(undefined);
}

/** Share of what is shown by which the keys pan. */
const STEP = 0.5;

export function pan(state: AppState, direction: 1 | -1): void {
  const window = windowOfState(state);
  state.showRange(pannedRange(window, direction * STEP * spanSeconds(window)));
}

/** Lengths shorter than the run. */
export function spansOf(state: AppState): readonly number[] {
  return SPANS.filter((seconds) => seconds < selectDurationSeconds(state));
}

export function showSpan(state: AppState, lengthSeconds: number): void {
  const centre = zoomCentre(windowOfState(state), selectSelectedSeconds(state));
  state.showRange(rangeOfLength(lengthSeconds, centre, selectDurationSeconds(state)));
}

function windowOfState(state: AppState) {
  return windowOf(state.range, selectDurationSeconds(state));
}
