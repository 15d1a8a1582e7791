/** The HPA's conditions over the run: a row each, True, False or Unknown, with the reason at the cursor in words. */
import { type KeyboardEvent, memo, useCallback, useId, useMemo, useRef } from 'react';
import {
  CONDITION_STATUSES,
  type ConditionColumns,
  type ConditionStanding,
  type Trace,
} from '../core/index.ts';
import { Help } from '../ui/Help.tsx';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import { CHART_TERMS } from './chartTerms.ts';
import strip from './conditions.module.css';
import {
  changeBeside,
  conditionHelp,
  reasonChanges,
  STANDING_LOOKS,
  standingAt,
  standingText,
  stretchText,
} from './conditions.ts';
import { MARGIN, type PlotFrame, plotFrame, toX } from './frame.ts';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { CursorLines } from './PlotOverlay.tsx';
import { visibleIndices } from './reduce.ts';
import { limiterRuns } from './ribbon.ts';
import { syncAt } from './syncs.ts';
import { useFollow, useInstantRows, useTimeAxis, useTimeWindow } from './TimeAxis.tsx';
import { useScrub } from './useScrub.ts';
import { useSize } from './useSize.ts';

const ROW_HEIGHT = 14;
const LETTER_WIDTH = 12;
const BASELINE = 3.5;
const LEAST_LINE_GAP = 4;

interface ConditionsStripProps {
  readonly trace: Trace | undefined;
}

export function ConditionsStrip({ trace }: ConditionsStripProps) {
  useInstantRows(rowsOf);
  return (
    <ChartSection title="Conditions" term={CHART_TERMS.conditions} heading={<StandingLegend />}>
      <div className={strip.rows}>
        {trace?.conditions.map((columns) => (
          <Row key={columns.type} trace={trace} columns={columns} />
        ))}
        {trace !== undefined && trace.conditions.length === 0 && (
          <p className={strip.empty}>The status of this HPA has no conditions.</p>
        )}
      </div>
    </ChartSection>
  );
}

function rowsOf(trace: Trace, seconds: number) {
  const sync = syncAt(trace.syncs.atSeconds, seconds);
  if (sync < 0) return [];
  return trace.conditions.map((columns) => ({
    key: columns.type,
    look: {
      label: columns.type,
      color: `var(${STANDING_LOOKS[standingAt(columns, sync)].colorToken ?? '--faint'})`,
      width: 4,
      help: conditionHelp(columns.type),
    },
    label: columns.type,
    value: standingText(columns, sync),
  }));
}

const SHOWN: readonly ConditionStanding[] = ['True', 'False', 'Unknown'];

const StandingLegend = memo(function StandingLegend() {
  const base = useId();
  return (
    <div className={styles.legend}>
      {SHOWN.map((standing) => {
        const { colorToken, pattern, letter } = STANDING_LOOKS[standing];
        return (
          <span key={standing} className={styles.legendText}>
            <svg className={styles.swatch} width="14" height="12" aria-hidden="true">
              <LimiterPatternDefs base={base} />
              <rect width="14" height="12" rx="2" fill={`var(${colorToken})`} />
              {pattern !== 'solid' && (
                <rect width="14" height="12" rx="2" fill={patternFill(base, pattern)} />
              )}
              <text className={strip.letter} x="7" y="9.5">
                {letter}
              </text>
            </svg>
            {standing}
          </span>
        );
      })}
    </div>
  );
});

interface RowProps {
  readonly trace: Trace;
  readonly columns: ConditionColumns;
}

function Row({ trace, columns }: RowProps) {
  const { cursor, syncSeconds } = useTimeAxis();
  const [ref, size] = useSize();
  const window = useTimeWindow();
  const now = useRef<HTMLSpanElement>(null);
  const frame = useMemo(() => {
    const box = { width: size?.width ?? 0, height: ROW_HEIGHT + MARGIN.top + MARGIN.bottom };
    return plotFrame(box, false, window, { bottom: 0, top: 1 });
  }, [size, window]);
  useFollow(cursor, () => {
    const text = standingText(columns, syncAt(syncSeconds, cursor.getSeconds()));
    if (now.current !== null && now.current.textContent !== text) now.current.textContent = text;
  });
  return (
    <div ref={ref} className={strip.row}>
      <p className={strip.label} style={{ marginLeft: MARGIN.left }}>
        <span className={strip.type}>{columns.type}</span>
        <span ref={now} className={strip.now} />
        <Help about={columns.type} text={conditionHelp(columns.type)} />
      </p>
      <div className={strip.track} style={{ height: ROW_HEIGHT }}>
        {frame.width > 0 && <RowSlider trace={trace} columns={columns} frame={frame} />}
      </div>
    </div>
  );
}

