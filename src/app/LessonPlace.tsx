import { lazy, type ReactNode, Suspense } from 'react';
import { selectHasLesson } from '../store/lessonSlice.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useApp } from './context.tsx';

const LessonPane = lazy(() => import('../lessons/LessonPane.tsx'));
const AuthorPane = lazy(() => import('../lessons/author/AuthorPane.tsx'));

/** Where the lesson stands that is open, or is written, if one is. */
export function LessonPlace({ className }: { readonly className: string | undefined }): ReactNode {
  const isOpen = useApp(selectHasLesson);
  const isTaught = useApp((state) => state.attempt !== undefined);
  if (!isOpen) return null;
  return (
    <div className={className} data-print="no">
      <ErrorBoundary what="The lesson">
        <Suspense fallback={null}>{isTaught ? <LessonPane /> : <AuthorPane />}</Suspense>
      </ErrorBoundary>
    </div>
  );
}
