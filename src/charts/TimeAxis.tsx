/** The one time axis of all charts: its length, its cursor, the instant under the pointer, and the one tooltip. */
import { createContext, use, useLayoutEffect, useMemo, useState } from 'react';
import { ChartTooltip } from './ChartTooltip.tsx';
import { createHover, type HoverStore } from './hover.ts';
import type { DrawnRun, TimeAxisProps, TimeCursor } from './props.ts';
import { useStable } from './useStable.ts';

export interface TimeAxis {
  readonly durationSeconds: number;
  readonly run: DrawnRun;
  /** instants of the syncs; empty until a run has finished */
  readonly syncSeconds: Float64Array;
  readonly cursor: TimeCursor;
  readonly hover: HoverStore;
  readonly selectSync: (sync: number) => void;
}

const NO_SYNCS = new Float64Array(0);

const TimeAxisContext = createContext<TimeAxis | undefined>(undefined);

export function TimeAxisProvider(props: TimeAxisProps) {
  const { durationSeconds, run, trace, loads, compared, cursor, children } = props;
  const [hover] = useState(createHover);
  const selectSync = useStable(props.onSelectSync);
  const syncSeconds = trace?.syncs.atSeconds ?? NO_SYNCS;
  const axis = useMemo(
    () => ({ durationSeconds, run, syncSeconds, cursor, hover, selectSync }),
    [durationSeconds, run, syncSeconds, cursor, hover, selectSync],
  );
  return (
    <TimeAxisContext value={axis}>
      {children}
      <ChartTooltip hover={hover} trace={trace} loads={loads} compared={compared} />
    </TimeAxisContext>
  );
}

export function useTimeAxis(): TimeAxis {
  const axis = use(TimeAxisContext);
  if (axis === undefined) throw new Error('a chart stands outside TimeAxisProvider');
  return axis;
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
