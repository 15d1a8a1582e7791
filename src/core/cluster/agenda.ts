/**
 * What the simulated cluster asks of the clock: the present instant, and to be called again later. The simulation
 * owns the queue; the cluster only writes into it.
 *
 * All instants are seconds since the start of the run; they are negative for what happened before it.
 */

/** Who goes first at the same instant; the order is part of the rules (TM2). */
export const TURN = { pod: 0, scrape: 1, sync: 2 } as const;
export type Turn = (typeof TURN)[keyof typeof TURN];

export interface Agenda {
  /** the instant that the simulation has reached */
  readonly now: number;
  /** Calls `action` when the clock reaches `atSeconds`; entries of one instant and turn keep their order. */
  schedule(atSeconds: number, turn: Turn, action: () => void): void;
}
