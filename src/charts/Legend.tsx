/** A legend whose entries switch their lines on and off. */
import { useState } from 'react';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './charts.module.css';

export interface LineLook {
  readonly label: string;
  readonly color: string;
  /** SVG dash array; solid when left out */
  readonly dash?: string;
  readonly width: number;
  /** one sentence: what the line shows */
  readonly help: string;
}

interface LegendProps<Id extends string> {
  readonly lines: Readonly<Record<Id, LineLook>>;
  readonly order: readonly Id[];
  readonly hidden: ReadonlySet<Id>;
  readonly onToggle: (id: Id) => void;
}

export function Legend<Id extends string>({ lines, order, hidden, onToggle }: LegendProps<Id>) {
  return (
    <div className={styles.legend}>
      {order.map((id) => (
        <Tooltip key={id} text={`${lines[id].help} Press to ${hidden.has(id) ? 'show' : 'hide'} it.`}>
          <button
            type="button"
            className={styles.legendItem}
            aria-pressed={!hidden.has(id)}
            onClick={() => onToggle(id)}
          >
            <LineSwatch look={lines[id]} />
            {lines[id].label}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}

export function LineSwatch({ look }: { readonly look: LineLook }) {
  return (
    <svg className={styles.swatch} width="20" height="8" aria-hidden="true">
      <path d="M0 4H20" stroke={look.color} strokeWidth={look.width} strokeDasharray={look.dash} />
    </svg>
  );
}

/** Which lines are switched off, and the switch. */
export function useHidden<Id extends string>(): readonly [ReadonlySet<Id>, (id: Id) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<Id>>(new Set());
  const toggle = (id: Id): void =>
    setHidden((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return [hidden, toggle];
}
