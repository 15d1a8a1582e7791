import { type Agenda, TURN } from '../agenda.ts';
import { scrapeLead } from '../metricsServer.ts';
import type { PodSet } from '../podSet.ts';
import type { SimulatedPod } from '../simulatedPod.ts';
import type { CustomMetricsSettings, SignalBinding } from '../types.ts';
import { extrapolatedRate, type Scraped } from './rate.ts';
import {
  type Gauges,
  type PodCounter,
  podCount,
  podCounterOf,
  podRate,
  readGauges,
  type SignalSources,
  shareValue,
  totalValue,
} from './signalValues.ts';

export interface PrometheusSources extends SignalSources {
  readonly agenda: Agenda;
  readonly pods: PodSet;
}

/** What is counted for the workload as a whole. */
type TotalCounter = 'offered' | 'served';

function totalCounterOf({ source }: SignalBinding): TotalCounter | undefined {
  return source === 'offered' || source === 'served' ? source : undefined;
}

/**
 * Prometheus: reads what the application shows from time to time, and answers from what it has read. Counters are
 * answered as their `rate()` over a range, everything else as it was at the latest scrape.
 *
 * With an interval of 0 there is none between the application and the adapter: values are those of the instant.
 *
 * @rule CM1 CM2 CM3 CM4
 */
