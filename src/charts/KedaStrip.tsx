/** The second clock: what KEDA's polls decided, one cell a poll, under what the syncs of the HPA did. */
import { type KeyboardEvent, memo, useId, useMemo, useRef } from 'react';
import { KEDA_DECISIONS, type KedaTrace, pollAt, type Trace } from '../core/index.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import strip from './conditions.module.css';
import { MARGIN, type PlotFrame, plotFrame, toX } from './frame.ts';
import {
  decisionBeside,
  KEDA_LOOKS,
  type KedaKind,
  kindOf,
  kindsOf,
  nextOfKind,
  pollText,
  spokenPoll,
} from './keda.ts';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { CursorLines } from './PlotOverlay.tsx';
import { limiterRuns } from './ribbon.ts';
import { syncAt, syncForKey } from './syncs.ts';
import { useFollow, useInstantRows, useTimeAxis, useTimeWindow } from './TimeAxis.tsx';
import { useScrub } from './useScrub.ts';
import { useSize } from './useSize.ts';
import { useStable } from './useStable.ts';
import { useWheelZoom } from './useWheelZoom.ts';

const HEIGHT = 18;
const LETTER_WIDTH = 13;
const BASELINE = 3.5;

const TABLE = { chart: 'keda' } as const;

interface KedaStripProps {
  readonly trace: Trace;
  readonly keda: KedaTrace;
}

export default function KedaStrip({ trace, keda }: KedaStripProps) {
  const { cursor, selectSync, syncSeconds } = useTimeAxis();
  useInstantRows(rowsOf);
  const find = useStable((kind: KedaKind): void => {
    const to = nextOfKind(trace, syncAt(syncSeconds, cursor.getSeconds()), kind);
    if (to !== undefined) selectSync(to);
  });
  return (
    <ChartSection
      title="KEDA"
      term="twoClocks"
      table={TABLE}
      heading={<KedaLegend kinds={kindsOf(keda).join(' ')} onFind={find} />}
    >
      <Strip trace={trace} keda={keda} />
    </ChartSection>
  );
}

function rowsOf({ keda }: Trace, seconds: number) {
  if (keda === undefined) return [];
  const poll = pollAt(keda, seconds);
  const { colorToken, help } = KEDA_LOOKS[poll < 0 ? 'nothing' : kindOf(keda.polls, poll)];
  const look = { label: 'KEDA', color: `var(${colorToken})`, width: 4, help };
  return [{ key: 'keda', look, label: 'KEDA', value: pollText(keda, poll, seconds) }];
}

interface KedaLegendProps {
  /** the kinds with a space between them: equal text, nothing to draw */
  readonly kinds: string;
  readonly onFind: (kind: KedaKind) => void;
}

const KedaLegend = memo(function KedaLegend({ kinds, onFind }: KedaLegendProps) {
  const shown = KEDA_DECISIONS.filter((kind) => kinds.split(' ').includes(kind));
  return (
    <div className={styles.legend}>
      {shown.map((kind) => (
        <Tooltip key={kind} text={`${KEDA_LOOKS[kind].help} Press to go to the next such poll.`}>
          <button type="button" className={styles.legendItem} onClick={() => onFind(kind)}>
            <KedaSwatch kind={kind} />
            {KEDA_LOOKS[kind].label}
          </button>
        </Tooltip>
      ))}
    </div>
  );
});

export function KedaSwatch({ kind }: { readonly kind: KedaKind }) {
  const base = useId();
  const { colorToken, pattern } = KEDA_LOOKS[kind];
  return (
    <svg className={styles.limiterSwatch} width="12" height="12" aria-hidden="true">
      {pattern !== 'solid' && <LimiterPatternDefs base={base} />}
      <rect width="12" height="12" rx="2" fill={`var(${colorToken})`} />
      {pattern !== 'solid' && <rect width="12" height="12" rx="2" fill={patternFill(base, pattern)} />}
    </svg>
  );
}

