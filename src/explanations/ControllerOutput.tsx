/** What the controller itself said at this sync, word for word: events, conditions, the error it returned. */
import type { ReactNode } from 'react';
import type { HorizontalPodAutoscalerCondition } from '../core/autoscaling/types.ts';
import type { HpaEvent } from '../core/podautoscaler/interfaces.ts';
import styles from './ControllerOutput.module.css';

export function EventList({ events }: { readonly events: readonly HpaEvent[] }): ReactNode {
  if (events.length === 0) return <p className={styles.none}>none</p>;
  return (
    <ul className={styles.list}>
      {events.map(({ type, reason, message }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same event may come twice; their order is fixed
        <li key={index}>
          <span className={styles.reason} data-tone={type}>
            {type} {reason}
          </span>
          <span className={styles.exact}>{message}</span>
        </li>
      ))}
    </ul>
  );
}

export function ConditionList({
  conditions,
}: {
  readonly conditions: readonly HorizontalPodAutoscalerCondition[];
}): ReactNode {
  if (conditions.length === 0) return <p className={styles.none}>none yet</p>;
  return (
    <ul className={styles.list}>
      {conditions.map(({ type, status, reason, message }) => (
        <li key={type}>
          <span className={styles.reason}>
            {type} {status} {reason}
          </span>
          <span className={styles.exact}>{message}</span>
        </li>
      ))}
    </ul>
  );
}

export function ReturnedError({ text }: { readonly text: string }): ReactNode {
  return <p className={styles.exact}>{text}</p>;
}
