import type { ReadinessProbe, WorkloadContainer, WorkloadManifest } from '../manifest/types.ts';
import type { PodSettings } from './types.ts';

/**
 * The containers that go on running in a pod: the written ones, and the init containers that restart always.
 *
 * @rule WL9
 */
export function runningContainers(workload: WorkloadManifest): readonly WorkloadContainer[] {
  const sidecars = workload.initContainers.filter((container) => container.restartPolicy === 'Always');
  return [...workload.containers, ...sidecars];
}

/** The instants at which a probe runs, in seconds from its container's start. */
function firstProbeAfter(probe: ReadinessProbe, seconds: number, startedAfter: number): number {
  const period = Math.max(1, probe.periodSeconds);
  const earliest = Math.max(probe.initialDelaySeconds, seconds) - startedAfter;
  return startedAfter + Math.ceil(Math.max(earliest, 0) / period) * period;
}

/**
 * When the first probe that the application can answer comes, and then enough of them in a row. The kubelet probes
 * at the container's start and every period after it, and leaves out what comes before the initial delay.
 *
 * @param probe          as written
 * @param startupSeconds from the container's start until the application can answer
 * @param startedAfter   from the container's start until its startup probe has succeeded; its success triggers a run
 * @returns seconds from the container's start until it is ready
 * @upstream pkg/kubelet/prober/worker.go doProbe
 * @rule PD6 PD12
 */
export function readyAfterSeconds(
  probe: ReadinessProbe | undefined,
  startupSeconds: number,
  startedAfter = 0,
): number {
  if (probe === undefined) return startedAfter;
  const firstSuccess = firstProbeAfter(probe, startupSeconds, startedAfter);
  return firstSuccess + (Math.max(1, probe.successThreshold) - 1) * Math.max(1, probe.periodSeconds);
}

/**
 * When a probe has failed so often in a row that the kubelet kills the container.
 *
 * @returns seconds from the container's start; Infinity when the application is up in time
 * @upstream pkg/kubelet/prober/worker.go doProbe
 * @rule PD12 PD13
 */
export function killedAfterSeconds(probe: ReadinessProbe | undefined, startupSeconds: number): number {
  if (probe === undefined) return Number.POSITIVE_INFINITY;
  const failures = Math.max(1, probe.failureThreshold) - 1;
  const lastFailure = firstProbeAfter(probe, 0, 0) + failures * Math.max(1, probe.periodSeconds);
  return lastFailure < startupSeconds ? lastFailure : Number.POSITIVE_INFINITY;
}

/** What happens to every pod of a workload, in seconds from its creation if it is placed at once. */
export interface PodTimetable {
  readonly scheduledAfter: number;
  readonly startedAfter: number;
  /** the application can serve */
  readonly servingAfter: number;
  /** starting costs nothing any more */
  readonly warmAfter: number;
  /** the pod's Ready condition is True */
  readonly readyAfter: number;
  /** a probe has the container killed; Infinity where none does */
  readonly killedAfter: number;
  /** from deletion until a running pod is gone */
  readonly goneAfter: number;
  /** the first wait before a crashed container is started again */
  readonly backOffSeconds: number;
}

/** When a container is ready, from its start. */
function containerReadyAfter(container: WorkloadContainer, startupSeconds: number): number {
  const { startupProbe, readinessProbe } = container;
  const startedAfter = startupProbe === undefined ? 0 : readyAfterSeconds(startupProbe, startupSeconds);
  return readyAfterSeconds(readinessProbe, startupSeconds, startedAfter);
}

/** A startup probe holds the liveness probe back until the application is up. */
function containerKilledAfter(container: WorkloadContainer | undefined, startupSeconds: number): number {
  return killedAfterSeconds(container?.startupProbe ?? container?.livenessProbe, startupSeconds);
}

/**
 * The pod is ready when all of its containers are; only the first one takes time to start.
 *
 * @rule PD3 PD4 PD5 PD6 PD7 PD10 PD12 PD13
 */
export function podTimetable(workload: WorkloadManifest, settings: PodSettings): PodTimetable {
  const { startupSeconds } = settings;
  const startedAfter = settings.schedulingSeconds + settings.imagePullSeconds;
  const readyAfter = runningContainers(workload).map((container, index) =>
    containerReadyAfter(container, index === 0 ? startupSeconds : 0),
  );
  return {
    scheduledAfter: settings.schedulingSeconds,
    startedAfter,
    servingAfter: startedAfter + startupSeconds,
    warmAfter: startedAfter + startupSeconds + settings.warmUpSeconds,
    readyAfter: startedAfter + Math.max(0, ...readyAfter),
    killedAfter: startedAfter + containerKilledAfter(workload.containers[0], startupSeconds),
    goneAfter: Math.min(settings.terminationSeconds, workload.terminationGracePeriodSeconds),
    backOffSeconds: settings.restartSeconds,
  };
}
