/** What a text with load over time holds. */

export interface LoadSeries {
  readonly name: string;
  /** as the text states it; empty where it does not */
  readonly unit: string;
  /** since the first instant of the whole text, ascending, no two alike; fractions are possible */
  readonly seconds: Float64Array;
  /** finite and not negative, one for each instant; instants without a value are left out */
  readonly values: Float64Array;
  /** why it cannot be a load, and what to do; undefined for one that can */
  readonly problem?: string;
}

/** How the times of a column were read. */
export type TimeKind =
  | 'date'
  | 'clock'
  | 'minutes'
  | 'seconds'
  | 'milliseconds'
  | 'epoch seconds'
  | 'epoch milliseconds'
  | 'epoch microseconds'
  | 'epoch nanoseconds'
  | 'rows';

export interface LoadTextRead {
  readonly ok: true;
  readonly format: 'csv' | 'prometheus';
  /** one at least that can be a load */
  readonly series: readonly LoadSeries[];
  /** from the first instant to the last, of all series */
  readonly spanSeconds: number;
  /** milliseconds since 1970 of the first instant; undefined where the text does not say it */
  readonly startMs: number | undefined;
  readonly time: TimeReading;
  /** what was taken for granted or left out, in sentences */
  readonly notes: readonly string[];
}

export interface TimeReading {
  readonly kind: TimeKind;
  /** index of the column; -1 where rows follow each other at equal distances */
  readonly column: number;
  /** columns that times can be read from; empty for a Prometheus answer */
  readonly candidates: readonly { readonly column: number; readonly name: string }[];
}

export interface LoadTextFailure {
  readonly ok: false;
  /** what is wrong, in which line, and what to do */
  readonly message: string;
}

export type LoadText = LoadTextRead | LoadTextFailure;

/** What a person can say about a text that the text itself does not. */
export interface LoadTextChoices {
  /** column of the times; -1: rows follow each other at equal distances */
  readonly timeColumn?: number;
  /** seconds between two rows without times */
  readonly spacingSeconds?: number;
}
