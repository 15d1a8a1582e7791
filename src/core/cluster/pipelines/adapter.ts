import type { PodMetricsInfo } from '../../podautoscaler/interfaces.ts';
import { truncate } from '../sampleColumns.ts';
import { signalFor } from '../signals.ts';
import type { SimulatedPod } from '../simulatedPod.ts';
import { toApiMs } from '../time.ts';
import type { CustomMetricsSettings, SignalBinding } from '../types.ts';
import { Prometheus, type PrometheusSources } from './prometheus.ts';
import { podCounterOf } from './signalValues.ts';

const MILLI = 1000;
/** Window of a custom metric that tells none. @upstream pkg/controller/podautoscaler/metrics/client.go metricServerDefaultMetricWindow */
const DEFAULT_WINDOW_MS = 60_000;

/** Milli-value as an adapter cuts it; a hair's breadth below a whole number counts as it. @rule MB2 */
export function toMilli(value: number): number {
  return Math.floor(value * MILLI + 1e-6);
}

/** One metric of several pods, in the lister's order. */
export class PodValues implements PodMetricsInfo {
  readonly names: string[] = [];
  readonly values: number[] = [];
  namesRevision = 0;
  /** instant of the answer */
  timestampMs = 0;

  /** All samples are of the answer's instant: made when somebody reads them. */
  get timestampsMs(): readonly number[] {
    return this.names.map(() => this.timestampMs);
  }

  get windowsMs(): readonly number[] {
    return this.names.map(() => DEFAULT_WINDOW_MS);
  }
}

interface Cached<T> {
  readonly atSeconds: number;
  readonly value: T;
}

/**
 * The adapter behind the custom and external metrics APIs: asks Prometheus, multiplies by the signal's factor, cuts to
 * milli, and hands an answer out again for a while.
 *
 * @rule MB2 MB3 MB4 CM5
 */
export class Adapter {
  readonly #sources: PrometheusSources;
  readonly #settings: CustomMetricsSettings;
  readonly #bindings: readonly SignalBinding[];
  readonly #byKey = new Map<string, SignalBinding>();
  readonly #totals = new Map<string, Cached<number | undefined>>();
  readonly #pods = new Map<string, Cached<PodValues>>();
  readonly prometheus: Prometheus;

  /** @param keys of the metrics that are going to be asked for */
  constructor(
    sources: PrometheusSources,
    settings: CustomMetricsSettings,
    bindings: readonly SignalBinding[],
    keys: readonly string[],
  ) {
    this.#sources = sources;
    this.#settings = settings;
    this.#bindings = bindings;
    const pods = keys.filter((key) => key.startsWith('pods/'));
    const counters = pods.map((key) => podCounterOf(this.binding(key))).filter((one) => one !== undefined);
    this.prometheus = new Prometheus(sources, settings, [...new Set(counters)]);
  }

  binding(key: string): SignalBinding {
    let found = this.#byKey.get(key);
    if (found === undefined) {
      found = signalFor(this.#bindings, key);
      this.#byKey.set(key, found);
    }
    return found;
  }

  /** What Prometheus answers now, times the signal's factor; undefined where it has nothing. */
  fresh(key: string): number | undefined {
    const binding = this.binding(key);
    const value = this.prometheus.total(binding);
    return value === undefined ? undefined : value * binding.factor;
  }

  /** @returns milli-value; undefined where there is none */
  total(key: string): number | undefined {
    const { now } = this.#sources.agenda;
    const cached = this.#totals.get(key);
    if (cached !== undefined && this.#isFresh(cached)) return cached.value;
    const value = this.fresh(key);
    const milli = value === undefined ? undefined : toMilli(value);
    this.#totals.set(key, { atSeconds: now, value: milli });
    return milli;
  }

  /** The pods that have a value. */
  pods(key: string): PodValues {
    const cached = this.#pods.get(key);
    if (cached !== undefined && this.#isFresh(cached)) return cached.value;
    const values = cached?.value ?? new PodValues();
    this.#fill(values, this.binding(key));
    this.#pods.set(key, { atSeconds: this.#sources.agenda.now, value: values });
    return values;
  }

  #isFresh({ atSeconds }: Cached<unknown>): boolean {
    return this.#sources.agenda.now < atSeconds + this.#settings.cacheSeconds;
  }

  #fill(columns: PodValues, binding: SignalBinding): void {
    const { names, values } = columns;
    columns.timestampMs = toApiMs(this.#sources.agenda.now);
    let count = 0;
    let isRenamed = false;
    this.prometheus.forEachPod(binding, ({ name }: SimulatedPod, value) => {
      if (names[count] !== name) {
        isRenamed = true;
        names[count] = name;
      }
      values[count] = toMilli(value * binding.factor);
      count++;
    });
    if (isRenamed || count < names.length) columns.namesRevision++;
    truncate(names, count);
    truncate(values, count);
  }
}
