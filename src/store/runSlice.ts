/** What the worker answered: the newest verdict on the text, the last run that could be made, one sync explained. */
import type { Advice, Explanation, ManifestResult, Problem, SyncStep, Trace } from '../core/index.ts';
import type { RunResponse, WatchView } from '../worker/protocol.ts';
import { selectIsCovered } from './lessonSlice.ts';
import type { Slice } from './scenarioSlice.ts';
import type { AppState } from './state.ts';
import { clampSync, openingSync, secondsOfSync, syncAt } from './syncs.ts';

export interface Explained {
  readonly run: number;
  readonly step: SyncStep;
  readonly explanation: Explanation;
}

/** What a watch has printed by a sync of a run. */
export interface Watched {
  readonly run: number;
  readonly sync: number;
  readonly view: WatchView;
}

export interface RunFailure {
  /**
   * `limit`: the core refused or failed; `worker`: the worker died or hung and was replaced; `cancelled`: somebody
   * asked for it
   */
  readonly kind: 'limit' | 'worker' | 'cancelled';
  readonly message: string;
}

export interface RunSlice {
  readonly running: boolean;
  /** of a run that takes long: the share of its time that has been simulated, 0 to 1 */
  readonly progress: number | undefined;
  /** of the newest text that was read */
  readonly problems: readonly Problem[];
  /** what the API's schema says of the documents beside the HPA */
  readonly schemaProblems: readonly Problem[];
  /** everything that is known of the newest text that was read */
  readonly verdict: ManifestResult | undefined;
  /** revision of the newest run that was answered, with a trace or without */
  readonly answeredRun: number | undefined;
  /** on the newest text that was reviewed, with evidence from its run */
  readonly advice: readonly Advice[];
  /** false: not in the manifest, stated defaults are used; undefined: nothing read yet */
  readonly workloadWritten: boolean | undefined;
  /** the last run that could be made */
  readonly trace: Trace | undefined;
  /** revision of that run */
  readonly traceRun: number | undefined;
  /** the document that run belongs to, by `ScenarioSlice.opened` */
  readonly traceOpened: number | undefined;
  /** the scenario has moved on to something that does not run; the charts show the last that did */
  readonly traceIsStale: boolean;
  readonly elapsedMs: number | undefined;
  readonly failure: RunFailure | undefined;
  readonly explained: Explained | undefined;
  readonly explainFailure: string | undefined;
  readonly watched: Watched | undefined;
  startRun(): void;
  showProgress(share: number): void;
  /** the newest text was read, but not run yet */
  showVerdict(verdict: ManifestResult): void;
  showSchemaProblems(problems: readonly Problem[]): void;
  /** @param hasNewer a newer run is under way already */
  finishRun(response: RunResponse, opened: number, hasNewer?: boolean): void;
  /** @param hasNewer a newer run is under way already */
  failRun(failure: RunFailure, hasNewer?: boolean): void;
  showExplanation(explained: Explained): void;
  failExplanation(message: string): void;
  showAdvice(advice: readonly Advice[]): void;
  showWatch(watched: Watched): void;
}

export const runSlice: Slice<RunSlice> = (set, get) => ({
  running: true,
  progress: undefined,
  problems: [],
  schemaProblems: [],
  verdict: undefined,
  advice: [],
  answeredRun: undefined,
  workloadWritten: undefined,
  trace: undefined,
  traceRun: undefined,
  traceOpened: undefined,
  traceIsStale: false,
  elapsedMs: undefined,
  failure: undefined,
  explained: undefined,
  explainFailure: undefined,
  watched: undefined,

  startRun() {
    // What was cancelled on purpose is said until there is another run; a failure stays until one succeeds.
    const wasCancelled = get().failure?.kind === 'cancelled';
    set({ running: true, ...(wasCancelled ? { failure: undefined } : {}) });
  },
  showProgress: (progress) => set({ progress }),
  showSchemaProblems(schemaProblems) {
    const isNews = schemaProblems.length + get().schemaProblems.length > 0;
    if (isNews) set({ schemaProblems });
  },
  showVerdict: (verdict) =>
    set({
      verdict,
      problems: verdict.problems,
      traceIsStale: get().traceIsStale || (verdict.manifest === undefined && get().trace !== undefined),
    }),
  finishRun(response, opened, hasNewer = false) {
    const { manifest, trace, elapsedMs, revision } = response;
    const answer = {
      running: hasNewer,
      progress: undefined,
      problems: manifest.problems,
      verdict: manifest,
      answeredRun: revision,
      elapsedMs,
      failure: undefined,
    };
    if (trace === undefined) {
      set({ ...answer, traceIsStale: get().trace !== undefined });
      return;
    }
    const sameDocument = get().traceOpened === opened;
    set({
      ...answer,
      workloadWritten: manifest.manifest?.workload.written,
      trace,
      traceRun: revision,
      traceOpened: opened,
      traceIsStale: false,
      selectedSync: sameDocument ? sameInstant(get(), trace) : firstShown(get(), trace),
    });
  },
  failRun: (failure, hasNewer = false) =>
    set({ running: hasNewer, progress: undefined, failure, traceIsStale: get().trace !== undefined }),
  showExplanation: (explained) => set({ explained, explainFailure: undefined }),
  showWatch: (watched) => set({ watched }),
  failExplanation: (explainFailure) => set({ explainFailure }),
  showAdvice: (advice) => set({ advice }),
});

/** Where a run opens: not at what somebody is about to predict. */
function firstShown(state: AppState, trace: Trace): number {
  return selectIsCovered(state) ? 0 : openingSync(trace);
}

/** The sync of another run at the instant of the selected one: its syncs may stand elsewhere. */
function sameInstant(
  { trace, selectedSync }: { readonly trace: Trace | undefined; readonly selectedSync: number },
  next: Trace,
): number {
  if (trace === undefined) return clampSync(next, selectedSync);
  return syncAt(next, secondsOfSync(trace, selectedSync));
}
