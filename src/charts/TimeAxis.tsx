/** The one time axis of all charts: its length, its cursor, the instant under the pointer, and the one tooltip. */
import { createContext, use, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { ChartTooltip, type InstantRows } from './ChartTooltip.tsx';
import { type Cell, createCell } from './cell.ts';
import { isShown, type TimeWindow } from './frame.ts';
import { createHover, type HoverStore } from './hover.ts';
import type { DrawnRun, HiddenLines, TimeAxisProps, TimeCursor, VisibleRange } from './props.ts';
import { useSame } from './useSame.ts';
import { useStable } from './useStable.ts';
import { revealedRange, windowOf } from './visibleRange.ts';

export interface TimeAxis {
  readonly durationSeconds: number;
  /** what is shown of it */
  readonly window: TimeWindow;
  /** zooms or pans; undefined: the whole run */
  readonly showRange: (range: VisibleRange | undefined) => void;
  /** pans to an instant that a key led out of sight */
  readonly reveal: (seconds: number) => void;
  readonly hiddenLines: HiddenLines;
  readonly hideLines: (chart: string, hidden: readonly string[]) => void;
  readonly run: DrawnRun;
  /** instants of the syncs; empty until a run has finished */
  readonly syncSeconds: Float64Array;
  readonly cursor: TimeCursor;
  readonly hover: HoverStore;
  /** the span that is being marked, to zoom to it */
  readonly marking: Cell<VisibleRange>;
  /** what charts add to the tooltip */
  readonly moreRows: Set<InstantRows>;
  readonly selectSync: (sync: number) => void;
}

const NO_SYNCS = new Float64Array(0);

const TimeAxisContext = createContext<TimeAxis | undefined>(undefined);

export function TimeAxisProvider(props: TimeAxisProps) {
  const { durationSeconds, range, hiddenLines, run, trace, loads, compared, cursor, children } = props;
  const [hover] = useState(createHover);
  const [marking] = useState(createCell<VisibleRange>);
  const [moreRows] = useState(() => new Set<InstantRows>());
  const selectSync = useStable(props.onSelectSync);
  const showRange = useStable(props.onRange);
  const hideLines = useStable(props.onHideLines);
  const window = useMemo(() => windowOf(range, durationSeconds), [range, durationSeconds]);
  const reveal = useStable((seconds: number) => {
    if (!isShown(window, seconds)) showRange(revealedRange(window, seconds));
  });
  useKeepingShown(cursor, reveal);
  const syncSeconds = trace?.syncs.atSeconds ?? NO_SYNCS;
  const axis: TimeAxis = useSame({
    durationSeconds,
    window,
    showRange,
    reveal,
    hiddenLines,
    hideLines,
    run,
    syncSeconds,
    cursor,
    hover,
    marking,
    moreRows,
    selectSync,
  });
  return (
    <TimeAxisContext value={axis}>
      {children}
      <ChartTooltip hover={hover} trace={trace} loads={loads} compared={compared} more={moreRows} />
    </TimeAxisContext>
  );
}

export function useTimeAxis(): TimeAxis {
  const axis = use(TimeAxisContext);
  if (axis === undefined) throw new Error('a chart stands outside TimeAxisProvider');
  return axis;
}

/** Adds to what the tooltip tells of an instant, as long as the chart is there. */
export function useInstantRows(rowsOf: InstantRows): void {
  const { moreRows } = useTimeAxis();
  useEffect(() => {
    moreRows.add(rowsOf);
    return () => void moreRows.delete(rowsOf);
  }, [moreRows, rowsOf]);
}

/** The part of the run that every chart shows. */
export function useTimeWindow(): TimeWindow {
  return useTimeAxis().window;
}

/** Playing and jumping never lead out of sight: the window follows the cursor, and only when that moves. */
function useKeepingShown(cursor: TimeCursor, reveal: (seconds: number) => void): void {
  useEffect(() => cursor.subscribe(() => reveal(cursor.getSeconds())), [cursor, reveal]);
}

interface Followed {
  subscribe(listener: () => void): () => void;
}

/**
 * Runs `place` now, after every render, and whenever the followed thing moves: an element follows the cursor by
 * its ref, without a render.
 */
export function useFollow(followed: Followed, place: () => void): void {
  useLayoutEffect(() => {
    place();
    return followed.subscribe(place);
  });
}
