/** Every metric of the manifest: what it measured and what it asks for, or how it failed. */
import type { ReactNode } from 'react';
import type { ExplanationMetric } from '../core/explanation/types.ts';
import styles from './MetricLines.module.css';
import { unbroken } from './text.ts';

interface MetricLinesProps {
  readonly metrics: readonly ExplanationMetric[];
}

export function MetricLines({ metrics }: MetricLinesProps): ReactNode {
  return (
    <ul className={styles.metrics}>
      {metrics.map((metric) => (
        <li key={metric.index} data-failed={metric.failed}>
          <span className={styles.name}>{metric.name}</span>
          <Standing metric={metric} alone={metrics.length === 1} />
          <p className={styles.text}>{unbroken(metric.text)}</p>
        </li>
      ))}
    </ul>
  );
}

function Standing({
  metric,
  alone,
}: {
  readonly metric: ExplanationMetric;
  readonly alone: boolean;
}): ReactNode {
  if (metric.failed) return <span className={styles.failed}>failed</span>;
  return metric.won && !alone ? <span className={styles.won}>largest</span> : null;
}
