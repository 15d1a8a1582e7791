import { lazy, type ReactNode, Suspense } from 'react';
import { selectIsCovered } from '../store/lessonSlice.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useApp, useServices } from './context.tsx';
import { useSettled } from './useSettled.ts';

const BottomPanel = lazy(() => import('./BottomPanel.tsx'));

/** What is said about the run, once its charts are there. */
export function AboutRun({ phone }: { readonly phone: boolean }): ReactNode {
  const chartsAreThere = useSettled(useServices().firstCharts);
  const isCovered = useApp(selectIsCovered);
  if (!chartsAreThere || isCovered) return null;
  return (
    <ErrorBoundary what="The panel about the run">
      <Suspense fallback={null}>
        <BottomPanel phone={phone} />
      </Suspense>
    </ErrorBoundary>
  );
}
