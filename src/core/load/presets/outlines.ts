/** The outline of each preset: shares of the run against shares of the way from base to peak. */
import type { Interpolation } from '../types.ts';
import { randomShares } from './random.ts';

/** share of the run from 0 to 1, and height from 0 (base) to 1 (peak) */
type Corner = readonly [number, number];

export interface Outline {
  readonly interpolation: Interpolation;
  readonly corners: readonly Corner[];
}

export const LOAD_PRESETS = [
  'steady',
  'step',
  'spike',
  'sawtooth',
  'diurnal',
  'flashSale',
  'ramp',
  'noise',
  'batchWindow',
] as const;
export type LoadPreset = (typeof LOAD_PRESETS)[number];

const SECONDS_PER_DAY = 86_400;

/** Hours of a day and how busy they are: quiet at four, a shoulder around noon, busiest at eight in the evening. */
const DAY: readonly Corner[] = [
  [0, 0.35],
  [4, 0],
  [7, 0.18],
  [10, 0.68],
  [13, 0.74],
  [16, 0.66],
  [20, 1],
  [22, 0.72],
];

/** As many days as the run has; one where it is shorter. */
function diurnal(durationSeconds: number): readonly Corner[] {
  const days = Math.max(1, Math.round(durationSeconds / SECONDS_PER_DAY));
  const corners = Array.from({ length: days }, (_, day) =>
    DAY.map(([hour, height]): Corner => [(day + hour / 24) / days, height]),
  ).flat();
  return [...corners, [1, DAY[0]?.[1] ?? 0]];
}

const TEETH = 4;
/** of a tooth's width, in which it falls */
const FALL = 0.02;

function sawtooth(): readonly Corner[] {
  return Array.from({ length: TEETH }, (_, tooth): readonly Corner[] => [
    [tooth / TEETH, 0],
    [(tooth + 1 - FALL) / TEETH, 1],
  ])
    .flat()
    .concat([[1, 0]]);
}

/** Everybody at once, then ever fewer: half are left after each of these shares of the run. */
const HALF_LIFE = 0.07;

function flashSale(): readonly Corner[] {
  const tail = Array.from(
    { length: 6 },
    (_, step): Corner => [0.34 + (step + 1) * HALF_LIFE, 0.5 ** (step + 1)],
  );
  return [[0, 0], [0.28, 0.06], [0.3, 0.1], [0.31, 1], [0.34, 1], ...tail, [0.85, 0]];
}

const NOISE_POINTS = 60;
/** How much of each value comes from the one before: neighbours are alike, as in real traffic. */
const MEMORY = 0.55;

function noise(seed: number): readonly Corner[] {
  const next = randomShares(seed);
  let last = 0.5;
  const walk = Array.from({ length: NOISE_POINTS }, () => {
    last = last * MEMORY + next() * (1 - MEMORY);
    return last;
  });
  const [low, high] = [Math.min(...walk), Math.max(...walk)];
  return walk.map((height, index) => [index / (NOISE_POINTS - 1), (height - low) / (high - low)]);
}

const BATCHES: readonly Corner[] = [
  [0, 0],
  [0.15, 1],
  [0.25, 0],
  [0.45, 1],
  [0.55, 0],
  [0.75, 1],
  [0.85, 0],
];

export function outlineOf(preset: LoadPreset, durationSeconds: number, seed: number): Outline {
  switch (preset) {
    case 'steady':
      return { interpolation: 'linear', corners: [[0, 0.5]] };
    case 'step':
      return {
        interpolation: 'step',
        corners: [
          [0, 0],
          [0.25, 1],
          [0.7, 0],
        ],
      };
    case 'spike':
      return {
        interpolation: 'linear',
        corners: [
          [0, 0],
          [0.4, 0],
          [0.42, 1],
          [0.46, 1],
          [0.48, 0],
        ],
      };
    case 'sawtooth':
      return { interpolation: 'linear', corners: sawtooth() };
    case 'diurnal':
      return { interpolation: 'smooth', corners: diurnal(durationSeconds) };
    case 'flashSale':
      return { interpolation: 'linear', corners: flashSale() };
    case 'ramp':
      return {
        interpolation: 'linear',
        corners: [
          [0, 0],
          [0.1, 0],
          [0.8, 1],
        ],
      };
    case 'noise':
      return { interpolation: 'linear', corners: noise(seed) };
    case 'batchWindow':
      return { interpolation: 'step', corners: BATCHES };
  }
}
