/** Which charts an embedded view shows in the room that it was given: the answer first, then what led to it. */

import type { EmbedVariant } from './parameters.ts';

/** Pixels of each part, its heading included. */
const NEEDS = { frame: 124, why: 28, replicas: 150, ribbon: 66, load: 120, metric: 118, gap: 6 } as const;

export interface EmbedPlan {
  readonly load: boolean;
  readonly ribbon: boolean;
  /** how many of the metrics, from the first on */
  readonly metrics: number;
}

/** How much larger than usual the parts are: a presenter's text is. */
export function scaleOf(variant: EmbedVariant): number {
  return variant === 'presenter' ? 1.2 : 1;
}

/**
 * @param height  pixels of the view
 * @param scale   of its text: 1 or larger
 * @param loads   curves of the scenario
 * @param metrics of the manifest
 */
export function planCharts(height: number, scale: number, loads: number, metrics: number): EmbedPlan {
  let left = height - (NEEDS.frame + NEEDS.why + NEEDS.replicas) * scale;
  const take = (pixels: number): boolean => {
    const needed = pixels * scale + NEEDS.gap;
    if (left < needed) return false;
    left -= needed;
    return true;
  };
  const ribbon = take(NEEDS.ribbon);
  const load = take(NEEDS.load * loads);
  let shown = 0;
  while (shown < metrics && take(NEEDS.metric)) shown++;
  return { ribbon, load, metrics: shown };
}

/** Pixels with which nothing is left out. */
export function heightForAll(scale: number, loads: number, metrics: number): number {
  const { frame, why, replicas, ribbon, load, metric, gap } = NEEDS;
  const parts = frame + why + replicas + ribbon + load * loads + metric * metrics;
  return Math.ceil(parts * scale + gap * (2 + metrics));
}
