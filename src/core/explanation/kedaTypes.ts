/** One poll of KEDA's operator explained: structured data made only from what the Trace recorded. */
import type { KedaDecision } from '../keda/operator/types.ts';

export interface KedaExplanation {
  readonly decision: KedaDecision;
  /** of the poll, since the start of the run */
  readonly atSeconds: number;
  /** the one or two plain sentences on top: what KEDA did, and why */
  readonly headline: string;
  /** which of the two clocks decides what, in a sentence */
  readonly clocks: string;
  /** while a cooldown is waited for, and when it ended */
  readonly cooldown?: KedaCooldown;
  /** one a metric that KEDA serves */
  readonly triggers: readonly KedaTriggerLine[];
  /** events of this poll, as Kubernetes has them */
  readonly events: readonly KedaEventLine[];
}

export interface KedaCooldown {
  readonly passedSeconds: number;
  readonly totalSeconds: number;
  /** the first poll after this instant scales down */
  readonly endsSeconds: number;
  readonly text: string;
}

export interface KedaTriggerLine {
  readonly trigger: number;
  readonly name: string;
  readonly type: string;
  /** undefined: it could not be read */
  readonly value?: number;
  readonly active: boolean;
  readonly failed: boolean;
  readonly text: string;
}

export interface KedaEventLine {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
}
