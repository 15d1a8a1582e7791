/** A stream of numbers that follows from its seed alone. */
export interface RandomStream {
  /** a whole number from 0 to 2^32 - 1 */
  nextUint32(): number;
}

/** FNV-1a over UTF-16 code units: folds a text into a 32-bit number, for seeds and for hashes in names. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * A stream by counting and mixing (splitmix32). Streams of different purposes do not disturb each other: one more
 * draw for a pod's name changes nothing else.
 *
 * @param seed    the scenario's seed
 * @param purpose what the numbers are for
 * @rule TM3
 */
export function randomStream(seed: number, purpose: string): RandomStream {
  let state = (hashText(purpose) ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  return {
    nextUint32() {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    },
  };
}
