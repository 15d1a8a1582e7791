import type { CSSProperties, ReactNode } from 'react';
import type { PodLife } from '../core/index.ts';
import { useApp } from './context.tsx';
import { type PodState, usePodsNow } from './podStates.ts';
import styles from './Table.module.css';
import { formatClock } from './time.ts';

const STATE_TEXTS: Readonly<Record<PodState, string>> = {
  pending: 'Pending: waiting for a node',
  pulling: 'Pending: pulling the image',
  starting: 'Running, not ready',
  ready: 'Running, ready',
  terminating: 'Terminating',
};

/** More rows than anybody reads; the rest is counted. */
const MAX_ROWS = 300;

/** The pods that exist at the selected sync, each with its life along the run. */
export function PodsTable(): ReactNode {
  const pods = usePodsNow();
  const duration = useApp((state) => state.trace?.durationSeconds ?? 0);
  if (pods.length === 0) return <p className={styles.empty}>No pods at this sync.</p>;
  return (
    <table className={styles.table} aria-label="Pods at the selected sync">
      <thead>
        <tr>
          <th scope="col">Pod</th>
          <th scope="col">State</th>
          <th scope="col">For</th>
          <th scope="col">Created</th>
          <th scope="col" className={styles.wide}>
            Life in this run
          </th>
        </tr>
      </thead>
      <tbody>
        {pods.slice(0, MAX_ROWS).map(({ pod, state, sinceSeconds }) => (
          <tr key={pod.name}>
            <td className={styles.mono}>{pod.name}</td>
            <td data-state={state}>{STATE_TEXTS[state]}</td>
            <td className={styles.number}>{formatClock(sinceSeconds)}</td>
            <td className={styles.number}>
              {pod.createdSeconds < 0 ? 'before the start' : formatClock(pod.createdSeconds)}
            </td>
            <td className={styles.wide}>
              <LifeBar pod={pod} durationSeconds={duration} />
            </td>
          </tr>
        ))}
      </tbody>
      {pods.length > MAX_ROWS ? <caption>{`The first ${MAX_ROWS} of ${pods.length} pods.`}</caption> : null}
    </table>
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
  const isReady = !Number.isNaN(pod.readySeconds);
  const ready = span(pod.readySeconds, pod.deletedSeconds, durationSeconds);
  return (
    <div className={styles.life} aria-hidden>
      <span className={styles.existing} style={existing} />
      {isReady ? <span className={styles.ready} style={ready} /> : null}
    </div>
  );
}

/** NaN as the end stands for "not within the run". */
function span(from: number, to: number, duration: number): CSSProperties {
  const left = Math.max(0, Math.min(1, from / duration));
  const right = Number.isNaN(to) ? 1 : Math.max(0, Math.min(1, to / duration));
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` };
}
