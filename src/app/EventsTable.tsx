import { type ReactNode, useMemo } from 'react';
import { useApp, useServices } from './context.tsx';
import { type ListedEvent, listedEvents } from './listedEvents.ts';
import styles from './Table.module.css';
import { formatClock } from './time.ts';

const NO_EVENTS: readonly ListedEvent[] = [];

/** More rows than anybody reads; the rest is counted. */
const MAX_ROWS = 500;

export default function EventsTable(): ReactNode {
  const { store } = useServices();
  const trace = useApp((state) => state.trace);
  const events = useMemo(() => (trace === undefined ? NO_EVENTS : listedEvents(trace)), [trace]);
  const selected = useApp((state) => state.selectedSync);
  if (trace === undefined)
    return (
      <p className={styles.empty}>No run yet. What the controller emits is listed here once there is one.</p>
    );
  if (events.length === 0)
    return (
      <p className={styles.empty}>
        No events in this run: the controller rescaled nothing, and nothing failed.
      </p>
    );
  return (
    <table className={styles.table} aria-label="Events of the run">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Type</th>
          {trace.keda === undefined ? null : <th scope="col">From</th>}
          <th scope="col">Reason</th>
          <th scope="col">Message</th>
        </tr>
      </thead>
      <tbody>
        {events.slice(0, MAX_ROWS).map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events of a run never move
          <tr key={index} data-selected={event.sync === selected}>
            <td>
              <button
                type="button"
                className={styles.link}
                onClick={() => store.getState().selectSync(event.sync)}
                aria-label={`${formatClock(event.atSeconds)}, show sync ${event.sync + 1}`}
              >
                {formatClock(event.atSeconds)}
              </button>
            </td>
            <td data-tone={event.type}>{event.type}</td>
            {trace.keda === undefined ? null : <td>{event.from}</td>}
            <td>{event.reason}</td>
            <td className={styles.wide}>{event.message}</td>
          </tr>
        ))}
      </tbody>
      {events.length > MAX_ROWS ? (
        <caption>{`The first ${MAX_ROWS} of ${events.length} events.`}</caption>
      ) : null}
    </table>
  );
}
