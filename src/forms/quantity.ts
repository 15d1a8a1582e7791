/** Quantities for a slider: the number moves, the unit stays. What the number means is the core's business. */

const QUANTITY = /^([0-9]+(?:\.[0-9]+)?)([numkMGTPE]|[KMGTPE]i)?$/;

export interface SlidingQuantity {
  readonly number: number;
  readonly suffix: string;
}

/** Undefined for what a slider cannot move, as `1e3`. */
export function slidingQuantity(text: string): SlidingQuantity | undefined {
  const match = QUANTITY.exec(text);
  return match === null ? undefined : { number: Number(match[1]), suffix: match[2] ?? '' };
}

/** A round number that leaves room above a value: 1, 2 or 5 times a power of ten. */
export function ceilingFor(value: number, least: number): number {
  const wanted = Math.max(value * 2, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= wanted) ?? 10;
  return factor * power;
}

/** Any quantity that the API server can parse. @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go parseQuantityString */
export function isQuantity(text: string): boolean {
  return /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$/.test(text);
}

/** A ratio as the API writes a tolerance, `0.05` or `50m`, in percent. */
export function percentOf(text: string): number | undefined {
  const sliding = slidingQuantity(text);
  if (sliding === undefined) return undefined;
  if (sliding.suffix === '') return round(sliding.number * 100);
  return sliding.suffix === 'm' ? round(sliding.number / 10) : undefined;
}

/** Percent as a ratio. */
export function ratioText(percent: number): string {
  return String(Math.round(percent * 1000) / 100_000);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
