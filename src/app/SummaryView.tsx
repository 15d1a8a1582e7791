import type { ReactNode } from 'react';
import type { TraceSummary } from '../core/index.ts';
import { Help } from '../ui/Help.tsx';
import { useApp } from './context.tsx';
import styles from './SummaryView.module.css';
import { formatClock } from './time.ts';

interface Figure {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly help: string;
}

export function SummaryView(): ReactNode {
  const summary = useApp((state) => state.trace?.summary);
  if (summary === undefined) return <p className={styles.empty}>No run yet.</p>;
  return (
    <dl className={styles.figures}>
      {figuresOf(summary).map(({ label, value, unit, help }) => (
        <div key={label} className={styles.figure}>
          <dt className={styles.label}>
            {label}
            <Help about={label} text={help} />
          </dt>
          <dd>
            <span className={styles.value}>{value}</span> <span className={styles.unit}>{unit}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function figuresOf(summary: TraceSummary): readonly Figure[] {
  const { requestsOffered, requestsServed } = summary;
  const served = requestsOffered === 0 ? 100 : (requestsServed / requestsOffered) * 100;
  const missed = Math.max(0, Math.round(requestsOffered - requestsServed));
  return [
    {
      label: 'Pod time',
      value: summary.podHours.toFixed(1),
      unit: 'pod-hours',
      help: 'Time of all pods added up, from creation until they are gone: what is paid for.',
    },
    {
      label: 'Above target',
      value: formatClock(summary.secondsAboveTarget),
      unit: 'h:min:s',
      help: 'Time during which some metric lay above its target and its tolerance.',
    },
    {
      label: 'Requests served',
      value: `${served >= 99.95 ? '100' : served.toFixed(1)} %`,
      unit: missed === 0 ? 'none missed' : `${missed.toLocaleString('en')} not served`,
      help: 'A pod at its CPU limit serves fewer requests than arrive; so do pods that are not there yet.',
    },
    {
      label: 'Most replicas',
      value: String(summary.maxReplicas),
      unit: 'replicas',
      help: 'The highest replica count during the run.',
    },
    {
      label: 'Scaled up',
      value: String(summary.scaleUps),
      unit: summary.scaleUps === 1 ? 'time' : 'times',
      help: 'Syncs that raised the replicas of the target.',
    },
    {
      label: 'Scaled down',
      value: String(summary.scaleDowns),
      unit: summary.scaleDowns === 1 ? 'time' : 'times',
      help: 'Syncs that lowered the replicas of the target.',
    },
    {
      label: 'Turned round',
      value: String(summary.reversals),
      unit: summary.reversals === 1 ? 'time' : 'times',
      help: 'A scale-up followed by a scale-down or the other way round. Many of them are called flapping.',
    },
    {
      label: 'Syncs',
      value: summary.syncs.toLocaleString('en'),
      unit: 'decisions',
      help: 'How often the controller looked and decided.',
    },
  ];
}
