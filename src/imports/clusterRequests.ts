/** What a pod must have requested, from how much of it is used. Pure. */
import { milliValue, parseQuantity } from '../core/apimachinery/quantity.ts';
import type { DescribedUsage } from './clusterMetrics.ts';

/** Steps in which people write requests, the roundest first: milli-cores, and mebibytes. */
const CPU_STEPS_MILLI = [1000, 500, 250, 100, 50, 25, 10, 5, 1];
const MEMORY_STEPS_MI = [1024, 512, 256, 128, 64, 32, 16, 8, 4, 1];
const MILLI_A_MI = 1000 * 1024 * 1024;

/**
 * The roundest request that fits: the utilization is rounded down to whole percent, so many do.
 *
 * @returns quantity text; undefined where nothing follows from it
 */
export function requestFrom({ resource, utilization, average }: DescribedUsage): string | undefined {
  const parsed = parseQuantity(average);
  if (!parsed.ok || utilization <= 0) return undefined;
  const used = Number(milliValue(parsed.value));
  if (!Number.isFinite(used) || used <= 0) return undefined;
  // utilization <= 100 * used / request < utilization + 1
  const least = (100 * used) / (utilization + 1);
  const most = (100 * used) / utilization;
  if (resource === 'cpu') {
    const milli = roundest(least, most, CPU_STEPS_MILLI, 1);
    return milli === undefined ? undefined : milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
  }
  const mebi = resource === 'memory' ? roundest(least, most, MEMORY_STEPS_MI, MILLI_A_MI) : undefined;
  return mebi === undefined ? undefined : mebi % 1024 === 0 ? `${mebi / 1024}Gi` : `${mebi}Mi`;
}

/** The largest multiple of the largest step in `(least, most]`; `unit` is what a step counts. */
function roundest(least: number, most: number, steps: readonly number[], unit: number): number | undefined {
  for (const step of steps) {
    const count = Math.floor(most / (step * unit));
    if (count > 0 && count * step * unit > least) return count * step;
  }
  return undefined;
}
