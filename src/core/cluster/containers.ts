import { milliValue, parseQuantity } from '../apimachinery/quantity.ts';
import type { ReadinessProbe, WorkloadContainer, WorkloadManifest } from '../manifest/types.ts';
import type { PodSettings } from './types.ts';

/** What a container beside the first one uses while it runs, milli-cores (WL9). */
export const SIDECAR_CPU_MILLI = 1;
/** What a container beside the first one uses while it runs, bytes (WL9). */
export const SIDECAR_MEMORY_BYTES = 8 * 1024 * 1024;

/**
 * The containers that go on running in a pod: the written ones, and the init containers that restart always.
 *
 * @rule WL9
 */
export function runningContainers(workload: WorkloadManifest): readonly WorkloadContainer[] {
  const sidecars = workload.initContainers.filter((container) => container.restartPolicy === 'Always');
  return [...workload.containers, ...sidecars];
}

/**
 * CPU at which the first container is throttled.
 *
 * @returns milli-cores; Infinity without a limit
 * @rule WL4
 */
export function cpuLimitMilli(workload: WorkloadManifest): number {
  const text = workload.containers[0]?.limits.cpu;
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const parsed = parseQuantity(text);
  return parsed.ok ? Number(milliValue(parsed.value)) : Number.POSITIVE_INFINITY;
}

/**
 * When the first probe that the application can answer comes, and then enough of them in a row. The kubelet probes
 * at the container's start and every period after it, and leaves out what comes before the initial delay.
 *
 * @param probe          as written
 * @param startupSeconds from the container's start until the application can answer
 * @returns seconds from the container's start until it is ready
 * @upstream pkg/kubelet/prober/worker.go doProbe
 * @rule PD6
 */
export function readyAfterSeconds(probe: ReadinessProbe | undefined, startupSeconds: number): number {
  if (probe === undefined) return 0;
  const period = Math.max(1, probe.periodSeconds);
  const firstSuccess = Math.ceil(Math.max(probe.initialDelaySeconds, startupSeconds) / period) * period;
  return firstSuccess + (Math.max(1, probe.successThreshold) - 1) * period;
}

/** What happens to every pod of a workload, in seconds from its creation. */
export interface PodTimetable {
  readonly scheduledAfter: number;
  readonly startedAfter: number;
  /** the application can serve */
  readonly servingAfter: number;
  /** the pod's Ready condition is True */
  readonly readyAfter: number;
  /** from deletion until a running pod is gone */
  readonly goneAfter: number;
}

/**
 * The pod is ready when all of its containers are; only the first one takes time to start.
 *
 * @rule PD3 PD4 PD5 PD6 PD7 PD10
 */
export function podTimetable(workload: WorkloadManifest, settings: PodSettings): PodTimetable {
  const startedAfter = settings.schedulingSeconds + settings.imagePullSeconds;
  const readyAfter = runningContainers(workload).map((container, index) =>
    readyAfterSeconds(container.readinessProbe, index === 0 ? settings.startupSeconds : 0),
  );
  return {
    scheduledAfter: settings.schedulingSeconds,
    startedAfter,
    servingAfter: startedAfter + settings.startupSeconds,
    readyAfter: startedAfter + Math.max(0, ...readyAfter),
    goneAfter: Math.min(settings.terminationSeconds, workload.terminationGracePeriodSeconds),
  };
}
