/** A load curve: control points in, demand at an instant out (`sample.ts`). */

export interface LoadPoint {
  /** seconds since the start of the run, a whole number */
  readonly atSeconds: number;
  /** in the curve's unit, not negative */
  readonly value: number;
}

/** How a curve goes from point to point. */
export const INTERPOLATIONS = ['linear', 'step', 'smooth'] as const;
export type Interpolation = (typeof INTERPOLATIONS)[number];

export interface LoadCurve {
  /** `requests` is the workload's own curve; more ids come with signals drawn by hand */
  readonly id: string;
  readonly unit: string;
  readonly interpolation: Interpolation;
  /** ascending, at least one, no two at the same second; constant before the first and after the last */
  readonly points: readonly LoadPoint[];
}
