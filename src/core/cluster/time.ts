import type { Ms } from '../podautoscaler/interfaces.ts';

/** The instant at which every run starts: 2026-01-01T00:00:00Z. A run never depends on when it is made (TM1). */
export const RUN_START_MS: Ms = 1_767_225_600_000;

/** Exact to the millisecond. @rule TM1 */
export function toMs(seconds: number): Ms {
  return RUN_START_MS + Math.round(seconds * 1000);
}

/** As the API stores instants: cut to whole seconds. @rule TM4 */
export function toApiMs(seconds: number): Ms {
  return RUN_START_MS + Math.floor(seconds + 1e-9) * 1000;
}
