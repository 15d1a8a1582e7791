/**
 * The Scenario: the one saved document. A run is a pure function of it. It is what the address, a file and the
 * terminal carry.
 */
import type { ClusterSettings } from '../cluster/types.ts';
import type { LoadCurve } from '../load/types.ts';
import type { ControllerFlags } from '../podautoscaler/interfaces.ts';
import type { FeatureGates, Minor } from '../releases/types.ts';

export const SCENARIO_VERSION = 1;

export interface Scenario {
  readonly version: typeof SCENARIO_VERSION;
  /** the manifest exactly as written, comments included */
  readonly manifest: string;
  readonly kubernetes: Minor;
  /** gates that differ from the minor's defaults */
  readonly featureGates: FeatureGates;
  readonly controller: ControllerFlags;
  /** a whole number of seconds */
  readonly durationSeconds: number;
  readonly loads: readonly LoadCurve[];
  readonly cluster: ClusterSettings;
  readonly seed: number;
}
