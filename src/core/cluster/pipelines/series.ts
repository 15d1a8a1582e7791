/**
 * The samples of counters. Every target is read at the same instants, so those are kept once for all series; a series
 * keeps its values alone, and the number of the scrape that its first one is of.
 */
import { extrapolatedRate } from './rate.ts';

/** One counter's values: those of the scrapes since the first one that is kept, without a gap. */
export interface Series {
  /** number of the scrape that the first value is of */
  first: number;
  readonly values: number[];
}

/** Values that no range reaches any more are dropped this many at a time, or more. */
const FEWEST_DROPPED = 64;

export class Scrapes {
  /** seconds */
  readonly #instants: Series = { first: 0, values: [] };
  readonly #range: number;
  /** scrapes that a range can reach, at most */
  readonly reach: number;
  readonly #mostKept: number;
  /** number of the latest scrape; -1 before the first */
  latest = -1;

  /**
   * @param interval between two scrapes, seconds
   * @param range    of `rate()`, seconds; 0: only the latest values are read
   */
  constructor(interval: number, range: number) {
    this.#range = range;
    this.reach = Math.ceil(range / interval) + 1;
    this.#mostKept = this.reach + Math.max(this.reach, FEWEST_DROPPED);
  }

  /** A scrape happens. */
  begin(atSeconds: number): void {
    this.latest++;
    this.put(this.#instants, atSeconds);
  }

  /** A series that the present scrape begins; it has no value yet. */
  newSeries(): Series {
    return { first: this.latest, values: [] };
  }

  /** Adds the present scrape's value to a series that has those of all scrapes before it. */
  put(series: Series, value: number): void {
    const { values } = series;
    if (values.length >= this.#mostKept) {
      const dropped = values.length - this.reach;
      values.splice(0, dropped);
      series.first += dropped;
    }
    values.push(value);
  }

  /** The value of the latest scrape. */
  valueOf({ values }: Series): number {
    return values[values.length - 1] as number;
  }

  /** Number of the first scrape within the range that ends now; the next one's if there is none. @rule CM3 */
  firstInRange(now: number): number {
    const { first, values } = this.#instants;
    let from = Math.max(0, values.length - this.reach);
    while (from < values.length && (values[from] as number) <= now - this.#range) from++;
    return first + from;
  }

  /** The value of a scrape that a range reaches. */
  valueAt({ first, values }: Series, scrape: number): number {
    return values[scrape - first] as number;
  }

  /** The instant of a scrape that a range reaches, seconds. */
  instantOf(scrape: number): number {
    return this.valueAt(this.#instants, scrape);
  }

  /** Lets a series begin at another scrape; it has no value yet. */
  restart(series: Series, scrape: number): void {
    series.first = scrape;
    series.values.length = 0;
  }

  /**
   * `rate()` of a series.
   *
   * @param from `firstInRange` of the present instant
   * @returns per second; undefined with fewer than two samples
   * @rule CM3
   */
  rateOf(series: Series, now: number, from: number): number | undefined {
    const start = Math.max(series.first, from);
    if (start >= this.latest) return undefined;
    return this.rateBetween(start, this.valueAt(series, start), this.valueOf(series), now);
  }

  /**
   * `rate()` of what was counted from a scrape to the latest one.
   *
   * @param start number of that scrape
   * @returns per second; undefined with fewer than two samples
   * @rule CM3
   */
  rateBetween(start: number, firstValue: number, lastValue: number, now: number): number | undefined {
    const samples = {
      count: this.latest - start + 1,
      firstAt: this.instantOf(start),
      firstValue,
      lastAt: this.instantOf(this.latest),
      lastValue,
    };
    return extrapolatedRate(samples, now, this.#range);
  }
}
