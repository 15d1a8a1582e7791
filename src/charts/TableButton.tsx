/** Opens the table behind a chart. */
import { Table2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import styles from './charts.module.css';
import { useTimeAxis } from './TimeAxis.tsx';
import type { TableSource } from './tables.ts';

const ChartTableDialog = lazy(() => import('./ChartTableDialog.tsx'));

interface TableButtonProps {
  readonly title: string;
  readonly source: TableSource;
}

export function TableButton({ title, source }: TableButtonProps) {
  const { run } = useTimeAxis();
  const [isOpen, setOpen] = useState(false);
  const trace = isOpen ? run.get() : undefined;
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        data-print="no"
        data-side="right"
        aria-label={`Table: ${title}`}
        title="The numbers as a table"
        onClick={() => setOpen(run.get() !== undefined)}
      >
        <Table2 size={13} aria-hidden />
      </button>
      {trace !== undefined && (
        <Suspense fallback={null}>
          <ChartTableDialog title={title} trace={trace} source={source} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
