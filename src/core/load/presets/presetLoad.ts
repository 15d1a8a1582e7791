import type { Interpolation, LoadPoint } from '../types.ts';
import { type LoadPreset, outlineOf } from './outlines.ts';

export interface PresetSize {
  /** of the run, whole seconds, 1 at least */
  readonly durationSeconds: number;
  /** lowest value, not negative, in the curve's unit */
  readonly base: number;
  /** highest value, in the curve's unit */
  readonly peak: number;
  /** of the noise; every other shape is what it is */
  readonly seed: number;
}

export interface PresetLoad {
  readonly interpolation: Interpolation;
  readonly points: readonly LoadPoint[];
}

/**
 * A well-known shape of load, as long as the run and from base to peak.
 *
 * @returns points that a load curve can have: ascending whole seconds within the run, no value below zero
 * @rule LD5
 */
export function presetLoad(
  preset: LoadPreset,
  { durationSeconds, base, peak, seed }: PresetSize,
): PresetLoad {
  const { interpolation, corners } = outlineOf(preset, durationSeconds, seed);
  const low = Math.max(0, base);
  const bySecond = new Map<number, number>();
  // In a run of few seconds corners fall together: the last one counts.
  for (const [share, height] of corners) {
    bySecond.set(Math.round(share * durationSeconds), readable(Math.max(0, low + (peak - low) * height)));
  }
  return { interpolation, points: Array.from(bySecond, ([atSeconds, value]) => ({ atSeconds, value })) };
}

/** To four digits, which nobody sees the difference of. */
function readable(value: number): number {
  return Number(value.toPrecision(4));
}
