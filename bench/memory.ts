/** What a run of seven days keeps, and what the process needed at most on the way to it. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CHILD = fileURLToPath(new URL('./memoryRun.ts', import.meta.url));

export interface MemoryFigures {
  readonly syncs: number;
  /** MiB that the finished run holds, its typed arrays included */
  readonly keptMi: number;
  /** MiB of resident memory at most, beyond what the process had before */
  readonly peakMi: number;
}

/** In a process of its own, so that nothing measured before it counts. */
export async function measureMemory(): Promise<MemoryFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', CHILD]);
  return JSON.parse(stdout) as MemoryFigures;
}

export function describeMemory({ syncs, keptMi, peakMi }: MemoryFigures): readonly string[] {
  const run = `7 d, 50 pods, 1 metric, ${syncs.toLocaleString('en-US')} syncs`;
  return [`${run}: ${keptMi.toFixed(1)} MiB kept, ${peakMi.toFixed(1)} MiB more than before at most`];
}