function Strip({ trace, keda }: KedaStripProps) {
  const [ref, size] = useSize();
  const window = useTimeWindow();
  const frame = useMemo(() => {
    const box = { width: size?.width ?? 0, height: HEIGHT + MARGIN.top + MARGIN.bottom };
    return plotFrame(box, false, window, { bottom: 0, top: 1 });
  }, [size, window]);
  useWheelZoom(ref, frame);
  return (
    <div ref={ref} className={styles.ribbon} style={{ height: HEIGHT }}>
      {frame.width > 0 && <StripSlider trace={trace} keda={keda} frame={frame} />}
    </div>
  );
}

/** The keys of the ribbon above; with Ctrl an arrow leads to where KEDA decides something else. */
function StripSlider({ trace, keda, frame }: KedaStripProps & { readonly frame: PlotFrame }) {
  const { cursor, hover, selectSync, syncSeconds } = useTimeAxis();
  const slider = useRef<HTMLDivElement>(null);
  const scrub = useScrub(frame, frame.left);
  const shown = useRef(0);
  useFollow(cursor, () => {
    const seconds = cursor.getSeconds();
    shown.current = Math.max(0, syncAt(syncSeconds, seconds));
    const poll = pollAt(keda, seconds);
    slider.current?.setAttribute('aria-valuenow', String(Math.max(1, poll + 1)));
    slider.current?.setAttribute('aria-valuetext', spokenPoll(keda, poll));
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hover.set(undefined);
    const to = leadsTo(trace, shown.current, event);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    selectSync(to);
  };
  return (
    <div
      ref={slider}
      className={styles.slider}
      style={{ left: frame.left, width: frame.width, height: HEIGHT }}
      role="slider"
      tabIndex={0}
      aria-label="KEDA’s poll"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, keda.polls.atSeconds.length)}
      aria-valuenow={1}
      {...scrub}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(undefined)}
    >
      <Cells trace={trace} keda={keda} frame={frame} />
      <CursorLines frame={frame} />
    </div>
  );
}

function leadsTo(trace: Trace, sync: number, press: KeyboardEvent): number | undefined {
  const isArrow = press.key.startsWith('Arrow');
  if (!isArrow || !press.ctrlKey || press.shiftKey) return syncForKey(trace.syncs, sync, press);
  return decisionBeside(trace, sync, press.key === 'ArrowRight' || press.key === 'ArrowUp' ? 1 : -1);
}

const Cells = memo(function Cells({ trace, keda, frame }: KedaStripProps & { readonly frame: PlotFrame }) {
  const base = useId();
  const { atSeconds, decision } = keda.polls;
  const runs = limiterRuns({ atSeconds, limiter: decision }, frame, Math.floor(frame.width));
  const xOf = (poll: number): number => {
    const seconds = poll < atSeconds.length ? (atSeconds[poll] as number) : trace.durationSeconds;
    return Math.min(frame.width, Math.max(0, toX(frame, seconds) - frame.left));
  };
  return (
    <svg className={styles.cells} width={frame.width} height={HEIGHT} aria-hidden="true">
      <LimiterPatternDefs base={base} />
      {runs.map(({ code, fromSync, toSync }) => {
        const kind = KEDA_DECISIONS[code] ?? 'nothing';
        const { colorToken, pattern, letter } = KEDA_LOOKS[kind];
        const x = xOf(fromSync);
        const width = Math.max(1.5, xOf(toSync) - x);
        return (
          <g key={fromSync} data-decision={kind}>
            <rect x={x} width={width} height={HEIGHT} fill={`var(${colorToken})`} />
            {pattern !== 'solid' && (
              <rect x={x} width={width} height={HEIGHT} fill={patternFill(base, pattern)} />
            )}
            {width >= LETTER_WIDTH && (
              <text className={strip.letter} x={x + width / 2} y={HEIGHT / 2 + BASELINE}>
                {letter}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});
