import type { Selector } from '../apimachinery/labels.ts';
import type { Int64, MetricsClient, PodMetricsInfo, Result } from '../podautoscaler/interfaces.ts';
import type { Release } from '../releases/index.ts';
import type { Agenda } from './agenda.ts';
import { SIDECAR_CPU_MILLI, SIDECAR_MEMORY_BYTES } from './containers.ts';
import { type MetricsServer, type SampleColumns, truncate } from './metricsServer.ts';
import type { PodSet } from './podSet.ts';
import { toApiMs } from './time.ts';
import type { Workload } from './workload.ts';

/** Window of a custom metric that tells none. @upstream pkg/controller/podautoscaler/metrics/client.go */
const DEFAULT_WINDOW_MS = 60_000;
const MILLI = 1000;

/** Whether a selector in a namespace picks the simulated pods. */
export type PodMatcher = (namespace: string, selector: Selector) => boolean;

interface Columns {
  readonly names: readonly string[];
  readonly values: number[];
  readonly timestampsMs: readonly number[];
  readonly windowsMs: readonly number[];
}

/** Milli-value of a rate, cut as an adapter cuts it; a hair's breadth below a whole number counts as it. */
function toMilli(rate: number): number {
  return Math.floor(rate * MILLI + 1e-6);
}

function failed<T>(error: string): Result<T> {
  return { ok: false, error: { error } };
}

/**
 * The three metrics APIs of the simulated cluster, answered from the cluster's own columns. Texts of empty answers
 * are those of the controller's REST client.
 *
 * @upstream pkg/controller/podautoscaler/metrics/client.go
 * @rule MB1 MB2 MB3 MB4
 */
export class MetricsApi implements MetricsClient {
  readonly #agenda: Agenda;
  readonly #workload: Workload;
  readonly #pods: PodSet;
  readonly #metricsServer: MetricsServer;
  readonly #release: Release;
  readonly #containers: readonly string[];
  readonly #isOurs: PodMatcher;
  readonly #cpuValues: number[] = [];
  readonly #memoryValues: number[] = [];
  readonly #shares = {
    names: [] as string[],
    values: [] as number[],
    timestampsMs: [] as number[],
    windowsMs: [] as number[],
  };

  /** @param containers names of the containers that go on running in each pod, the first one first */
  constructor(
    agenda: Agenda,
    workload: Workload,
    pods: PodSet,
    metricsServer: MetricsServer,
    release: Release,
    containers: readonly string[],
    isOurs: PodMatcher,
  ) {
    this.#agenda = agenda;
    this.#workload = workload;
    this.#pods = pods;
    this.#metricsServer = metricsServer;
    this.#release = release;
    this.#containers = containers;
    this.#isOurs = isOurs;
  }

  getResourceMetric(
    resource: string,
    namespace: string,
    selector: Selector,
    container: string,
  ): Result<PodMetricsInfo> {
    const samples = this.#metricsServer.samples();
    if (samples.names.length === 0 || !this.#isOurs(namespace, selector)) {
      return failed('no metrics returned from resource metrics API');
    }
    const index = container === '' ? 0 : this.#containers.indexOf(container);
    if (index < 0 && !this.#release.toleratesMissingContainerSample) {
      return failed(`container ${container} not present in metrics for pod ${namespace}/${samples.names[0]}`);
    }
    if (index < 0 || (resource !== 'cpu' && resource !== 'memory')) {
      return { ok: true, value: { names: [], values: [], timestampsMs: [], windowsMs: [] } };
    }
    const isSidecar = index > 0;
    const sidecars = container === '' ? this.#containers.length - 1 : 0;
    return { ok: true, value: this.#resourceColumns(samples, resource === 'cpu', isSidecar, sidecars) };
  }

  getRawMetric(
    _metricName: string,
    namespace: string,
    selector: Selector,
    _metricSelector: Selector,
  ): Result<PodMetricsInfo> {
    const shares = this.#fillShares();
    if (shares.names.length === 0 || !this.#isOurs(namespace, selector)) {
      return failed('no metrics returned from custom metrics API');
    }
    return { ok: true, value: shares };
  }

  getObjectMetric(): Result<Int64> {
    this.#workload.advanceTo(this.#agenda.now);
    return { ok: true, value: toMilli(this.#workload.offeredRate) };
  }

  getExternalMetric(): Result<readonly Int64[]> {
    this.#workload.advanceTo(this.#agenda.now);
    return { ok: true, value: [toMilli(this.#workload.offeredRate)] };
  }

  /** Milli-values of a container, or of the first one and a number of sidecars. */
  #resourceColumns(samples: SampleColumns, isCpu: boolean, isSidecar: boolean, sidecars: number): Columns {
    const { names, timestampsMs, windowsMs } = samples;
    const source = isCpu ? samples.cpuMilli : samples.memoryBytes;
    const scale = isCpu ? 1 : MILLI;
    const each = isCpu ? SIDECAR_CPU_MILLI : SIDECAR_MEMORY_BYTES * MILLI;
    const values = isCpu ? this.#cpuValues : this.#memoryValues;
    const added = each * sidecars;
    for (let i = 0; i < names.length; i++) {
      values[i] = isSidecar ? each : (source[i] as number) * scale + added;
    }
    if (names.length < values.length) values.length = names.length;
    return { names, values, timestampsMs, windowsMs };
  }

  /** Every ready pod with its share of the served requests; a ready pod that is not up yet serves none. */
  #fillShares(): Columns {
    this.#workload.advanceTo(this.#agenda.now);
    const { names, values, timestampsMs, windowsMs } = this.#shares;
    const share = toMilli(this.#workload.ratePerPod);
    const now = toApiMs(this.#agenda.now);
    let count = 0;
    for (const pod of this.#pods.pods) {
      if (pod.ready !== 'True' || pod.deleted) continue;
      names[count] = pod.name;
      values[count] = pod.isServing ? share : 0;
      timestampsMs[count] = now;
      windowsMs[count] = DEFAULT_WINDOW_MS;
      count++;
    }
    if (count < names.length) truncate(this.#shares, count);
    return this.#shares;
  }
}
