/** A chart's region: heading, unit, legend, plot. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { createContext, type ReactNode, use } from 'react';
import { Term } from '../glossary/Term.tsx';
import type { TermId } from '../glossary/terms.ts';
import styles from './charts.module.css';
import { TableButton } from './TableButton.tsx';
import type { TableSource } from './tables.ts';

/** A chart that can be folded to its heading. */
export interface Fold {
  readonly open: boolean;
  toggle(): void;
}

/** Around one chart: its heading gets the button that folds it. */
export const ChartFold = createContext<Fold | undefined>(undefined);

interface ChartSectionProps {
  readonly title: string;
  /** what explains the title */
  readonly term?: TermId;
  readonly subtitle?: string | undefined;
  /** leaves the subtitle out where the chart is narrow */
  readonly roomy?: boolean;
  /** the numbers behind it */
  readonly table?: TableSource;
  /** to the right of the heading */
  readonly heading?: ReactNode;
  readonly children: ReactNode;
}

export function ChartSection(props: ChartSectionProps) {
  const { title, term, subtitle, roomy = false, table, heading, children } = props;
  const fold = use(ChartFold);
  const isOpen = fold?.open !== false;
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <header className={styles.header}>
          {fold !== undefined && <FoldButton title={title} fold={fold} />}
          <h2 className={styles.title}>{term === undefined ? title : <Term id={term}>{title}</Term>}</h2>
          {isOpen && subtitle !== undefined && (
            <span className={styles.subtitle} data-roomy={roomy}>
              {subtitle}
            </span>
          )}
          {isOpen && heading}
        </header>
        {isOpen && table !== undefined && <TableButton title={title} source={table} />}
      </div>
      {isOpen && children}
    </section>
  );
}

function FoldButton({ title, fold }: { readonly title: string; readonly fold: Fold }) {
  const Sign = fold.open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      className={styles.fold}
      data-print="no"
      aria-expanded={fold.open}
      aria-label={`Chart: ${title}`}
      onClick={fold.toggle}
    >
      <Sign size={14} aria-hidden />
    </button>
  );
}
