/** The store and the services beside it, for the views. */
import { createContext, type ReactNode, type RefObject, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { DrawnRun } from '../charts/props.ts';
import type { EditorHandle } from '../editor/ManifestEditor.tsx';
import type { Library } from '../library/library.ts';
import type { AppStore } from '../store/appStore.ts';
import type { Playhead } from '../store/playhead.ts';
import type { AppState } from '../store/state.ts';
import type { Example } from './examples.ts';

export interface Services {
  readonly store: AppStore;
  /** what the views show of it */
  readonly settled: StoreApi<AppState>;
  /** what the charts draw */
  readonly run: DrawnRun;
  readonly playhead: Playhead;
  readonly examples: readonly Example[];
  readonly editor: RefObject<EditorHandle | null>;
  /** settles once the charts of the first run are painted with their axes, or will not be */
  readonly firstCharts: Promise<void>;
  /** The scenarios kept in this browser; fetched when first asked for. */
  library(): Promise<Library>;
  /** Runs the present scenario again after the worker was replaced, or the run was cancelled. */
  runAgain(): void;
  /** Gives up the run that is under way; the last good one stays. */
  cancelRun(): void;
  /** The same for the run that is compared. */
  readonly comparing: { cancel(): void; runAgain(): void };
  /** Draws a load, and sets what requests cost, so that the present manifest has something to do. */
  fitLoad(): Promise<void>;
  /** Answers the address of the present scenario, once the address bar holds it. */
  linkToScenario(): Promise<string>;
}

const Context = createContext<Services | undefined>(undefined);

interface ServicesProviderProps {
  readonly services: Services;
  readonly children: ReactNode;
}

export function ServicesProvider({ services, children }: ServicesProviderProps): ReactNode {
  return <Context value={services}>{children}</Context>;
}

export function useServices(): Services {
  const services = useContext(Context);
  if (services === undefined) throw new Error('useServices outside of ServicesProvider');
  return services;
}

export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useServices().settled, select);
}
