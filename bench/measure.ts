/** The value in the middle; of an even number the lower one of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

/**
 * Milliseconds that each of several runs takes, after some that do not count.
 *
 * @param warmUps runs before the first that counts: the engine compiles while it runs
 */
export async function timesOf(
  runs: number,
  warmUps: number,
  work: () => unknown,
): Promise<readonly number[]> {
  for (let i = 0; i < warmUps; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times;
}