export class Prometheus {
  readonly #sources: PrometheusSources;
  readonly #settings: CustomMetricsSettings;
  readonly #counters: readonly PodCounter[];
  readonly #series: Record<PodCounter, Map<SimulatedPod, Scraped[]>> = {
    requests: new Map(),
    cpu: new Map(),
  };
  readonly #totals: Record<TotalCounter, Scraped[]> = { offered: [], served: [] };
  /** what the totals had come to when they were set to 0 at the run's start */
  readonly #totalsBefore: Record<TotalCounter, number> = { offered: 0, served: 0 };
  #gauges: Gauges | undefined;
  /** pods whose application was up at the latest scrape, in the lister's order */
  #targets: readonly SimulatedPod[] = [];
  #isTarget: ReadonlySet<SimulatedPod> = new Set();
  /** the pods' count of changes at the latest scrape: while it stands still, the targets are the pods that answer */
  #targetsOf = -1;
  /** each target's samples, in the targets' order */
  readonly #samplesOf: Record<PodCounter, readonly Scraped[][]> = { requests: [], cpu: [] };

  /** @param counters of pods that some metric asks for */
  constructor(sources: PrometheusSources, settings: CustomMetricsSettings, counters: readonly PodCounter[]) {
    this.#sources = sources;
    this.#settings = settings;
    this.#counters = counters;
  }

  get #isDirect(): boolean {
    return this.#settings.scrapeIntervalSeconds === 0;
  }

  /** Begins to scrape, a little before multiples of the interval. @rule CM1 CM2 */
  start(): void {
    if (this.#isDirect) return;
    const { agenda } = this.#sources;
    const interval = this.#settings.scrapeIntervalSeconds;
    const lead = scrapeLead(interval);
    const first = Math.ceil((agenda.now + lead) / interval) * interval - lead;
    agenda.schedule(first, TURN.scrape, () => this.#scrape());
  }

  /** The workload's totals begin at 0 again; the counters here go on. */
  beforeTotalsReset(): void {
    const { workload } = this.#sources;
    this.#totalsBefore.offered += workload.requestsOffered;
    this.#totalsBefore.served += workload.requestsServed;
  }

  /**
   * The value for the whole workload, before the signal's factor.
   *
   * @returns undefined where there is no series, or none with two samples
   */
  total(binding: SignalBinding): number | undefined {
    if (this.#isDirect) return totalValue(binding, this.#readGauges(), this.#sources);
    const counter = totalCounterOf(binding);
    const { rateWindowSeconds } = this.#settings;
    if (counter !== undefined && rateWindowSeconds > 0) return this.#rate(this.#totals[counter]);
    return this.#gauges && totalValue(binding, this.#gauges, this.#sources);
  }

  /**
   * Calls back with each pod that has a value, in the lister's order.
   *
   * @param each told the value before the signal's factor
   * @rule MB2 CM4
   */
  forEachPod(binding: SignalBinding, each: (pod: SimulatedPod, value: number) => void): void {
    const counter = podCounterOf(binding);
    const gauges = this.#isDirect ? this.#readGauges() : this.#gauges;
    if (gauges === undefined) return;
    const share = counter === undefined ? shareValue(binding, gauges, this.#sources) : 0;
    if (!this.#isDirect && this.#targetsOf === this.#sources.pods.changes) {
      this.#forEachTarget(counter, share, each);
      return;
    }
    for (const pod of this.#sources.pods.pods) {
      const value = counter === undefined ? this.#gaugeOf(pod, share) : this.#countOf(counter, pod);
      if (value !== undefined) each(pod, value);
    }
  }

  /** The same while no pod has changed since the latest scrape: nothing has to be looked up. */
  #forEachTarget(
    counter: PodCounter | undefined,
    share: number,
    each: (pod: SimulatedPod, value: number) => void,
  ): void {
    const samplesOf = counter === undefined ? undefined : this.#samplesOf[counter];
    for (let i = 0; i < this.#targets.length; i++) {
      const value = samplesOf === undefined ? share : this.#valueOf(samplesOf[i] as Scraped[]);
      if (value !== undefined) each(this.#targets[i] as SimulatedPod, value);
    }
  }

  #readGauges(): Gauges {
    const { agenda, workload } = this.#sources;
    workload.advanceTo(agenda.now);
    return readGauges(this.#sources, agenda.now);
  }

  #gaugeOf(pod: SimulatedPod, share: number): number | undefined {
    if (this.#isDirect) return isReady(pod) ? share : undefined;
    return this.#isTarget.has(pod) ? share : undefined;
  }

  #countOf(counter: PodCounter, pod: SimulatedPod): number | undefined {
    if (this.#isDirect) return isReady(pod) ? podRate(counter, pod, this.#sources) : undefined;
    const samples = this.#series[counter].get(pod);
    if (samples === undefined || !this.#isTarget.has(pod)) return undefined;
    return this.#valueOf(samples);
  }

  #valueOf(samples: readonly Scraped[]): number | undefined {
    return this.#settings.rateWindowSeconds > 0 ? this.#rate(samples) : samples[samples.length - 1]?.value;
  }

  #rate(samples: readonly Scraped[]): number | undefined {
    const { now } = this.#sources.agenda;
    const range = this.#settings.rateWindowSeconds;
    let first = 0;
    while (first < samples.length && (samples[first] as Scraped).atSeconds <= now - range) first++;
    return extrapolatedRate(samples, now, range, first);
  }

  #scrape(): void {
    const { agenda, pods } = this.#sources;
    const { now } = agenda;
    agenda.schedule(now + this.#settings.scrapeIntervalSeconds, TURN.scrape, () => this.#scrape());
    this.#gauges = this.#readGauges();
    const { workload } = this.#sources;
    this.#push(this.#totals.offered, this.#totalsBefore.offered + workload.requestsOffered);
    this.#push(this.#totals.served, this.#totalsBefore.served + workload.requestsServed);
    const isSteady = this.#targetsOf === pods.changes;
    if (!isSteady) this.#findTargets();
    for (const counter of this.#counters) {
      if (!isSteady) this.#findSamples(counter);
      this.#scrapePods(counter);
    }
  }

  #findTargets(): void {
    const { pods } = this.#sources;
    this.#targets = pods.pods.filter(isUp);
    this.#isTarget = new Set(this.#targets);
    this.#targetsOf = pods.changes;
  }

  /** Goes on with the series of the targets that have one; those of other pods end. */
  #findSamples(counter: PodCounter): void {
    const old = this.#series[counter];
    const samplesOf = this.#targets.map((pod) => old.get(pod) ?? []);
    this.#samplesOf[counter] = samplesOf;
    this.#series[counter] = new Map(
      samplesOf.map((samples, i) => [this.#targets[i] as SimulatedPod, samples]),
    );
  }

  #scrapePods(counter: PodCounter): void {
    const samplesOf = this.#samplesOf[counter];
    const read = this.#settings.rateWindowSeconds === 0 ? podRate : podCount;
    for (let i = 0; i < this.#targets.length; i++) {
      const value = read(counter, this.#targets[i] as SimulatedPod, this.#sources);
      this.#push(samplesOf[i] as Scraped[], value);
    }
  }

  /** Adds a sample in the place of those that no range reaches any more. */
  #push(samples: Scraped[], value: number): void {
    const { now } = this.#sources.agenda;
    let sample: Scraped | undefined;
    for (let oldest = samples[0]; oldest !== undefined; oldest = samples[0]) {
      if (oldest.atSeconds > now - this.#settings.rateWindowSeconds) break;
      sample = samples.shift();
    }
    if (sample === undefined) samples.push({ atSeconds: now, value });
    else {
      sample.atSeconds = now;
      sample.value = value;
      samples.push(sample);
    }
  }
}

function isReady(pod: SimulatedPod): boolean {
  return pod.ready === 'True' && !pod.deleted;
}

/** Whether the application answers a scrape. */
function isUp(pod: SimulatedPod): boolean {
  return pod.isRunning && pod.isUp;
}
