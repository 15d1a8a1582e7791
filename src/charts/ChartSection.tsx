/** A chart's region: heading, unit, legend, plot. */
import type { ReactNode } from 'react';
import styles from './charts.module.css';

interface ChartSectionProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** leaves the subtitle out where the chart is narrow */
  readonly roomy?: boolean;
  /** to the right of the heading */
  readonly heading?: ReactNode;
  readonly children: ReactNode;
}

export function ChartSection({ title, subtitle, roomy = false, heading, children }: ChartSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {subtitle !== undefined && (
          <span className={styles.subtitle} data-roomy={roomy}>
            {subtitle}
          </span>
        )}
        {heading}
      </header>
      {children}
    </section>
  );
}
