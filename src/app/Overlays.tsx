import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import type { Overlay } from '../store/viewSlice.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useServices } from './context.tsx';

/** Fetched when first asked for. */
const OVERLAYS: Readonly<Record<Overlay, ComponentType>> = {
  about: lazy(() => import('./About.tsx')),
  learn: lazy(() => import('../lessons/LearnDialog.tsx')),
  glossary: lazy(() => import('./Glossary.tsx')),
  neighbours: lazy(() => import('./Neighbours.tsx')),
  tour: lazy(() => import('./Tour.tsx')),
  share: lazy(() => import('./ShareDialog.tsx')),
  export: lazy(() => import('./ExportDialog.tsx')),
  import: lazy(() => import('./ImportDialog.tsx')),
  palette: lazy(() => import('./CommandPalette.tsx')),
  shortcuts: lazy(() => import('./ShortcutsOverview.tsx')),
  library: lazy(() => import('./Library.tsx')),
  keep: lazy(() => import('./KeepDialog.tsx')),
};

const NAMES: Readonly<Record<Overlay, string>> = {
  about: 'What is said about the playground',
  learn: 'The list of lessons',
  glossary: 'The glossary',
  neighbours: 'The comparison of autoscalers',
  tour: 'The tour',
  share: 'The dialog for sharing',
  export: 'The dialog for exporting',
  import: 'The dialog for importing',
  palette: 'The list of commands',
  shortcuts: 'The list of shortcuts',
  library: 'The library',
  keep: 'The dialog for keeping',
};

/** What lies over the page. It follows a key at once, also during a drag. */
export function Overlays(): ReactNode {
  const { store } = useServices();
  const overlay = useStore(store, (state) => state.overlay);
  if (overlay === undefined) return null;
  const Shown = OVERLAYS[overlay];
  return (
    <ErrorBoundary
      key={overlay}
      what={NAMES[overlay]}
      look="floating"
      onClose={() => store.getState().showOverlay(undefined)}
    >
      <Suspense fallback={null}>
        <Shown />
      </Suspense>
    </ErrorBoundary>
  );
}
