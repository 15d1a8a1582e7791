import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { SkeletonCard } from '../ui/Skeleton.tsx';
import styles from './ChartsColumn.module.css';
import { useApp } from './context.tsx';
import { RunStatus } from './RunStatus.tsx';
import { useCrowded } from './useCrowded.ts';

/** The charts and their library come after the first paint; the cards stand there already. */
const Charts = lazy(() => import('./Charts.tsx'));

export function ChartsColumn({ phone }: { readonly phone: boolean }): ReactNode {
  const stale = useApp((state) => state.traceIsStale);
  const crowded = useCrowded(phone);
  return (
    <div className={styles.column} data-phone={phone}>
      <RunStatus />
      <div className={styles.charts} data-stale={stale} data-crowded={crowded}>
        <ErrorBoundary what="The charts">
          <Suspense fallback={<ChartSkeletons />}>
            <Charts phone={phone} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}

function ChartSkeletons(): ReactNode {
  return (
    <>
      <SkeletonCard grow={5} />
      <SkeletonCard grow={8} />
      <SkeletonCard height={58} />
      <SkeletonCard grow={6} />
    </>
  );
}
