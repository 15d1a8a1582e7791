/**
 * The one tooltip of all charts: everything at the instant under the pointer, or at the sync that the keyboard
 * reached.
 */
import { useSyncExternalStore } from 'react';
import type { LoadCurve, Trace } from '../core/index.ts';
import styles from './charts.module.css';
import type { Hovered, HoverStore, HoverSubject } from './hover.ts';
import { type Instant, type InstantRow, instantAt } from './instant.ts';
import { LineSwatch } from './Legend.tsx';
import { LIMITERS } from './limiters.ts';
import type { ComparedLine } from './props.ts';
import { LimiterSwatch } from './RibbonLegend.tsx';

interface ChartTooltipProps {
  readonly hover: HoverStore;
  readonly trace: Trace | undefined;
  readonly loads: readonly LoadCurve[];
  readonly compared: ComparedLine | undefined;
  /** of charts that add to what is told of an instant */
  readonly more: ReadonlySet<InstantRows>;
}

/** What a chart knows of an instant beyond the usual. */
export type InstantRows = (trace: Trace, seconds: number) => readonly InstantRow[];

export function ChartTooltip({ hover, trace, loads, compared, more }: ChartTooltipProps) {
  const hovered = useSyncExternalStore(hover.subscribe, hover.get);
  if (hovered === undefined) return null;
  const { seconds, subject } = hovered;
  const instant = instantAt(trace, loads, seconds, compared);
  const added = trace === undefined ? [] : [...more].flatMap((rowsOf) => rowsOf(trace, seconds));
  return (
    // What it says is said by the ribbon's slider and by the panels; a live region here would repeat every move.
    <div className={styles.tooltip} style={placeTooltip(hovered)} aria-hidden="true">
      {subject === undefined ? (
        <>
          <TooltipHeading instant={instant} />
          <TooltipRows rows={[...instant.rows, ...added]} />
        </>
      ) : (
        <Subject subject={subject} />
      )}
    </div>
  );
}

function TooltipRows({ rows }: { readonly rows: readonly InstantRow[] }) {
  return rows.map(({ key, look, label, value }) => (
    <div key={key} className={styles.tooltipRow}>
      <LineSwatch look={look} />
      <span>{label}</span>
      <b>{value}</b>
    </div>
  ));
}

function Subject({ subject: { title, facts } }: { readonly subject: HoverSubject }) {
  return (
    <>
      <b className={styles.tooltipSubject}>{title}</b>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.tooltipRow}>
          <span>{label}</span>
          <b>{value}</b>
        </div>
      ))}
    </>
  );
}

function TooltipHeading({ instant }: { readonly instant: Instant }) {
  return (
    <>
      <div className={styles.tooltipTime}>
        <b>{instant.clock}</b>
        {instant.sync !== undefined && <span>sync {instant.sync}</span>}
      </div>
      {instant.limiter !== undefined && (
        <div className={styles.tooltipLimiter}>
          <LimiterSwatch kind={instant.limiter} />
          {LIMITERS[instant.limiter].label}
        </div>
      )}
    </>
  );
}

const WIDTH = 216;
const DISTANCE = 14;

/** Beside the pointer, on the side that has the room; above it where the window ends. */
function placeTooltip({ clientX, clientY }: Hovered): { left: number; top?: number; bottom?: number } {
  const { innerWidth, innerHeight } = window;
  const right = clientX + DISTANCE + WIDTH <= innerWidth;
  const left = right ? clientX + DISTANCE : Math.max(4, clientX - DISTANCE - WIDTH);
  const below = clientY < innerHeight / 2;
  return below ? { left, top: clientY + DISTANCE } : { left, bottom: innerHeight - clientY + DISTANCE };
}
