/** A legend whose entries switch their lines on and off, or show one alone. */
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './charts.module.css';
import type { LineChoice } from './useLines.ts';

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
  readonly choice: LineChoice<Id>;
}

export function Legend<Id extends string>({ lines, order, choice }: LegendProps<Id>) {
  const { hidden } = choice;
  return (
    <div className={styles.legend}>
      {order.map((id) => (
        <LegendItem
          key={id}
          look={lines[id]}
          shown={!hidden.has(id)}
          onToggle={() => choice.toggle(id)}
          onIsolate={() => choice.isolate(id, order)}
        />
      ))}
      {order.some((id) => hidden.has(id)) && (
        <button type="button" className={styles.legendItem} onClick={choice.showAll}>
          Show all
        </button>
      )}
    </div>
  );
}

interface LegendItemProps {
  readonly look: LineLook;
  readonly shown: boolean;
  readonly onToggle: () => void;
  readonly onIsolate: () => void;
}

function LegendItem({ look, shown, onToggle, onIsolate }: LegendItemProps) {
  const press = (event: MouseEvent): void => (event.altKey ? onIsolate() : onToggle());
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    onIsolate();
  };
  return (
    <Tooltip
      text={`${look.help} Press to ${shown ? 'hide' : 'show'} it; with Alt, or twice, to see it alone or all again.`}
    >
      <button
        type="button"
        className={styles.legendItem}
        aria-pressed={shown}
        onClick={press}
        // Its two presses have switched the line off and on again.
        onDoubleClick={(event) => event.altKey || onIsolate()}
        onKeyDown={onKeyDown}
      >
        <LineSwatch look={look} />
        {look.label}
      </button>
    </Tooltip>
  );
}

export const LineSwatch = memo(function LineSwatch({ look }: { readonly look: LineLook }) {
  return (
    <svg className={styles.swatch} width="20" height="8" aria-hidden="true">
      <path d="M0 4H20" stroke={look.color} strokeWidth={look.width} strokeDasharray={look.dash} />
    </svg>
  );
});
