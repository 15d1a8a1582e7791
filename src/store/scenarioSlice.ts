/**
 * The document that is being worked on, and the work that was put aside for it. Only actions change it; the run, the
 * address and the autosave follow as subscribers.
 */
import type { StateCreator } from 'zustand/vanilla';
import {
  type ClusterSettings,
  type ControllerFlags,
  type FeatureGate,
  type LoadCurve,
  type Minor,
  type Scenario,
  type SignalBinding,
  stretchScenario,
  type TimelineEvent,
} from '../core/index.ts';
import type { LibraryRef } from '../library/types.ts';
import { withEarlier } from './earlierWorks.ts';
import { emptyHistory, type History, recordStep, redoStep, undoStep } from './history.ts';
import { manifestName } from './manifestName.ts';
import type { AppState } from './state.ts';

export type ScenarioSource =
  | { readonly kind: 'example'; readonly id: string }
  | { readonly kind: 'link' }
  | ({ readonly kind: 'kept' } & LibraryRef)
  | { readonly kind: 'own' };

export interface Work {
  readonly scenario: Scenario;
  readonly source: ScenarioSource;
  /** something was changed since it was opened */
  readonly edited: boolean;
}

/** Sections of the cluster's settings that hold numbers. */
export type ClusterSection = 'workload' | 'pods' | 'metricsServer' | 'customMetrics';

export interface ScenarioSlice extends Work {
  /** edited works that a link or an example took the place of, newest first; each one click away */
  readonly earlier: readonly Work[];
  readonly history: History;
  /** counts the documents opened, so that the views can tell an edit from another document */
  readonly opened: number;
  /** the newest text came from a control, not from the keyboard: there is no pause in the typing to wait for */
  readonly textIsWhole: boolean;
  setManifestText(manifest: string, isWhole?: boolean): void;
  /** @param key of the HPA to run, where the manifest holds several */
  chooseHpa(key: string): void;
  setLoadCurve(curve: LoadCurve): void;
  /** the gesture that changed a curve has ended: one step of undo */
  commitLoadCurve(): void;
  setKubernetes(minor: Minor): void;
  setFeatureGate(gate: FeatureGate, enabled: boolean | undefined): void;
  setControllerFlag(flag: keyof ControllerFlags, value: number): void;
  setClusterSetting<S extends ClusterSection>(section: S, key: keyof ClusterSettings[S], value: number): void;
  setInitialReplicas(replicas: number | undefined): void;
  setDuration(seconds: number): void;
  /** the load's points and the events keep their share of the run */
  stretchDuration(seconds: number): void;
  /** takes over load and workload that were chosen for the manifest */
  fitLoad(fitted: Scenario): void;
  /** one step of undo for any change of the settings */
  changeCluster(change: (cluster: ClusterSettings) => ClusterSettings): void;
  /** a gesture on the events is under way; `commitGesture` ends it */
  setEvents(events: readonly TimelineEvent[]): void;
  commitGesture(): void;
  /** puts another scenario, its text included, in the place of this one: one step of undo */
  replaceScenario(next: Scenario): void;
  /** @param binding undefined: what is guessed by the metric's name */
  setSignal(metric: string, binding: SignalBinding | undefined): void;
  /** the curve goes, and so does what bound a metric to it */
  removeLoadCurve(id: string): void;
  /** a metric shows a curve of its own from now on: one step of undo */
  drawSignal(binding: SignalBinding, curve: LoadCurve): void;
  /** @param edited it is somebody's work already: what was pasted can be had again from nowhere */
  openScenario(scenario: Scenario, source: ScenarioSource, edited?: boolean): void;
  restoreEarlier(index: number): void;
  /** the list as another tab has changed it */
  showEarlier(earlier: readonly Work[]): void;
  /** works that tabs which are gone have left behind, newest first */
  addEarlier(works: readonly Work[]): void;
  /** the present scenario lies under this name in the library, as it was when it was saved */
  markKept(ref: LibraryRef, saved: Scenario): void;
  renameKept(name: string): void;
  /** it lies in no library any more */
  markLost(): void;
  undo(): void;
  redo(): void;
}

export type Slice<T> = StateCreator<AppState, [], [], T>;

