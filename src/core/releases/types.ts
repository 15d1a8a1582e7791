/** Kubernetes minors and the feature gates of the HPA. Data only: what each minor does is the table in `index.ts`. */

export const MINORS = ['1.27', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37'] as const;
export type Minor = (typeof MINORS)[number];

export const FEATURE_GATES = [
  'HPAScaleToZero',
  'HPAConfigurableTolerance',
  'HPAContainerMetrics',
  'PodLevelResources',
  'HPAGeneration',
  'HPAOptimizedSelectorStore',
  'StaleControllerConsistencyHPA',
] as const;
export type FeatureGate = (typeof FEATURE_GATES)[number];
export type FeatureGates = Readonly<Partial<Record<FeatureGate, boolean>>>;
