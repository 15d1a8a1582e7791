/** A chart's region: heading, unit, legend, plot. */
import type { ReactNode } from 'react';
import { Term } from '../glossary/Term.tsx';
import type { TermId } from '../glossary/terms.ts';
import styles from './charts.module.css';

interface ChartSectionProps {
  readonly title: string;
  /** what explains the title */
  readonly term?: TermId;
  readonly subtitle?: string | undefined;
  /** leaves the subtitle out where the chart is narrow */
  readonly roomy?: boolean;
  /** to the right of the heading */
  readonly heading?: ReactNode;
  readonly children: ReactNode;
}

export function ChartSection(props: ChartSectionProps) {
  const { title, term, subtitle, roomy = false, heading, children } = props;
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.title}>{term === undefined ? title : <Term id={term}>{title}</Term>}</h2>
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
