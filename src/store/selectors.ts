/** Values derived from the state. Named here, computed when asked, stored nowhere. */
import { LIMITER_KINDS, type LimiterKind, type PodLife } from '../core/index.ts';
import type { AppState } from './state.ts';
import { changeBeside, decidingSync, secondsOfSync } from './syncs.ts';
import type { ManifestView } from './viewSlice.ts';

const NO_PODS: readonly PodLife[] = [];

export function selectSelectedSeconds({ trace, selectedSync }: AppState): number {
  return trace === undefined ? 0 : secondsOfSync(trace, selectedSync);
}

/** End of the time axis: what the scenario asks for, also before the first run. */
export function selectDurationSeconds({ scenario }: AppState): number {
  return scenario.durationSeconds;
}

export function selectSyncCount({ trace }: AppState): number {
  return trace?.syncs.atSeconds.length ?? 0;
}

/** Whether the text runs by a ScaledObject, or would if it had no errors. */
export function selectHasScaledObject({ verdict }: AppState): boolean {
  if (verdict === undefined) return false;
  const { hpas, chosenHpa, manifest } = verdict;
  if (manifest !== undefined) return manifest.keda !== undefined;
  return (hpas.find(({ key }) => key === chosenHpa) ?? hpas[0])?.kind === 'ScaledObject';
}

/** As it was chosen; an HPA is made only of a ScaledObject. */
export function selectManifestView(state: AppState): ManifestView {
  const { manifestView } = state;
  return manifestView === 'generated' && !selectHasScaledObject(state) ? 'text' : manifestView;
}

/** Those of the HPA, and those of KEDA. */
export function selectEventCount({ trace }: AppState): number {
  return (trace?.events.length ?? 0) + (trace?.keda?.events.length ?? 0);
}

export function selectPods({ trace }: AppState): readonly PodLife[] {
  return trace?.pods ?? NO_PODS;
}

export function selectHasChange(step: 1 | -1): (state: AppState) => boolean {
  return ({ trace, selectedSync }) =>
    trace !== undefined && changeBeside(trace, selectedSync, step) !== undefined;
}

/** The run shows no change although metrics could be read: the load does not reach what the manifest reacts to. */
export function selectNothingScales({ trace, traceIsStale }: AppState): boolean {
  if (trace === undefined || traceIsStale) return false;
  const { scaleUps, scaleDowns } = trace.summary;
  return scaleUps + scaleDowns === 0 && trace.metrics.some(({ current }) => current.some(Number.isFinite));
}

export interface SyncFigures {
  readonly seconds: number;
  readonly desiredReplicas: number;
  readonly currentReplicas: number;
  readonly limiter: LimiterKind;
}

/** The selected sync in the columns of the run; undefined before the first run. */
export function syncFigures({ trace, selectedSync }: AppState): SyncFigures | undefined {
  if (trace === undefined) return undefined;
  const { atSeconds, desiredReplicas, currentReplicas, limiter } = trace.syncs;
  const seconds = atSeconds[selectedSync];
  if (seconds === undefined) return undefined;
  return {
    seconds,
    desiredReplicas: desiredReplicas[selectedSync] ?? -1,
    currentReplicas: currentReplicas[selectedSync] ?? -1,
    limiter: LIMITER_KINDS[limiter[selectedSync] ?? 0] ?? 'none',
  };
}

/** Where a window or a policy decided the selected sync: the earlier sync that it hangs on. */
export function selectDecidingSync(state: AppState): number | undefined {
  const { trace, traceRun, explained, selectedSync } = state;
  if (trace === undefined || explained === undefined || explained.run !== traceRun) return undefined;
  return explained.step.index === selectedSync ? decidingSync(trace, explained.step) : undefined;
}
