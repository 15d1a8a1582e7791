import { indexAt, valueFrom } from './sample.ts';
import type { LoadCurve, LoadPoint } from './types.ts';

/**
 * Reads a curve forwards in time, without searching for the place again: the simulation's own way through it. Gives
 * what `sampleLoad` gives.
 */
export class LoadCursor {
  readonly #curve: LoadCurve;
  readonly #points: readonly LoadPoint[];
  #index: number;

  /** @param atSeconds where reading begins */
  constructor(curve: LoadCurve, atSeconds: number) {
    this.#curve = curve;
    this.#points = curve.points;
    this.#index = indexAt(curve.points, atSeconds);
  }

  /**
   * Up to where the value changes along one straight line: the next point's second.
   *
   * @returns Infinity after the last point
   */
  get pieceEndsAt(): number {
    return this.#points[this.#index + 1]?.atSeconds ?? Number.POSITIVE_INFINITY;
  }

  /** Value on the present piece; at the piece's end a step still has its old value. */
  valueAt(atSeconds: number): number {
    return valueFrom(this.#curve, this.#index, atSeconds);
  }

  /** Goes on to the piece that begins where the present one ends. */
  nextPiece(): void {
    this.#index++;
  }
}
