import { milliValue, parseQuantity, value } from '../apimachinery/quantity.ts';
import type { WorkloadManifest } from '../manifest/types.ts';

/** What the scheduler and a quota count of a pod. */
export interface PodRequests {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
}

type Requests = Readonly<Record<string, string>>;

/** What the scheduler takes a pod for that requests nothing, when it compares nodes. */
const SCORED_CPU_MILLI = 100;
const SCORED_MEMORY_BYTES = 200 * 1024 * 1024;

function amountOf(requests: Requests, resource: 'cpu' | 'memory'): number {
  const text = requests[resource];
  const parsed = text === undefined ? undefined : parseQuantity(text);
  if (parsed?.ok !== true) return 0;
  return Number(resource === 'cpu' ? milliValue(parsed.value) : value(parsed.value));
}

/**
 * Containers run at once, and so do init containers that restart always; the others run before, one by one, beside
 * the ones of these that have been started.
 *
 * @upstream staging/src/k8s.io/component-helpers/resource/helpers.go AggregateContainerRequests
 */
function requestOf({ containers, initContainers }: WorkloadManifest, resource: 'cpu' | 'memory'): number {
  let running = containers.reduce((sum, { requests }) => sum + amountOf(requests, resource), 0);
  let started = 0;
  let starting = 0;
  for (const { requests, restartPolicy } of initContainers) {
    const amount = amountOf(requests, resource);
    if (restartPolicy === 'Always') {
      running += amount;
      started += amount;
      starting = Math.max(starting, started);
    } else starting = Math.max(starting, started + amount);
  }
  return Math.max(running, starting);
}

/**
 * A pod's requests: those of the pod where it has them, else what its containers come to.
 *
 * @rule ND2
 */
export function podRequests(workload: WorkloadManifest): PodRequests {
  const { podRequests: own = {} } = workload;
  return {
    cpuMilli: own.cpu === undefined ? requestOf(workload, 'cpu') : amountOf(own, 'cpu'),
    memoryBytes: own.memory === undefined ? requestOf(workload, 'memory') : amountOf(own, 'memory'),
  };
}

/**
 * What nodes are compared by: a pod without requests counts for a little.
 *
 * @upstream pkg/scheduler/util/pod_resources.go DefaultMilliCPURequest
 * @rule ND3
 */
export function scoredRequests({ cpuMilli, memoryBytes }: PodRequests): PodRequests {
  return { cpuMilli: cpuMilli || SCORED_CPU_MILLI, memoryBytes: memoryBytes || SCORED_MEMORY_BYTES };
}
