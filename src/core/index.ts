/** The public surface of the core: what everything outside of `src/core` imports. A plain list, by room. */

export { type Adviser, adviseManifest, adviseRun, reviewManifest } from './advice/adviseManifest.ts';
export type { AdviceInput } from './advice/review.ts';
export { saysTheSame } from './advice/saidTwice.ts';
export type { Advice } from './advice/types.ts';
export type * from './autoscaling/types.ts';
export { guessSignal, metricKey, signalFor } from './cluster/signals.ts';
export { RUN_START_MS } from './cluster/time.ts';
export type * from './cluster/types.ts';
export type * from './expectations/types.ts';
export { explain } from './explanation/explain.ts';
export { explainPoll, pollAt } from './explanation/keda.ts';
export type * from './explanation/kedaTypes.ts';
export type * from './explanation/types.ts';
export type * from './keda/types.ts';
export { humanDuration } from './kubectl/duration.ts';
export { eventLog } from './kubectl/eventLog.ts';
export { type KubectlCommand, type KubectlSession, kubectlSession, watchCommand } from './kubectl/session.ts';
export type { PredictionAnswer } from './lesson/predictions.ts';
export type * from './lesson/sheet.ts';
export type * from './lesson/types.ts';
export { LOAD_PRESETS, type LoadPreset } from './load/presets/outlines.ts';
export { presetLoad } from './load/presets/presetLoad.ts';
export { integrateLoad, sampleLoad } from './load/sample.ts';
export * from './load/types.ts';
export { editAutoscaler, writtenAutoscalers } from './manifest/edits/editAutoscaler.ts';
export { formatManifest } from './manifest/edits/formatManifest.ts';
export type * from './manifest/edits/types.ts';
export { hpaText } from './manifest/hpaText.ts';
export { closest } from './manifest/nearest.ts';
export { readManifest } from './manifest/read.ts';
export type * from './manifest/types.ts';
export { type WrittenDocument, writtenDocuments } from './manifest/writtenDocuments.ts';
export type * from './podautoscaler/interfaces.ts';
export type * from './podautoscaler/record.ts';
export { FEATURE_GATES, type FeatureGate, type FeatureGates, MINORS, type Minor } from './releases/types.ts';
export {
  CHANGEABLE_SETTINGS,
  type ChangeableSetting,
  type MetricsApiName,
  type TimelineEvent,
  type TimelineEventKind,
} from './scenario/events.ts';
export { SCENARIO_LIMITS } from './scenario/limits.ts';
export { newScenario, type ScenarioOverrides } from './scenario/newScenario.ts';
export { parseScenario, type ScenarioResult } from './scenario/parse.ts';
export { readScenario } from './scenario/readScenario.ts';
export { readScenarioFile, SCENARIO_KIND, scenarioJson, scenarioYaml } from './scenario/scenarioFile.ts';
export { stretchScenario } from './scenario/stretch.ts';
export { SCENARIO_VERSION, type Scenario } from './scenario/types.ts';
export { checkLimits, type LimitExceeded, SIMULATION_LIMITS } from './simulation/limits.ts';
export { recordRun } from './simulation/recordRun.ts';
export {
  type Simulation,
  type StartedSimulation,
  simulate,
  startSimulation,
} from './simulation/simulate.ts';
export * from './trace/kedaTypes.ts';
export { type RecordedTrace, recordedTraceText } from './trace/recorded.ts';
export * from './trace/types.ts';
