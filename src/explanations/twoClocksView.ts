/** What stands under *Two clocks*, as data. */
import type { KedaExplanation } from '../core/index.ts';

export interface TriggerRow {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly activation: string;
  readonly target: string;
  readonly active: string;
  /** a sentence with all of it */
  readonly text: string;
}

export interface TwoClocksView {
  readonly explanation: KedaExplanation;
  /** "Polled at 00:10:30, next at 00:11:00" */
  readonly polled: string;
  /** "Last active at 00:04:30, 6 min 15 s before" */
  readonly lastActive: string;
  readonly triggers: readonly TriggerRow[];
  /** who made the count what it is */
  readonly changed: string;
  /** at zero replicas: why the HPA is off and that this is in order */
  readonly atZero: string | undefined;
}

/** What the two clocks are for, always the same. */
export const COOLDOWN_RULE =
  'cooldownPeriod governs only the last step to zero. From many to one it is the HPA’s stabilization window.';
