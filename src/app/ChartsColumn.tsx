import type { ReactNode } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Charts } from './Charts.tsx';
import styles from './ChartsColumn.module.css';
import { useApp } from './context.tsx';
import { LongRun } from './LongRun.tsx';
import { RunStatus } from './RunStatus.tsx';
import { TourOffer } from './TourOffer.tsx';
import { useCrowded } from './useCrowded.ts';

export function ChartsColumn({ phone }: { readonly phone: boolean }): ReactNode {
  const stale = useApp((state) => state.traceIsStale);
  const hasTrace = useApp((state) => state.trace !== undefined);
  const crowded = useCrowded(phone);
  return (
    <div className={styles.column} data-phone={phone} data-print="flow">
      <div className={styles.said} data-place={hasTrace && !phone ? 'row' : 'top'}>
        <RunStatus />
        <LongRun />
        {phone ? null : <TourOffer />}
      </div>
      <div className={styles.charts} data-picture="charts" data-stale={stale} data-crowded={crowded}>
        <ErrorBoundary what="The charts">
          <Charts phone={phone} />
        </ErrorBoundary>
      </div>
    </div>
  );
}
