/**
 * A run in portions: short ones are done at one go, long ones look up now and then to see whether anybody still wants
 * them. The clock measures only; what comes of a run does not depend on the portions.
 */

/** A run under way; `goOn` answers what came of it once it is done. */
export interface PortionedRun<T> {
  /** seconds of the run that have passed */
  readonly atSeconds: number;
  goOn(syncs: number): T | undefined;
}

/** Between two looks at the clock: a few milliseconds of a run with many pods. */
const PORTION_SYNCS = 64;

/** Goes on until the run is done or the time is up; undefined: it is not done. */
export function goOnFor<T>(run: PortionedRun<T>, milliseconds: number, now: () => number): T | undefined {
  const end = now() + milliseconds;
  for (;;) {
    const done = run.goOn(PORTION_SYNCS);
    if (done !== undefined || now() >= end) return done;
  }
}
