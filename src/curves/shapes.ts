/** The presets in words. */
import type { LoadPreset } from '../core/index.ts';

export interface ShapeText {
  readonly title: string;
  readonly about: string;
}

export const SHAPES: Readonly<Record<LoadPreset, ShapeText>> = {
  steady: { title: 'Steady', about: 'the same all the time' },
  step: { title: 'Step', about: 'up at once, later down again' },
  spike: { title: 'Spike', about: 'a short, sharp peak' },
  sawtooth: { title: 'Sawtooth', about: 'rises slowly and falls at once, four times' },
  diurnal: { title: 'Diurnal', about: 'a day of visitors: quiet at night, busiest in the evening' },
  flashSale: { title: 'Flash sale', about: 'everybody at once, then ever fewer' },
  ramp: { title: 'Ramp', about: 'steadily up, and stays there' },
  noise: { title: 'Noise', about: 'up and down at random, by a seed' },
  batchWindow: { title: 'Batch window', about: 'on and off, three times' },
};
