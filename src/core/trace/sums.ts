/** Figures over a run that follow from the cluster's samples. */
import type { ClusterColumns } from './types.ts';

/**
 * The latency that 95 % of the requests did not pass: the samples' values, each weighted by what is served until the
 * next sample. Instants at which nothing is served have none.
 *
 * @param durationSeconds length of the run
 * @returns seconds; 0 when nothing was ever served
 * @rule TR7
 */
export function p95Latency(columns: ClusterColumns, durationSeconds: number): number {
  const { atSeconds, latencySeconds, served } = columns;
  // most samples have one of a few values
  const weights = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < atSeconds.length; i++) {
    const seconds = (atSeconds[i + 1] ?? durationSeconds) - (atSeconds[i] as number);
    const weight = seconds * (served[i] as number);
    const latency = latencySeconds[i] as number;
    if (!(weight > 0) || !Number.isFinite(latency)) continue;
    weights.set(latency, (weights.get(latency) ?? 0) + weight);
    total += weight;
  }
  let passed = 0;
  for (const latency of Float64Array.from(weights.keys()).sort()) {
    passed += weights.get(latency) ?? 0;
    if (passed >= 0.95 * total) return latency;
  }
  return 0;
}

/**
 * Hours that nodes were there within the run.
 *
 * @param durationSeconds length of the run
 * @rule ND9
 */
export function nodeHours({ atSeconds, nodes }: ClusterColumns, durationSeconds: number): number {
  let seconds = 0;
  for (let i = 0; i < nodes.length; i++) {
    const until = atSeconds[i + 1] ?? durationSeconds;
    seconds += (nodes[i] as number) * (until - (atSeconds[i] as number));
  }
  return seconds / 3600;
}
