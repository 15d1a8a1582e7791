import { indexAt, valueFrom, valueOnPiece } from './sample.ts';
import { type Piece, pieceAt, pieceHolding, piecesAfter } from './smooth.ts';
import type { LoadCurve, LoadPoint } from './types.ts';

/**
 * Reads a curve forwards in time, without searching for the place again: the simulation's own way through it, from one
 * straight line to the next. Gives what `sampleLoad` gives.
 */
export class LoadCursor {
  readonly #curve: LoadCurve;
  readonly #points: readonly LoadPoint[];
  /** of the last point */
  #index: number;
  /** of a smooth curve: which straight piece behind that point */
  #piece = 0;
  #straight: Piece | undefined;

  /** @param atSeconds where reading begins */
  constructor(curve: LoadCurve, atSeconds: number) {
    this.#curve = curve;
    this.#points = curve.points;
    this.#index = indexAt(curve.points, atSeconds);
    if (this.#bends) this.#piece = pieceHolding(this.#points, this.#index, atSeconds);
    this.#findStraight();
  }

  /** Whether the stretch behind the last point is made of several straight pieces. */
  get #bends(): boolean {
    const isBetween = this.#index >= 0 && this.#index < this.#points.length - 1;
    return isBetween && this.#curve.interpolation === 'smooth';
  }

  #findStraight(): void {
    this.#straight = this.#bends ? pieceAt(this.#points, this.#index, this.#piece) : undefined;
  }

  /**
   * Up to where the value changes along one straight line.
   *
   * @returns Infinity after the last point
   */
  get pieceEndsAt(): number {
    if (this.#straight !== undefined) return this.#straight.toSeconds;
    return this.#points[this.#index + 1]?.atSeconds ?? Number.POSITIVE_INFINITY;
  }

  /** Value on the present piece; at the piece's end a step still has its old value. */
  valueAt(atSeconds: number): number {
    if (this.#straight !== undefined) return valueOnPiece(this.#straight, atSeconds);
    return valueFrom(this.#curve, this.#index, atSeconds);
  }

  /** Goes on to the piece that begins where the present one ends. */
  nextPiece(): void {
    if (this.#straight !== undefined && this.#piece + 1 < piecesAfter(this.#points, this.#index)) {
      this.#piece++;
    } else {
      this.#index++;
      this.#piece = 0;
    }
    this.#findStraight();
  }
}
