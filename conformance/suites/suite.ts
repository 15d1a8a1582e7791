/** What every suite reports. */

export interface Mismatch {
  /** file, or file and case */
  readonly where: string;
  /** place inside: `t=30 status.conditions[1].message` */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface SuiteResult {
  readonly suite: string;
  /** Kubernetes minor */
  readonly minor: string;
  readonly cases: number;
  /** reconciles, for suites of traces */
  readonly steps?: number;
  /** mismatching steps, or cases for suites without steps; files that cannot be read count as one each */
  readonly mismatches: number;
  /** the first few */
  readonly shown: readonly Mismatch[];
}

/** A suite of which vectors were found, but that this project cannot check yet. */
export interface UncheckedSuite {
  readonly suite: string;
  readonly minor: string;
  readonly cases: number;
}

const SHOWN = 5;

/** Counts mismatches and keeps the first. */
export class Tally {
  cases = 0;
  steps = 0;
  mismatches = 0;
  readonly shown: Mismatch[] = [];

  mismatch(mismatch: Mismatch): void {
    this.mismatches += 1;
    if (this.shown.length < SHOWN) this.shown.push(mismatch);
  }

  /** A file, or something in it, that could not be made sense of. */
  unreadable(where: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.mismatch({ where, path: '', expected: 'a file of the documented format', actual: reason });
  }
}
