import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { PodLife } from '../core/index.ts';
import { selectPods, selectSelectedSeconds } from '../store/selectors.ts';
import { Switch } from '../ui/Switch.tsx';
import { useApp } from './context.tsx';
import styles from './PodsTable.module.css';
import { PodTableRow } from './PodTableRow.tsx';
import {
  POD_COLUMNS,
  type PodColumn,
  type PodOrder,
  type PodRow,
  podRows,
  sortedPodRows,
} from './podRows.ts';
import tables from './Table.module.css';
import { formatClock } from './time.ts';

const TITLES: Readonly<Record<PodColumn, string>> = {
  name: 'Pod',
  state: 'State',
  for: 'For',
  restarts: 'Restarts',
  age: 'Age',
  created: 'Created',
  node: 'Node',
  revision: 'Revision',
  end: 'Deleted',
};

/** Pixels; every row is one line. */
const ROW_HEIGHT = 27;

/** The pods at the selected sync, or of the whole run, each with its life; only the rows in view are drawn. */
export default function PodsTable(): ReactNode {
  const pods = useApp(selectPods);
  const seconds = useApp(selectSelectedSeconds);
  const hasRun = useApp((state) => state.trace !== undefined);
  const [all, setAll] = useState(false);
  const [order, setOrder] = useState<PodOrder>({ column: 'created', direction: 1 });
  const rows = useMemo(() => sortedPodRows(podRows(pods, seconds, all), order), [pods, seconds, all, order]);
  const columns = useMemo(() => columnsOf(pods), [pods]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  if (!hasRun) return <p className={tables.empty}>No run yet. Its pods are listed here once there is one.</p>;
  return (
    <div className={styles.frame} data-print="flow">
      <div className={styles.bar}>
        <span>
          {countText(rows.length)} {all ? 'in this run' : `at ${formatClock(seconds)}`}
        </span>
        <span className={styles.scope}>
          <span aria-hidden>whole run</span>
          <Switch label="Pods of the whole run" checked={all} onChange={setAll} />
        </span>
      </div>
      <div ref={setScroller} className={styles.scroll} data-print="flow">
        <table
          className={`${tables.table} ${styles.table}`}
          aria-label={all ? 'Pods of the run' : 'Pods at the selected sync'}
          aria-rowcount={rows.length + 1}
        >
          <Head columns={columns} order={order} onOrder={setOrder} />
          <Rows columns={columns} rows={rows} scroller={scroller} />
        </table>
        {rows.length === 0 && <p className={tables.empty}>No pods at this sync.</p>}
      </div>
    </div>
  );
}

/** Where room has no end there are no nodes to name. */
function columnsOf(pods: readonly PodLife[]): readonly PodColumn[] {
  return POD_COLUMNS.filter((column) => column !== 'node' || pods.some(({ node }) => node !== undefined));
}

function countText(count: number): string {
  return count === 1 ? '1 pod' : `${count.toLocaleString('en')} pods`;
}

interface HeadProps {
  readonly columns: readonly PodColumn[];
  readonly order: PodOrder;
  readonly onOrder: (order: PodOrder) => void;
}

/** A press sorts by a column, another one the other way round. */
function Head({ columns, order, onOrder }: HeadProps): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((id) => {
          const direction = order.column === id ? order.direction : undefined;
          const Sign = direction === -1 ? ArrowDown : ArrowUp;
          return (
            <th key={id} scope="col" aria-sort={sortOf(direction)}>
              <button
                type="button"
                className={styles.sort}
                onClick={() => onOrder({ column: id, direction: direction === 1 ? -1 : 1 })}
              >
                {TITLES[id]}
                <Sign
                  size={12}
                  aria-hidden
                  className={direction === undefined ? styles.unsorted : undefined}
                />
              </button>
            </th>
          );
        })}
        <th scope="col" className={styles.life}>
          Life in this run
        </th>
      </tr>
    </thead>
  );
}

function sortOf(direction: 1 | -1 | undefined): 'ascending' | 'descending' | 'none' {
  if (direction === undefined) return 'none';
  return direction === 1 ? 'ascending' : 'descending';
}

interface RowsProps {
  readonly columns: readonly PodColumn[];
  readonly rows: readonly PodRow[];
  /** null until it is there */
  readonly scroller: HTMLDivElement | null;
}

function Rows({ columns, rows, scroller }: RowsProps): ReactNode {
  const duration = useApp((state) => state.trace?.durationSeconds ?? 0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const shown = virtual.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <tbody>
      <Gap height={above} columns={columns.length + 1} />
      {shown.map(({ index }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <PodTableRow
            key={`${row.pod.name} ${row.pod.createdSeconds}`}
            row={row}
            index={index}
            columns={columns}
            durationSeconds={duration}
          />
        );
      })}
      <Gap height={below} columns={columns.length + 1} />
    </tbody>
  );
}

/** Stands for the rows that are out of sight. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  return height <= 0 ? null : (
    <tr aria-hidden>
      <td colSpan={columns} className={styles.gap} style={{ height }} />
    </tr>
  );
}
