import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatSpan } from '../curves/clock.ts';
import { selectDurationSeconds } from '../store/selectors.ts';
import { Later } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './LoadHeading.module.css';

const loadContent = () => import('./LoadDurationContent.tsx').then((module) => module.LoadDurationContent);

/** How long the run is, beside the load that fills it. */
export function LoadDuration(): ReactNode {
  const { firstCharts } = useServices();
  const span = formatSpan(useApp(selectDurationSeconds));
  const trigger = (
    <button
      type="button"
      className={styles.button}
      data-print="no"
      aria-label={`Duration of the run: ${span}`}
    >
      <Clock size={12} aria-hidden />
      {span}
    </button>
  );
  return <Later load={loadContent} after={firstCharts} trigger={trigger} />;
}
