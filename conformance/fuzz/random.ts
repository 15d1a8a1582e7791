/** Repeatable random numbers: the same seed gives the same texts on every machine. */
export interface Random {
  /** a whole number from 0 to below `bound` */
  below(bound: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Mulberry32, a public-domain generator with 32 bits of state. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % Math.max(1, bound);
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}
