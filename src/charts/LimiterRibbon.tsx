/** What decided each sync, one cell a sync. A slider over the syncs for the keyboard, a scrubber for the pointer. */
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { LIMITER_KINDS, type LimiterKind, type Trace } from '../core/index.ts';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import { CHART_TERMS } from './chartTerms.ts';
import { MARGIN, type PlotFrame, plotFrame, toX } from './frame.ts';
import { CursorLines } from './PlotOverlay.tsx';
import type { LimiterRibbonProps } from './props.ts';
import { RibbonCells } from './RibbonCells.tsx';
import { RibbonLegend } from './RibbonLegend.tsx';
import { limiterCounts } from './ribbon.ts';
import { nextOfKind, syncAt, syncForKey, syncText } from './syncs.ts';
import { useFollow, useTimeAxis, useTimeWindow } from './TimeAxis.tsx';
import { useScrub } from './useScrub.ts';
import { useSize } from './useSize.ts';
import { useStable } from './useStable.ts';
import { useWheelZoom } from './useWheelZoom.ts';

const RIBBON_HEIGHT = 18;

const TABLE = { chart: 'limiters' } as const;

export function LimiterRibbon({ trace }: LimiterRibbonProps) {
  const { cursor, selectSync, syncSeconds } = useTimeAxis();
  const kinds = useMemo(() => (trace === undefined ? '' : kindsOf(trace).join(' ')), [trace]);
  const find = useStable((kind: LimiterKind): void => {
    if (trace === undefined) return;
    const from = syncAt(syncSeconds, cursor.getSeconds());
    selectSync(nextOfKind(trace.syncs, LIMITER_KINDS.indexOf(kind), from));
  });
  return (
    <ChartSection
      title="Decided by"
      term={CHART_TERMS.limiters}
      table={TABLE}
      heading={<RibbonLegend kinds={kinds} onFind={find} />}
    >
      <Ribbon trace={trace} />
    </ChartSection>
  );
}

function kindsOf(trace: Trace): LimiterKind[] {
  const counts = limiterCounts(trace.syncs.limiter);
  return LIMITER_KINDS.filter((_, code) => (counts[code] ?? 0) > 0);
}

function Ribbon({ trace }: LimiterRibbonProps) {
  const [ref, size] = useSize();
  const window = useTimeWindow();
  const frame = useMemo(() => {
    const box = { width: size?.width ?? 0, height: RIBBON_HEIGHT + MARGIN.top + MARGIN.bottom };
    return plotFrame(box, false, window, { bottom: 0, top: 1 });
  }, [size, window]);
  useWheelZoom(ref, frame);
  return (
    <div ref={ref} className={styles.ribbon} style={{ height: RIBBON_HEIGHT }}>
      {trace !== undefined && frame.width > 0 && trace.syncs.atSeconds.length > 0 && (
        <RibbonSlider trace={trace} frame={frame} />
      )}
      {trace?.syncs.atSeconds.length === 0 && (
        <p className={styles.noSyncs} style={{ paddingLeft: frame.left }}>
          No syncs: nothing decides in this run.
        </p>
      )}
    </div>
  );
}

interface RibbonSliderProps {
  readonly trace: Trace;
  readonly frame: PlotFrame;
}

function RibbonSlider({ trace, frame }: RibbonSliderProps) {
  const { cursor, hover, selectSync, syncSeconds } = useTimeAxis();
  const slider = useRef<HTMLDivElement>(null);
  const scrub = useScrub(frame, frame.left);
  const shown = useRef(-1);
  const sayWhere = (sync: number): void => {
    slider.current?.setAttribute('aria-valuenow', String(sync + 1));
    slider.current?.setAttribute('aria-valuetext', syncText(trace, sync));
  };
  useFollow(cursor, () => {
    const sync = syncAt(syncSeconds, cursor.getSeconds());
    shown.current = sync;
    sayWhere(sync);
  });
  const showTooltip = (sync: number): void => {
    const box = slider.current?.getBoundingClientRect();
    const seconds = syncSeconds[sync];
    if (box === undefined || seconds === undefined) return;
    // A key may have turned the page: the tooltip stays beside the ribbon.
    const x = Math.min(frame.width, Math.max(0, toX(frame, seconds) - frame.left));
    hover.set({ seconds, clientX: box.left + x, clientY: box.bottom });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hover.set(undefined);
    const sync = syncForKey(trace.syncs, shown.current, event);
    if (sync === undefined) return;
    event.preventDefault();
    // The page has arrow keys of its own for when nothing else wants them.
    event.stopPropagation();
    selectSync(sync);
    showTooltip(sync);
  };
  return (
    <div
      ref={slider}
      className={styles.slider}
      style={{ left: frame.left, width: frame.width, height: RIBBON_HEIGHT }}
      role="slider"
      tabIndex={0}
      aria-label="Sync"
      aria-valuemin={1}
      aria-valuemax={trace.syncs.atSeconds.length}
      aria-valuenow={1}
      {...scrub}
      onKeyDown={onKeyDown}
      onBlur={() => hover.set(undefined)}
    >
      <RibbonCells frame={frame} />
      <CursorLines frame={frame} />
    </div>
  );
}
