import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useServices } from './context.tsx';
import { useSettled } from './useSettled.ts';

const BottomPanel = lazy(() => import('./BottomPanel.tsx'));

/** What is said about the run, once its charts are there. */
export function AboutRun({ phone }: { readonly phone: boolean }): ReactNode {
  const chartsAreThere = useSettled(useServices().firstCharts);
  if (!chartsAreThere) return null;
  return (
    <ErrorBoundary what="The panel about the run">
      <Suspense fallback={null}>
        <BottomPanel phone={phone} />
      </Suspense>
    </ErrorBoundary>
  );
}
