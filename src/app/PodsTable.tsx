import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, type ReactNode, useMemo, useState } from 'react';
import { spansOf } from '../charts/podPhases.ts';
import { syncAt } from '../charts/syncs.ts';
import type { PodLife } from '../core/index.ts';
import { selectPods, selectSelectedSeconds } from '../store/selectors.ts';
import { Switch } from '../ui/Switch.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './PodsTable.module.css';
import { type PodColumn, type PodOrder, type PodRow, podRows, sortedPodRows } from './podRows.ts';
import tables from './Table.module.css';
import { formatClock } from './time.ts';

const COLUMNS: readonly { readonly id: PodColumn; readonly title: string }[] = [
  { id: 'name', title: 'Pod' },
  { id: 'state', title: 'State' },
  { id: 'for', title: 'For' },
  { id: 'restarts', title: 'Restarts' },
  { id: 'age', title: 'Age' },
  { id: 'created', title: 'Created' },
  { id: 'node', title: 'Node' },
  { id: 'revision', title: 'Revision' },
  { id: 'end', title: 'Deleted' },
];

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
          <Head order={order} onOrder={setOrder} />
          <Rows rows={rows} scroller={scroller} />
        </table>
        {rows.length === 0 && <p className={tables.empty}>No pods at this sync.</p>}
      </div>
    </div>
  );
}

function countText(count: number): string {
  return count === 1 ? '1 pod' : `${count.toLocaleString('en')} pods`;
}

interface HeadProps {
  readonly order: PodOrder;
  readonly onOrder: (order: PodOrder) => void;
}

/** A press sorts by a column, another one the other way round. */
function Head({ order, onOrder }: HeadProps): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {COLUMNS.map(({ id, title }) => {
          const direction = order.column === id ? order.direction : undefined;
          const Sign = direction === -1 ? ArrowDown : ArrowUp;
          return (
            <th key={id} scope="col" aria-sort={sortOf(direction)}>
              <button
                type="button"
                className={styles.sort}
                onClick={() => onOrder({ column: id, direction: direction === 1 ? -1 : 1 })}
              >
                {title}
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
  readonly rows: readonly PodRow[];
  /** null until it is there */
  readonly scroller: HTMLDivElement | null;
}

function Rows({ rows, scroller }: RowsProps): ReactNode {
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
      <Gap height={above} />
      {shown.map(({ index }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <Row
            key={`${row.pod.name} ${row.pod.createdSeconds}`}
            row={row}
            index={index}
            durationSeconds={duration}
          />
        );
      })}
      <Gap height={below} />
    </tbody>
  );
}

/** Stands for the rows that are out of sight. */
function Gap({ height }: { readonly height: number }): ReactNode {
  return height <= 0 ? null : (
    <tr aria-hidden>
      <td colSpan={COLUMNS.length + 1} className={styles.gap} style={{ height }} />
    </tr>
  );
}

interface RowProps {
  readonly row: PodRow;
  readonly index: number;
  readonly durationSeconds: number;
}

function Row({ row: { pod, state, cells }, index, durationSeconds }: RowProps): ReactNode {
  return (
    <tr aria-rowindex={index + 2} className={styles.row} data-there={state !== undefined}>
      <td className={tables.mono}>{cells.name.text}</td>
      <td>{cells.state.text}</td>
      <td className={tables.number}>{cells.for.text}</td>
      <td className={tables.number}>{cells.restarts.text}</td>
      <td className={tables.number}>{cells.age.text}</td>
      <td>
        <Created pod={pod} text={cells.created.text} />
      </td>
      <td>{cells.node.text}</td>
      <td className={tables.number}>{cells.revision.text}</td>
      <td>{cells.end.text}</td>
      <td className={styles.life}>
        <LifeBar pod={pod} durationSeconds={durationSeconds} />
      </td>
    </tr>
  );
}

/** Leads to the sync at which the pod came. */
function Created({ pod, text }: { readonly pod: PodLife; readonly text: string }): ReactNode {
  const { store } = useServices();
  if (pod.createdSeconds < 0) return text;
  const select = (): void => {
    const { trace, selectSync } = store.getState();
    if (trace !== undefined) selectSync(syncAt(trace.syncs.atSeconds, pod.createdSeconds));
  };
  return (
    <button
      type="button"
      className={tables.link}
      aria-label={`${text}, show the sync at which ${pod.name} was created`}
      onClick={select}
    >
      {text}
    </button>
  );
}

/** Existing as a thin line, ready as a thick one. Decoration beside the columns that say it in words. */
function LifeBar({
  pod,
  durationSeconds,
}: {
  readonly pod: PodLife;
  readonly durationSeconds: number;
}): ReactNode {
  const existing = span(pod.createdSeconds, pod.goneSeconds, durationSeconds);
  const ready = spansOf(pod, durationSeconds).filter(({ phase }) => phase === 'ready');
  return (
    <div className={tables.life} aria-hidden>
      <span className={tables.existing} style={existing} />
      {ready.map(({ fromSeconds, toSeconds }) => (
        <span
          key={fromSeconds}
          className={tables.ready}
          style={span(fromSeconds, toSeconds, durationSeconds)}
        />
      ))}
    </div>
  );
}

/** NaN as the end stands for "not within the run". */
function span(from: number, to: number, duration: number): CSSProperties {
  const left = Math.max(0, Math.min(1, from / duration));
  const right = Number.isNaN(to) ? 1 : Math.max(0, Math.min(1, to / duration));
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` };
}