/** From change to change by the arrow keys; a press anywhere selects the sync. */
function RowSlider({ trace, columns, frame }: RowProps & { readonly frame: PlotFrame }) {
  const { cursor, hover, selectSync, syncSeconds } = useTimeAxis();
  const slider = useRef<HTMLDivElement>(null);
  const scrub = useScrub(frame, frame.left);
  const shown = useRef(0);
  useFollow(cursor, () => {
    shown.current = Math.max(0, syncAt(syncSeconds, cursor.getSeconds()));
    slider.current?.setAttribute('aria-valuenow', String(shown.current + 1));
    slider.current?.setAttribute('aria-valuetext', stretchText(columns, syncSeconds, shown.current));
  });
  const onKeyDown = useCallback(
    (event: KeyboardEvent): void => {
      const to = leadsTo(columns, shown.current, event);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      selectSync(to);
    },
    [columns, selectSync],
  );
  return (
    <div
      ref={slider}
      className={styles.slider}
      style={{ left: frame.left, width: frame.width, height: ROW_HEIGHT }}
      role="slider"
      tabIndex={0}
      aria-label={columns.type}
      aria-valuemin={1}
      aria-valuemax={trace.syncs.atSeconds.length}
      aria-valuenow={1}
      {...scrub}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(undefined)}
    >
      <Cells trace={trace} columns={columns} frame={frame} />
      <CursorLines frame={frame} />
    </div>
  );
}

/** Undefined: the key is not meant for the strip. */
function leadsTo(
  columns: ConditionColumns,
  sync: number,
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
): number | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return changeBeside(columns, sync, 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return changeBeside(columns, sync, -1);
    case 'Home':
      return 0;
    case 'End':
      return columns.status.length - 1;
    default:
      return undefined;
  }
}

const Cells = memo(function Cells({ trace, columns, frame }: RowProps & { readonly frame: PlotFrame }) {
  const base = useId();
  const { atSeconds } = trace.syncs;
  const runs = limiterRuns({ atSeconds, limiter: columns.status }, frame, Math.floor(frame.width));
  const xOf = (sync: number): number => {
    const seconds = sync < atSeconds.length ? (atSeconds[sync] as number) : trace.durationSeconds;
    return Math.min(frame.width, Math.max(0, toX(frame, seconds) - frame.left));
  };
  const [first, last] = visibleIndices(atSeconds, frame);
  // So many that they would be a surface of their own: none says more.
  const changes = reasonChanges(columns, first, last);
  const lines =
    changes.length * LEAST_LINE_GAP > frame.width
      ? ''
      : changes.map((sync) => `M${xOf(sync).toFixed(1)} 0v${ROW_HEIGHT}`).join('');
  return (
    <svg className={styles.cells} width={frame.width} height={ROW_HEIGHT} aria-hidden="true">
      <LimiterPatternDefs base={base} />
      {runs.map(({ code, fromSync, toSync }) => {
        const { colorToken, pattern, letter } = STANDING_LOOKS[CONDITION_STATUSES[code] ?? 'absent'];
        if (colorToken === undefined) return null;
        const x = xOf(fromSync);
        const width = Math.max(1, xOf(toSync) - x);
        return (
          <g key={fromSync} data-standing={CONDITION_STATUSES[code]}>
            <rect x={x} width={width} height={ROW_HEIGHT} fill={`var(${colorToken})`} />
            {pattern !== 'solid' && (
              <rect x={x} width={width} height={ROW_HEIGHT} fill={patternFill(base, pattern)} />
            )}
            {width >= LETTER_WIDTH && (
              <text className={strip.letter} x={x + width / 2} y={ROW_HEIGHT / 2 + BASELINE}>
                {letter}
              </text>
            )}
          </g>
        );
      })}
      <path className={strip.reasons} d={lines} />
    </svg>
  );
});
