/**
 * Shares from 0 to below 1 that follow from a seed alone: counting and mixing (mulberry32). They end in the points of a
 * curve, and so nothing but those points has to be kept.
 *
 * @param seed a whole number
 * @rule LD5
 */
export function randomShares(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
