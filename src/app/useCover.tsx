import { lazy, type ReactNode, Suspense } from 'react';
import { selectIsCovered } from '../store/lessonSlice.ts';
import type { ChartId } from '../store/shownCharts.ts';
import { useApp } from './context.tsx';

const LessonCover = lazy(() => import('../lessons/LessonCover.tsx'));

/** What stands in the place of a chart of the run until a prediction is made; undefined: the chart itself. */
export function useCover(id: ChartId): ReactNode | undefined {
  const isCovered = useApp(selectIsCovered);
  if (!isCovered || id === 'load' || id === 'timeline') return undefined;
  if (id !== 'replicas') return null;
  return (
    <Suspense fallback={null}>
      <LessonCover />
    </Suspense>
  );
}
