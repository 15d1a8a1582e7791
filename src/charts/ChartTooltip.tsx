/**
 * The one tooltip of all charts: everything at the instant under the pointer, or at the sync that the keyboard
 * reached.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { LoadCurve, Trace } from '../core/index.ts';
import type { Hovered, HoverStore, HoverSubject } from './hover.ts';
import { type Instant, type InstantGroup, type InstantRow, instantAt, withRows } from './instant.ts';
import { LineSwatch } from './Legend.tsx';
import { LIMITERS } from './limiters.ts';
import type { ComparedLine } from './props.ts';
import { LimiterSwatch } from './RibbonLegend.tsx';
import styles from './tooltip.module.css';

interface ChartTooltipProps {
  readonly hover: HoverStore;
  readonly trace: Trace | undefined;
  readonly loads: readonly LoadCurve[];
  readonly compared: ComparedLine | undefined;
  /** of charts that add to what is told of an instant */
  readonly more: ReadonlySet<InstantRows>;
}

/** What a chart knows of an instant beyond the usual. A row without a look is something that happens then. */
export type InstantRows = (trace: Trace, seconds: number) => readonly InstantRow[];

export function ChartTooltip({ hover, trace, loads, compared, more }: ChartTooltipProps) {
  const hovered = useSyncExternalStore(hover.subscribe, hover.get);
  useLettingGo(hover, hovered !== undefined);
  if (hovered === undefined) return null;
  const { seconds, subject } = hovered;
  if (subject !== undefined) {
    return (
      <div className={styles.tooltip} style={placeTooltip(hovered, NARROW)} aria-hidden="true">
        <Subject subject={subject} />
      </div>
    );
  }
  const instant = instantAt(trace, loads, seconds, compared);
  const added = trace === undefined ? [] : [...more].flatMap((rowsOf) => rowsOf(trace, seconds));
  const groups = withRows(
    instant.groups,
    added.filter(({ look }) => look !== undefined),
  );
  const events = [
    ...added.filter(({ look }) => look === undefined).map(({ value }) => value),
    ...instant.events,
  ];
  const [left, right] = columnsOf(groups);
  const width = right.length > 0 && window.innerWidth >= ROOM_FOR_TWO ? WIDE : NARROW;
  return (
    // What it says is said by the ribbon's slider, the panels and the tables; a live region here would repeat every move.
    <div className={styles.tooltip} style={placeTooltip(hovered, width)} aria-hidden="true">
      <TooltipHeading instant={instant} />
      <div className={styles.columns} data-wide={width === WIDE}>
        <TooltipRows rows={left} />
        <TooltipRows rows={right} />
      </div>
      {[...new Set(events)].map((text) => (
        <p key={text} className={styles.event}>
          {text}
        </p>
      ))}
    </div>
  );
}

/** Load and replicas stand on the left, what they come from and lead to on the right. */
function columnsOf(groups: readonly InstantGroup[]): readonly [readonly InstantRow[], readonly InstantRow[]] {
  const rowsOf = (titles: readonly string[]) =>
    groups.filter(({ title }) => titles.includes(title)).flatMap(({ rows }) => rows);
  return [rowsOf(['Load', 'Replicas']), rowsOf(['Metrics', 'Workload'])];
}

/** What a long press of a finger left there goes with the next press, and when the page is scrolled. */
function useLettingGo(hover: HoverStore, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const clear = (): void => hover.set(undefined);
    window.addEventListener('pointerdown', clear, { capture: true });
    window.addEventListener('scroll', clear, { capture: true, passive: true });
    return () => {
      window.removeEventListener('pointerdown', clear, { capture: true });
      window.removeEventListener('scroll', clear, { capture: true });
    };
  }, [hover, isShown]);
}

function TooltipRows({ rows }: { readonly rows: readonly InstantRow[] }) {
  return (
    <div className={styles.column}>
      {rows.map(({ key, look, label, value, note }) => (
        <div key={key} className={styles.row}>
          {look !== undefined && <LineSwatch look={look} />}
          <span>{label}</span>
          <b>{value}</b>
          {note !== undefined && <i>{note}</i>}
        </div>
      ))}
    </div>
  );
}

function Subject({ subject: { title, facts } }: { readonly subject: HoverSubject }) {
  return (
    <>
      <b className={styles.subject}>{title}</b>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <span>{label}</span>
          <b>{value}</b>
        </div>
      ))}
    </>
  );
}

function TooltipHeading({ instant }: { readonly instant: Instant }) {
  return (
    <div className={styles.heading}>
      <b>{instant.clock}</b>
      {instant.limiter !== undefined && (
        <>
          <LimiterSwatch kind={instant.limiter} />
          {LIMITERS[instant.limiter].label}
        </>
      )}
      {instant.sync !== undefined && <span className={styles.sync}>sync {instant.sync}</span>}
    </div>
  );
}

/** Pixels. */
const NARROW = 232;
const WIDE = 448;
const ROOM_FOR_TWO = 720;
const DISTANCE = { mouse: 14, touch: 36 };

/** Beside the pointer, on the side that has the room; above it where the window ends. A finger hides more. */
function placeTooltip(
  { clientX, clientY, byTouch }: Hovered,
  width: number,
): { width: number; left: number; top?: number; bottom?: number } {
  const { innerWidth, innerHeight } = window;
  const away = byTouch === true ? DISTANCE.touch : DISTANCE.mouse;
  const right = clientX + away + width <= innerWidth - 4;
  const left = right ? clientX + away : Math.max(4, clientX - away - width);
  const below = clientY < innerHeight / 2;
  return below ? { width, left, top: clientY + away } : { width, left, bottom: innerHeight - clientY + away };
}
