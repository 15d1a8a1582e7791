import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { ManifestEditor } from '../editor/ManifestEditor.tsx';
import { isLocked } from '../store/lessonSlice.ts';
import { type Reader, startReadSync } from '../store/readSync.ts';
import { type Checker, startSchemaSync } from '../store/schemaSync.ts';
import { selectManifestView } from '../store/selectors.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { SkeletonCard } from '../ui/Skeleton.tsx';
import { ClusterBanner } from './ClusterBanner.tsx';
import { useApp, useServices } from './context.tsx';
import { FormPane } from './FormPane.tsx';
import { ManifestBanner } from './ManifestBanner.tsx';
import { ManifestBar } from './ManifestBar.tsx';
import styles from './ManifestPane.module.css';
import { ProblemsList } from './ProblemsList.tsx';
import { useShade } from './ThemeToggle.tsx';
import { useProblems } from './useProblems.ts';

const GeneratedHpa = lazy(() => import('./GeneratedHpa.tsx'));

export function ManifestPane(): ReactNode {
  const view = useApp(selectManifestView);
  return (
    <ManifestBar>
      <ManifestBanner />
      <ClusterBanner />
      <div className={styles.view} hidden={view !== 'text'}>
        <ErrorBoundary what="The editor">
          <TextPane />
        </ErrorBoundary>
      </div>
      {view === 'form' ? (
        <ErrorBoundary what="The form">
          <FormPane />
        </ErrorBoundary>
      ) : null}
      {view === 'generated' ? (
        <ErrorBoundary what="The generated HPA">
          <Suspense fallback={<SkeletonCard grow={1} />}>
            <GeneratedHpa />
          </Suspense>
        </ErrorBoundary>
      ) : null}
      <ProblemsList />
    </ManifestBar>
  );
}

async function loadReader(): Promise<Reader> {
  return (await import('./reader.ts')).readManifest;
}

async function loadChecker(): Promise<Checker> {
  return (await import('../editor/schema/checkText.ts')).checkText;
}

/** Stays alive behind the form: it holds the steps of undo. */
function TextPane(): ReactNode {
  const { store, editor, firstCharts } = useServices();
  const text = useApp((state) => state.scenario.manifest);
  const documentId = useApp((state) => state.opened);
  const problems = useProblems();
  const advice = useApp((state) => state.advice);
  const minor = useApp((state) => state.scenario.kubernetes);
  const shade = useShade();
  const locked = useApp((state) => isLocked(state, 'manifest'));
  useEffect(() => startReadSync(store, loadReader), [store]);
  useEffect(() => startSchemaSync(store, firstCharts, loadChecker), [store, firstCharts]);
  return (
    <ManifestEditor
      ref={editor}
      text={text}
      documentId={documentId}
      problems={problems}
      advice={advice}
      minor={minor}
      shade={shade}
      locked={locked ? 'The manifest is locked in this lesson.' : undefined}
      loadAfter={firstCharts}
      onChange={store.getState().setManifestText}
    />
  );
}
