/** Which scenario is run beside the present one. Pure. */
import type { ManifestResult, Scenario } from '../core/index.ts';
import { onSameLoad } from './sameLoad.ts';
import type { Rival, WhatIf } from './types.ts';
import { askedOf } from './whatIf.ts';

export interface Compared {
  /** A: the scenario that was kept */
  readonly kept: Scenario | undefined;
  /** takes the place of A as long as it is asked */
  readonly whatIf: WhatIf | undefined;
  readonly present: Scenario;
  /** which of the HPAs in the present text */
  readonly hpa: number;
}

/** Undefined: nothing is compared. */
export function rivalOf({ kept, whatIf, present, hpa }: Compared): Rival | undefined {
  if (whatIf !== undefined) return askedOf(present, whatIf, hpa);
  if (kept === undefined) return undefined;
  return { ok: true, label: 'A: desired', scenario: onSameLoad(kept, present) };
}

/** Which of the HPAs in a text is the one that runs. */
export function chosenHpa(verdict: ManifestResult | undefined): number {
  return Math.max(0, verdict?.hpas.findIndex(({ key }) => key === verdict.chosenHpa) ?? 0);
}
