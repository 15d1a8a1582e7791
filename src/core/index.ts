/** The public surface of the core: what everything outside of `src/core` imports. A plain list, by room. */

export type * from './autoscaling/types.ts';
export type * from './cluster/types.ts';
export type * from './explanation/types.ts';
export type * from './load/types.ts';
export type * from './manifest/types.ts';
export type * from './podautoscaler/interfaces.ts';
export type * from './podautoscaler/record.ts';
export { FEATURE_GATES, type FeatureGate, type FeatureGates, MINORS, type Minor } from './releases/types.ts';
export { SCENARIO_VERSION, type Scenario } from './scenario/types.ts';
export * from './trace/types.ts';
