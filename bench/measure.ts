/** The value in the middle; of an even number the lower one of the two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

export interface Times {
  /** milliseconds by the clock, median */
  readonly wallMs: number;
  /** milliseconds of processor time of the whole process, median */
  readonly cpuMs: number;
}

/**
 * How long a piece of work takes, over several runs after some that do not count.
 *
 * @param warmUps runs before the first that counts: the engine compiles while it runs
 */
export async function timesOf(runs: number, warmUps: number, work: () => unknown): Promise<Times> {
  for (let i = 0; i < warmUps; i++) await work();
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    const from = performance.now();
    await work();
    wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return { wallMs: median(wall), cpuMs: median(cpu) };
}
