/** The numbers that a chart draws, a row for each sync. Rows out of sight are not on the page: there may be 40,000. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Copy } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Trace } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { spanSeconds } from './frame.ts';
import { visibleIndices } from './reduce.ts';
import { syncAt } from './syncs.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import styles from './table.module.css';
import { type ChartTable, type TableSource, tableOf, tableText } from './tables.ts';
import { formatClock } from './units.ts';

interface ChartTableDialogProps {
  readonly title: string;
  readonly trace: Trace;
  readonly source: TableSource;
  readonly onClose: () => void;
}

export default function ChartTableDialog({ title, trace, source, onClose }: ChartTableDialogProps) {
  const { cursor, selectSync, window, durationSeconds } = useTimeAxis();
  const table = useMemo(() => tableOf(source, trace), [source, trace]);
  const isPart = spanSeconds(window) < durationSeconds;
  const [wholeRun, setWholeRun] = useState(!isPart);
  const count = table.syncSeconds.length;
  const [from, to] = wholeRun ? [0, count] : visibleIndices(table.syncSeconds, window);
  const selected = syncAt(table.syncSeconds, cursor.getSeconds());
  const choose = (sync: number): void => {
    selectSync(sync);
    onClose();
  };
  return (
    <Dialog title={`${title}: table`} onClose={onClose}>
      <div className={styles.tools}>
        <span>{to - from === count ? `${count} syncs` : `${to - from} of ${count} syncs`}</span>
        {isPart && (
          <label>
            <input
              type="checkbox"
              checked={!wholeRun}
              onChange={(event) => setWholeRun(!event.target.checked)}
            />
            only what the charts show
          </label>
        )}
        <CopyButton table={table} from={from} to={to} />
      </div>
      <Rows title={title} table={table} from={from} to={to} selected={selected} onChoose={choose} />
    </Dialog>
  );
}

type Copied = 'not yet' | 'copied' | 'refused';

const SAID: Readonly<Record<Copied, string>> = {
  'not yet': '',
  copied: 'Copied.',
  refused: 'The browser did not let the page copy it.',
};

function CopyButton({ table, from, to }: Pick<RowsProps, 'table' | 'from' | 'to'>) {
  const [copied, setCopied] = useState<Copied>('not yet');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tableText(table, from, to));
      setCopied('copied');
    } catch {
      setCopied('refused');
    }
  };
  return (
    <>
      <span role="status" className={styles.copied}>
        {SAID[copied]}
      </span>
      <Button look="outlined" onClick={copy}>
        <Copy size={13} aria-hidden />
        Copy as CSV
      </Button>
    </>
  );
}

/** Pixels. */
const ROW_HEIGHT = 26;

interface RowsProps {
  readonly title: string;
  readonly table: ChartTable;
  /** rows [from, to) */
  readonly from: number;
  readonly to: number;
  readonly selected: number;
  readonly onChoose: (sync: number) => void;
}

function Rows({ title, table, from, to, selected, onChoose }: RowsProps) {
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: to - from,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  // Opens at the selected sync.
  useLayoutEffect(() => rows.scrollToIndex(selected - from, { align: 'center' }), [rows, selected, from]);
  const items = rows.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={`Rows of ${title}`}>
      {/* The room above and below is the place of rows that are not on the page. */}
      <div style={{ paddingTop: above, paddingBottom: below }}>
        <table className={styles.table} aria-label={title} aria-rowcount={to - from + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">Time</th>
              <th scope="col">Sync</th>
              {table.columns.map((column) => (
                <th key={column.title} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ index }) => (
              <Row
                key={from + index}
                table={table}
                sync={from + index}
                rowIndex={index + 2}
                isSelected={from + index === selected}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly table: ChartTable;
  readonly sync: number;
  readonly rowIndex: number;
  readonly isSelected: boolean;
  readonly onChoose: (sync: number) => void;
}

function Row({ table, sync, rowIndex, isSelected, onChoose }: RowProps) {
  const clock = formatClock(table.syncSeconds[sync] ?? 0);
  return (
    <tr
      aria-rowindex={rowIndex}
      data-selected={isSelected}
      style={{ height: ROW_HEIGHT }}
      onClick={() => onChoose(sync)}
    >
      <td>
        <button type="button" className={styles.link} aria-label={`${clock}, show sync ${sync + 1}`}>
          {clock}
        </button>
      </td>
      <td>{sync + 1}</td>
      {table.columns.map((column) => (
        <td key={column.title}>{column.cell(sync)}</td>
      ))}
    </tr>
  );
}
