/** What the page says of each feature gate. */
import type { FeatureGate } from '../core/index.ts';

export const GATE_TEXTS: Readonly<Record<FeatureGate, string>> = {
  HPAScaleToZero: 'minReplicas may be 0, with at least one Object or External metric to wake the workload.',
  HPAConfigurableTolerance: 'behavior.scaleUp.tolerance and behavior.scaleDown.tolerance are kept and used.',
  HPAContainerMetrics: 'ContainerResource metrics are looked at; without it such a metric fails.',
  PodLevelResources: 'Requests of the whole pod (spec.resources) decide what utilization is a percentage of.',
  HPAGeneration:
    'An edit of the spec is reconciled at once, and the status says to which generation it belongs.',
  HPAOptimizedSelectorStore: 'Another store finds selectors that meet the same pods.',
  StaleControllerConsistencyHPA:
    'A controller whose cache is behind its own last write waits, instead of deciding on old data.',
};
