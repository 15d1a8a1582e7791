/**
 * The engine compiles what it has seen run a few times. A page that has just shown its first run lets the worker run it
 * again while nobody waits, so that the first drag is not what the compiling is done for.
 */

import { goOnFor, type PortionedRun } from './portions.ts';

export interface PracticeClock {
  /** milliseconds from any origin; measures, never decides */
  now(): number;
  later(action: () => void, ms: number): void;
}

export interface Practice {
  /** The first run was answered: begins a while later. Further calls change nothing. @param start starts it once more */
  begin(start: () => PortionedRun<unknown>): void;
  /** Somebody wants a run: practice is over for good, that is the better one. */
  stop(): void;
}

/** Milliseconds after the first run: the page is loading its other parts until then. */
const WAIT_MS = 1500;
/** Milliseconds of work altogether. */
const ENOUGH_MS = 600;
/** Milliseconds at one go: a request that comes in waits no longer. */
const PORTION_MS = 15;
/** Milliseconds in between: the machine has other things to do. */
const REST_MS = 10;

export function createPractice({ now, later }: PracticeClock): Practice {
  let isBegun = false;
  let isOver = false;
  let worked = 0;
  let run: PortionedRun<unknown> | undefined;

  function work(start: () => PortionedRun<unknown>): void {
    if (isOver) return;
    const from = now();
    for (let left = PORTION_MS; left > 0; left = from + PORTION_MS - now()) {
      run ??= start();
      if (goOnFor(run, left, now) !== undefined) run = undefined;
    }
    worked += now() - from;
    if (worked < ENOUGH_MS) later(() => work(start), REST_MS);
    else run = undefined;
  }

  return {
    begin(start) {
      if (isBegun) return;
      isBegun = true;
      later(() => work(start), WAIT_MS);
    },
    stop() {
      isOver = true;
      run = undefined;
    },
  };
}
