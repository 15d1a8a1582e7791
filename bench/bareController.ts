/** The least that a controller has to compute at the syncs of recorded traces. */
import type { DecodedTrace } from './decodedTrace.ts';

/** The metrics' values of many syncs, one after the other. */
export interface FlatSamples {
  readonly values: Float64Array;
  /** where each metric's values begin, and where the last one's end */
  readonly metrics: Int32Array;
  /** where each sync's metrics begin, and where the last one's end */
  readonly syncs: Int32Array;
  readonly replicas: Int32Array;
}

/** What every metric of every sync was answered, as plain numbers. */
export function flatten(traces: readonly DecodedTrace[]): FlatSamples {
  const values: number[] = [];
  const metrics: number[] = [0];
  const syncs: number[] = [0];
  const replicas: number[] = [];
  for (const sync of traces.flatMap((trace) => trace.syncs)) {
    const [scale] = sync.scales;
    replicas.push(scale?.ok === true ? scale.value.specReplicas : 0);
    for (const answer of [...sync.resourceMetrics, ...sync.rawMetrics]) {
      if (answer.ok) values.push(...answer.value.values.map(Number));
      metrics.push(values.length);
    }
    for (const answer of [...sync.objectMetrics, ...sync.externalMetrics]) {
      if (answer.ok) values.push(...[answer.value].flat().map(Number));
      metrics.push(values.length);
    }
    syncs.push(metrics.length - 1);
  }
  return {
    values: Float64Array.from(values),
    metrics: Int32Array.from(metrics),
    syncs: Int32Array.from(syncs),
    replicas: Int32Array.from(replicas),
  };
}

/** Syncs that a window of five minutes holds at the usual period, both ends included. */
const WINDOW = 21;
const TARGET = 70_000;

/**
 * By hand over typed arrays: each metric's sum, its average, the ratio, the tolerance, the largest proposal and the
 * highest of the window. Nothing is read, grouped, written or told; targets are all the same.
 *
 * @returns the sum of what was decided, so that nothing can be left out as unused
 */
export function bareController({ values, metrics, syncs, replicas }: FlatSamples): number {
  const recommendations = new Int32Array(WINDOW);
  let decided = 0;
  for (let sync = 0; sync < replicas.length; sync++) {
    const current = replicas[sync] as number;
    let proposal = 0;
    for (let metric = syncs[sync] as number; metric < (syncs[sync + 1] as number); metric++) {
      const from = metrics[metric] as number;
      const to = metrics[metric + 1] as number;
      let sum = 0;
      for (let i = from; i < to; i++) sum += values[i] as number;
      const ratio = Math.trunc(sum / (to - from)) / TARGET;
      proposal = Math.max(proposal, Math.abs(1 - ratio) <= 0.1 ? current : Math.ceil(ratio * (to - from)));
    }
    recommendations[sync % WINDOW] = proposal;
    let highest = 0;
    for (let i = 0; i < WINDOW; i++) highest = Math.max(highest, recommendations[i] as number);
    decided += highest;
  }
  return decided;
}
