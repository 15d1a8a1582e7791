import { type Agenda, TURN } from '../agenda.ts';
import { scrapeLead } from '../metricsServer.ts';
import type { PodSet } from '../podSet.ts';
import { MODE, type ServingClass } from '../servingClass.ts';
import type { SimulatedPod } from '../simulatedPod.ts';
import type { CustomMetricsSettings, SignalBinding } from '../types.ts';
import { Scrapes, type Series } from './series.ts';
import {
  type Gauges,
  type PodCounter,
  podCount,
  podCountAt,
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
 * While all pods serve and none changes, what their class has counted tells what each of them has: a scrape then reads
 * that alone, and the pods' own samples follow when they are needed (`settle`).
 *
 * With an interval of 0 there is none between the application and the adapter: values are those of the instant.
 *
 * @rule CM1 CM2 CM3 CM4
 */
export class Prometheus {
  readonly #sources: PrometheusSources;
  readonly #settings: CustomMetricsSettings;
  readonly #counters: readonly PodCounter[];
  readonly #scrapes: Scrapes;
  readonly #totals: Record<TotalCounter, Series>;
  /** what the totals had come to when they were set to 0 at the run's start */
  readonly #totalsBefore: Record<TotalCounter, number> = { offered: 0, served: 0 };
  #gauges: Gauges | undefined;
  /** the one class of all pods, if at the latest scrape of each by itself all of them were serving in it */
  #alike: ServingClass | undefined;
  /** what the class's counter stood at, from that scrape on */
  #classCounts: Series = { first: 0, values: [] };
  /** the latest scrapes are in the counter of the class alone, so many */
  #putOff = 0;
  /** the pods' count of changes at the latest scrape */
  #podChanges = -1;
  readonly #scrapeAgain = () => this.#scrape();

  /** @param counters of pods that some metric asks for */
  constructor(sources: PrometheusSources, settings: CustomMetricsSettings, counters: readonly PodCounter[]) {
    this.#sources = sources;
    this.#settings = settings;
    this.#counters = counters;
    this.#scrapes = new Scrapes(settings.scrapeIntervalSeconds, settings.rateWindowSeconds);
    this.#totals = { offered: { first: 0, values: [] }, served: { first: 0, values: [] } };
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
    agenda.schedule(first, TURN.scrape, this.#scrapeAgain);
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
    if (counter !== undefined && rateWindowSeconds > 0) {
      const { now } = this.#sources.agenda;
      return this.#scrapes.rateOf(this.#totals[counter], now, this.#scrapes.firstInRange(now));
    }
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
    const { pods } = this.#sources.pods;
    if (counter !== undefined) {
      if (this.#isDirect) this.#forEachReady(counter, each);
      else this.#forEachSeries(counter, each);
      return;
    }
    const gauges = this.#isDirect ? this.#readGauges() : this.#gauges;
    if (gauges === undefined) return;
    const share = shareValue(binding, gauges, this.#sources);
    for (const pod of pods) {
      if (this.#isDirect ? isReady(pod) : this.#isTarget(pod)) each(pod, share);
    }
  }

  #forEachReady(counter: PodCounter, each: (pod: SimulatedPod, value: number) => void): void {
    const { agenda, workload, pods } = this.#sources;
    workload.advanceTo(agenda.now);
    for (const pod of pods.pods) if (isReady(pod)) each(pod, podRate(counter, pod, this.#sources));
  }

  #forEachSeries(counter: PodCounter, each: (pod: SimulatedPod, value: number) => void): void {
    const { agenda, pods } = this.#sources;
    const { now } = agenda;
    const isRate = this.#settings.rateWindowSeconds > 0;
    const from = this.#scrapes.firstInRange(now);
    if (this.#putOff > 0 && from >= this.#classCounts.first) {
      this.#forEachAlike(counter, from, each);
      return;
    }
    this.settle();
    for (const pod of pods.pods) {
      const series = this.#isTarget(pod) ? pod.scraped[counter] : undefined;
      if (series === undefined) continue;
      const value = isRate ? this.#scrapes.rateOf(series, now, from) : this.#scrapes.valueOf(series);
      if (value !== undefined) each(pod, value);
    }
  }

  /** The same while no range reaches back before the scrapes that are put off. */
  #forEachAlike(counter: PodCounter, from: number, each: (pod: SimulatedPod, value: number) => void): void {
    const { agenda, pods } = this.#sources;
    const { latest } = this.#scrapes;
    if (from >= latest) return;
    for (const pod of pods.pods) {
      if (!this.#isTarget(pod)) continue;
      const first = this.#countAt(counter, pod, from);
      const value = this.#scrapes.rateBetween(from, first, this.#countAt(counter, pod, latest), agenda.now);
      if (value !== undefined) each(pod, value);
    }
  }

  /** What a pod's counter stood at when a scrape happened that was put off. */
  #countAt(counter: PodCounter, pod: SimulatedPod, scrape: number): number {
    const perPod = this.#scrapes.valueAt(this.#classCounts, scrape);
    return podCountAt(counter, pod, this.#sources, this.#scrapes.instantOf(scrape), perPod);
  }

  /** Brings every pod's own samples up to the latest scrape; to be called before any pod changes. */
  settle(): void {
    if (this.#putOff === 0) return;
    const { latest, reach } = this.#scrapes;
    const first = latest - Math.min(this.#putOff, reach) + 1;
    const isLong = this.#putOff > reach;
    const targets = this.#sources.pods.pods.filter((pod) => this.#isTarget(pod));
    this.#putOff = 0;
    for (const pod of targets) {
      pod.lastScrape = latest;
      for (const counter of this.#counters) {
        const series = pod.scraped[counter] as Series;
        // older ones are out of every range's reach
        if (isLong) this.#scrapes.restart(series, first);
        for (let scrape = first; scrape <= latest; scrape++) {
          this.#scrapes.put(series, this.#countAt(counter, pod, scrape));
        }
      }
    }
  }

  /** Whether a pod's application was up at the latest scrape. */
  #isTarget(pod: SimulatedPod): boolean {
    return pod.lastScrape >= 0 && pod.lastScrape === this.#scrapes.latest - this.#putOff;
  }

  #readGauges(): Gauges {
    const { agenda, workload } = this.#sources;
    workload.advanceTo(agenda.now);
    return readGauges(this.#sources, agenda.now);
  }

  #scrape(): void {
    const { agenda, pods } = this.#sources;
    const { now } = agenda;
    agenda.schedule(now + this.#settings.scrapeIntervalSeconds, TURN.scrape, this.#scrapeAgain);
    this.#gauges = this.#readGauges();
    const isSteady = this.#podChanges === pods.changes;
    if (!isSteady) this.settle();
    this.#scrapes.begin(now);
    const { workload } = this.#sources;
    this.#scrapes.put(this.#totals.offered, this.#totalsBefore.offered + workload.requestsOffered);
    this.#scrapes.put(this.#totals.served, this.#totalsBefore.served + workload.requestsServed);
    if (this.#alike !== undefined && isSteady) {
      this.#scrapes.put(this.#classCounts, this.#alike.requestsPerPod);
      this.#putOff++;
      return;
    }
    this.#podChanges = pods.changes;
    this.#scrapeEach();
  }

  #scrapeEach(): void {
    const { pods } = this.#sources.pods;
    const isFirst = this.#scrapes.latest === 0;
    const common = this.#settings.rateWindowSeconds > 0 ? pods[0]?.servingClass : undefined;
    let isAlike = common !== undefined;
    for (const pod of pods) {
      isAlike &&= isUp(pod) && pod.mode === MODE.serving && pod.servingClass === common;
      if (!isUp(pod)) continue;
      const goesOn = !isFirst && pod.lastScrape === this.#scrapes.latest - 1;
      for (const counter of this.#counters) this.#scrapePod(counter, pod, goesOn);
      pod.lastScrape = this.#scrapes.latest;
    }
    this.#alike = isAlike ? common : undefined;
    if (this.#alike === undefined) return;
    this.#scrapes.restart(this.#classCounts, this.#scrapes.latest);
    this.#scrapes.put(this.#classCounts, this.#alike.requestsPerPod);
  }

  /** @param goesOn whether the scrape before saw the pod too; else its series begins anew */
  #scrapePod(counter: PodCounter, pod: SimulatedPod, goesOn: boolean): void {
    const { scraped } = pod;
    const known = goesOn ? scraped[counter] : undefined;
    const series = known ?? this.#scrapes.newSeries();
    if (known === undefined) scraped[counter] = series;
    const read = this.#settings.rateWindowSeconds === 0 ? podRate : podCount;
    this.#scrapes.put(series, read(counter, pod, this.#sources));
  }
}

function isReady(pod: SimulatedPod): boolean {
  return pod.ready === 'True' && !pod.deleted;
}

/** Whether the application answers a scrape. */
function isUp(pod: SimulatedPod): boolean {
  return pod.isRunning && pod.isUp;
}
