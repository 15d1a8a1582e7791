/** A legend whose entries switch their lines on and off. */
import styles from './charts.module.css';

export interface LineLook {
  readonly label: string;
  readonly color: string;
  /** SVG dash array; solid when left out */
  readonly dash?: string;
  readonly width: number;
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
        <button
          key={id}
          type="button"
          className={styles.legendItem}
          aria-pressed={!hidden.has(id)}
          title={hidden.has(id) ? 'Show this line' : 'Hide this line'}
          onClick={() => onToggle(id)}
        >
          <LineSwatch look={lines[id]} />
          {lines[id].label}
        </button>
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
