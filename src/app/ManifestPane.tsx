import type { ReactNode } from 'react';
import { ManifestEditor } from '../editor/ManifestEditor.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useApp, useServices } from './context.tsx';
import { ProblemsList } from './ProblemsList.tsx';
import { useShade } from './ThemeToggle.tsx';

export function ManifestPane(): ReactNode {
  const { store, editor, firstCharts } = useServices();
  const text = useApp((state) => state.scenario.manifest);
  const documentId = useApp((state) => state.opened);
  const problems = useApp((state) => state.problems);
  const advice = useApp((state) => state.advice);
  const minor = useApp((state) => state.scenario.kubernetes);
  const shade = useShade();
  return (
    <>
      <ErrorBoundary what="The editor">
        <ManifestEditor
          ref={editor}
          text={text}
          documentId={documentId}
          problems={problems}
          advice={advice}
          minor={minor}
          shade={shade}
          loadAfter={firstCharts}
          onChange={store.getState().setManifestText}
        />
      </ErrorBoundary>
      <ProblemsList />
    </>
  );
}