export function scenarioSlice(start: Work & { readonly earlier: readonly Work[] }): Slice<ScenarioSlice> {
  return (set, get) => {
    /** One edit that undo takes back as a whole. */
    function edit(change: (scenario: Scenario) => Scenario): void {
      const { scenario, history } = get();
      const next = change(scenario);
      set({ scenario: next, edited: true, history: recordStep(history, scenario) });
    }
    return {
      scenario: start.scenario,
      source: start.source,
      edited: start.edited,
      earlier: start.earlier,
      history: emptyHistory,
      opened: 0,

      textIsWhole: false,

      setManifestText(manifest, isWhole = false) {
        const { scenario, source } = get();
        if (manifest === scenario.manifest) return;
        const name = manifestName(manifest);
        // Another workload's manifest is no longer the example or the link that was opened. What has a name of its own
        // in the library keeps it.
        const isAnother =
          source.kind !== 'kept' && name !== undefined && name !== manifestName(scenario.manifest);
        set({
          scenario: { ...scenario, manifest },
          source: isAnother ? { kind: 'own' } : source,
          edited: true,
          textIsWhole: isWhole,
        });
      },
      chooseHpa: (hpa) => edit((scenario) => ({ ...scenario, hpa })),
      setLoadCurve(curve) {
        const { scenario, history } = get();
        const loads = scenario.loads.map((load) => (load.id === curve.id ? curve : load));
        set({
          scenario: { ...scenario, loads },
          edited: true,
          history: { ...history, gestureBase: history.gestureBase ?? scenario },
        });
      },
      commitLoadCurve() {
        const { history } = get();
        if (history.gestureBase !== undefined) set({ history: recordStep(history, history.gestureBase) });
      },
      setKubernetes: (kubernetes) => edit((scenario) => ({ ...scenario, kubernetes })),
      setFeatureGate: (gate, enabled) =>
        edit((scenario) => {
          const { [gate]: _, ...others } = scenario.featureGates;
          return {
            ...scenario,
            featureGates: enabled === undefined ? others : { ...others, [gate]: enabled },
          };
        }),
      setControllerFlag: (flag, value) =>
        edit((scenario) => ({ ...scenario, controller: { ...scenario.controller, [flag]: value } })),
      setClusterSetting: (section, key, value) =>
        edit((scenario) => ({
          ...scenario,
          cluster: { ...scenario.cluster, [section]: { ...scenario.cluster[section], [key]: value } },
        })),
      setInitialReplicas: (replicas) =>
        edit((scenario) => {
          const { initialReplicas: _, ...others } = scenario.cluster;
          const cluster = replicas === undefined ? others : { ...others, initialReplicas: replicas };
          return { ...scenario, cluster };
        }),
      fitLoad: ({ loads, cluster: { workload } }) =>
        edit((scenario) => ({ ...scenario, loads, cluster: { ...scenario.cluster, workload } })),
      changeCluster: (change) => edit((scenario) => ({ ...scenario, cluster: change(scenario.cluster) })),
      setEvents(events) {
        const { scenario, history } = get();
        set({
          scenario: { ...scenario, events },
          edited: true,
          history: { ...history, gestureBase: history.gestureBase ?? scenario },
        });
      },
      commitGesture: () => get().commitLoadCurve(),
      replaceScenario(next) {
        const { scenario, history } = get();
        const replacedBy = next.manifest === scenario.manifest ? undefined : next.manifest;
        set({
          scenario: next,
          edited: true,
          textIsWhole: true,
          history: recordStep(history, scenario, replacedBy),
        });
      },
      setSignal: (metric, binding) =>
        edit((scenario) => {
          const others = scenario.signals.filter((signal) => signal.metric !== metric);
          return { ...scenario, signals: binding === undefined ? others : [...others, binding] };
        }),
      removeLoadCurve: (id) =>
        edit((scenario) => ({
          ...scenario,
          loads: scenario.loads.filter((load) => load.id !== id),
          // What showed it is bound again as its name says.
          signals: scenario.signals.filter(({ curve }) => curve !== id),
        })),
      drawSignal: (binding, curve) =>
        edit((scenario) => ({
          ...scenario,
          loads: [...scenario.loads, curve],
          signals: [...scenario.signals.filter(({ metric }) => metric !== binding.metric), binding],
        })),
      stretchDuration: (seconds) => edit((scenario) => stretchScenario(scenario, seconds)),
      setDuration: (durationSeconds) => edit((scenario) => ({ ...scenario, durationSeconds })),
      openScenario(scenario, source, edited = false) {
        set({
          scenario,
          source,
          edited,
          history: emptyHistory,
          opened: get().opened + 1,
          earlier: putAside(get(), get().earlier),
        });
      },
      restoreEarlier(index) {
        const work = get().earlier[index];
        if (work === undefined) return;
        const others = get().earlier.filter((_, other) => other !== index);
        set({
          ...work,
          history: emptyHistory,
          opened: get().opened + 1,
          earlier: putAside(get(), others),
        });
      },
      showEarlier: (earlier) => set({ earlier }),
      addEarlier(works) {
        const { earlier } = get();
        if (works.length > 0)
          set({
            earlier: works.reduceRight<readonly Work[]>((list, work) => withEarlier(work, list), earlier),
          });
      },
      markKept({ id, name, revision }, saved) {
        set({ source: { kind: 'kept', id, name, revision }, edited: get().scenario !== saved });
      },
      renameKept(name) {
        const { source } = get();
        if (source.kind === 'kept') set({ source: { ...source, name } });
      },
      markLost: () => set({ source: { kind: 'own' }, edited: true }),
      undo() {
        const step = undoStep(get().history, get().scenario);
        if (step !== undefined) set({ ...step, edited: true, textIsWhole: true });
      },
      redo() {
        const step = redoStep(get().history, get().scenario);
        if (step !== undefined) set({ ...step, edited: true, textIsWhole: true });
      },
    };
  };
}

/** Only what somebody worked on is kept: an example or a link as it was opened can be opened again. */
export function putAside(present: Work, earlier: readonly Work[]): readonly Work[] {
  if (!present.edited) return earlier;
  const { scenario, source, edited } = present;
  return withEarlier({ scenario, source, edited }, earlier);
}
