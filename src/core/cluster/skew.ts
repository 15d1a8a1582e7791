/** How many different shares of the load there are when it is shared unevenly. */
export const SKEW_CLASSES = 5;

/** How far the largest and the smallest share lie from the mean at a skew of 1. */
const WIDEST = 0.8;

/**
 * What a pod gets of the load compared with the mean: between 1 - 0.8 skew and 1 + 0.8 skew in equal steps, so that at
 * a skew of 1 the busiest pods get nine times what the idlest get.
 *
 * @param skew 0 to 1
 * @param bucket 0 up to `SKEW_CLASSES` - 1
 * @rule WL2
 */
export function skewWeight(skew: number, bucket: number): number {
  const middle = (SKEW_CLASSES - 1) / 2;
  return 1 + (WIDEST * skew * (bucket - middle)) / middle;
}
