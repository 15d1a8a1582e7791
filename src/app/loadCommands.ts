/** What the palette offers for the load: its shape and its length. */
import { LOAD_PRESETS, presetLoad } from '../core/index.ts';
import { formatSpan } from '../curves/clock.ts';
import { highestLoad } from '../curves/reach.ts';
import { SHAPES } from '../curves/shapes.ts';
import type { AppState } from '../store/state.ts';
import type { Command } from './commands.ts';

/** Five minutes to seven days, in seconds. */
export const USUAL_DURATIONS = [300, 900, 3600, 21_600, 86_400, 604_800] as const;

export function loadCommands({
  scenario,
  setLoadCurve,
  commitLoadCurve,
  stretchDuration,
}: AppState): Command[] {
  const { loads, durationSeconds } = scenario;
  const curve = loads[0];
  const shapes = LOAD_PRESETS.map((preset): Command => {
    const { title, about } = SHAPES[preset];
    return {
      title: `Load: ${title.toLowerCase()}`,
      about,
      run() {
        if (curve === undefined) return;
        const peak = highestLoad(curve);
        const base = Math.min(peak / 2, ...curve.points.map(({ value }) => value));
        setLoadCurve({ ...curve, ...presetLoad(preset, { durationSeconds, base, peak, seed: 1 }) });
        commitLoadCurve();
      },
    };
  });
  const durations = USUAL_DURATIONS.filter((seconds) => seconds !== durationSeconds).map(
    (seconds): Command => ({
      title: `Let the run last ${formatSpan(seconds)}`,
      about: 'Load points and events stretch along',
      run: () => stretchDuration(seconds),
    }),
  );
  return [...shapes, ...durations];
}
