/**
 * The Scenario: the one saved document. A run is a pure function of it. It is what the address, a file and the
 * terminal carry.
 */
import type { ClusterSettings, SignalBinding } from '../cluster/types.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ControllerFlags } from '../podautoscaler/interfaces.ts';
import type { FeatureGates, Minor } from '../releases/types.ts';
import type { TimelineEvent } from './events.ts';

export type { SignalBinding } from '../cluster/types.ts';
export type { TimelineEvent } from './events.ts';

export const SCENARIO_VERSION = 2;

export interface Scenario {
  readonly version: typeof SCENARIO_VERSION;
  /** the manifest exactly as written, comments included */
  readonly manifest: string;
  /** key of the HPA that is meant, where the manifest holds several */
  readonly hpa?: string;
  readonly kubernetes: Minor;
  /** gates that differ from the minor's defaults */
  readonly featureGates: FeatureGates;
  readonly controller: ControllerFlags;
  /** a whole number of seconds */
  readonly durationSeconds: number;
  readonly loads: readonly LoadCurve[];
  readonly cluster: ClusterSettings;
  /** what the metrics of the manifest are bound to; a metric that none of them names is bound by its type and name */
  readonly signals: readonly SignalBinding[];
  /** what happens to the cluster at a given instant, in any order */
  readonly events: readonly TimelineEvent[];
  readonly seed: number;
}
