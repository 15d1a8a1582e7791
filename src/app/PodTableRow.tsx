import type { CSSProperties, ReactNode } from 'react';
import { spansOf } from '../charts/podPhases.ts';
import { syncAt } from '../charts/syncs.ts';
import type { PodLife } from '../core/index.ts';
import { useServices } from './context.tsx';
import styles from './PodsTable.module.css';
import type { PodColumn, PodRow } from './podRows.ts';
import tables from './Table.module.css';

interface PodTableRowProps {
  readonly row: PodRow;
  readonly index: number;
  readonly columns: readonly PodColumn[];
  readonly durationSeconds: number;
}

export function PodTableRow({ row, index, columns, durationSeconds }: PodTableRowProps): ReactNode {
  const { pod, state, cells } = row;
  return (
    <tr aria-rowindex={index + 2} className={styles.row} data-there={state !== undefined}>
      {columns.map((column) => (
        <td key={column} className={column === 'name' ? tables.mono : tables.number}>
          {column === 'created' ? <Created pod={pod} text={cells.created.text} /> : cells[column].text}
        </td>
      ))}
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
