/** The library: scenarios that somebody gave a name, kept in this browser. */
import type { Scenario } from '../core/index.ts';

export const LIBRARY_LIMITS = {
  /** those in the bin included */
  entries: 500,
  /** UTF-16 code units */
  nameLength: 100,
  /** of one scenario's JSON, in UTF-16 code units: more than the largest valid scenario has */
  textLength: 16_000_000,
  /** a month; what was deleted can be had back for that long */
  binMs: 30 * 86_400_000,
} as const;

/** What the list shows of a scenario, without the scenario. */
export interface LibraryEntry {
  readonly id: string;
  readonly name: string;
  /** counts its changes: whoever knows a lower one has not seen the newest */
  readonly revision: number;
  /** milliseconds since 1970, as the two below */
  readonly savedAt: number;
  readonly openedAt: number;
  /** set while it lies in the bin */
  readonly deletedAt?: number;
  /** of its JSON, in UTF-16 code units */
  readonly size: number;
}

/** Which state of which entry a tab works on. */
export type LibraryRef = Pick<LibraryEntry, 'id' | 'name' | 'revision'>;

export interface OpenedEntry {
  readonly entry: LibraryEntry;
  readonly scenario: Scenario;
}

export interface SavedEntry {
  readonly entry: LibraryEntry;
  /** another tab had changed or deleted it in the meantime: this is an entry of its own */
  readonly isCopy: boolean;
}

/** `full`: the browser gives no more room. */
export type LibraryFailure = 'full' | 'limit' | 'gone' | 'damaged' | 'unavailable';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: LibraryFailure; readonly message: string };

/** An entry has changed, in this tab or in another. */
export interface LibraryChange {
  readonly id: string;
  readonly here: boolean;
}
