import { sampleLoad } from '../../load/sample.ts';
import type { LoadCurve } from '../../load/types.ts';
import type { SimulatedPod } from '../simulatedPod.ts';
import type { SignalBinding } from '../types.ts';
import type { Workload } from '../workload.ts';

const MILLI = 1000;

/** What a value of a signal is made from. The workload has been brought to the present instant. */
export interface SignalSources {
  readonly workload: Workload;
  /** every curve of the scenario */
  readonly curves: readonly LoadCurve[];
}

/** Everything that one scrape reads but what is counted for each pod. */
export interface Gauges {
  readonly atSeconds: number;
  readonly offered: number;
  readonly served: number;
  /** pods that share the load */
  readonly sharing: number;
  readonly backlog: number;
  readonly latency: number;
  readonly inFlight: number;
  readonly cpuCores: number;
}

/** What there is to be read now. @rule MB7 */
export function readGauges({ workload }: SignalSources, atSeconds: number): Gauges {
  return {
    atSeconds,
    offered: workload.offeredRate,
    served: workload.servedRate,
    sharing: workload.sharing,
    backlog: workload.waiting,
    latency: workload.latencySeconds,
    inFlight: workload.inFlight,
    cpuCores: workload.cpuMilli / MILLI,
  };
}

function curveValue({ curve, distribution }: SignalBinding, { curves }: SignalSources, at: number) {
  const drawn = curves.find(({ id }) => id === curve);
  return { value: drawn === undefined ? 0 : sampleLoad(drawn, at), distribution: distribution ?? 'absolute' };
}

/**
 * A signal's value for the whole workload, before its factor.
 *
 * @param gauges as they were read; a curve is taken at their instant
 * @rule MB7 MB8
 */
export function totalValue(binding: SignalBinding, gauges: Gauges, sources: SignalSources): number {
  switch (binding.source) {
    case 'usage':
      return gauges.cpuCores;
    case 'servedPerPod':
      return gauges.sharing === 0 ? 0 : gauges.served / gauges.sharing;
    case 'curve': {
      const { value, distribution } = curveValue(binding, sources, gauges.atSeconds);
      return distribution === 'perPod' ? value * gauges.sharing : value;
    }
    default:
      return gauges[binding.source];
  }
}

/**
 * A signal's value for one pod where it is the same for all of them, before its factor.
 *
 * @param gauges as they were read
 * @rule MB7 MB8
 */
export function shareValue(binding: SignalBinding, gauges: Gauges, sources: SignalSources): number {
  const pods = Math.max(1, gauges.sharing);
  switch (binding.source) {
    case 'latency':
      return gauges.latency;
    case 'curve': {
      const { value, distribution } = curveValue(binding, sources, gauges.atSeconds);
      return distribution === 'total' ? value / pods : value;
    }
    case 'usage':
      return gauges.cpuCores / pods;
    case 'servedPerPod':
      return gauges.served / pods;
    default:
      return gauges[binding.source] / pods;
  }
}

/** What a pod itself counts: requests served, or core-seconds used. */
export type PodCounter = 'requests' | 'cpu';

/** The counter behind a Pods metric; undefined: a gauge that is the same for all pods. @rule MB7 */
export function podCounterOf({ source }: SignalBinding): PodCounter | undefined {
  if (source === 'servedPerPod' || source === 'served') return 'requests';
  return source === 'usage' ? 'cpu' : undefined;
}

/** What a pod's counter stands at now. */
export function podCount(counter: PodCounter, pod: SimulatedPod, { workload }: SignalSources): number {
  return counter === 'requests' ? workload.requestsServedBy(pod) : workload.cpuUsed(pod) / MILLI;
}

/**
 * The same at an earlier instant, of a pod that has been serving since then.
 *
 * @param requestsPerPod what its class's counter stood at then
 */
export function podCountAt(
  counter: PodCounter,
  pod: SimulatedPod,
  { workload }: SignalSources,
  atSeconds: number,
  requestsPerPod: number,
): number {
  return counter === 'requests'
    ? pod.requestsServed + (requestsPerPod - pod.accountedRequests)
    : workload.cpuUsedAt(pod, atSeconds, requestsPerPod) / MILLI;
}

/** How fast a pod's counter goes up now. @rule MB2 */
export function podRate(counter: PodCounter, pod: SimulatedPod, { workload }: SignalSources): number {
  if (counter === 'requests') return workload.rateOf(pod);
  const { cpuMillisecondsPerRequest } = workload.settings;
  return (pod.ownCpuMilli + workload.rateOf(pod) * cpuMillisecondsPerRequest) / MILLI;
}
