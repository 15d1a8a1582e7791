/** How far a chart's value axis reaches. */
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Trace } from '../core/index.ts';
import { useTimeAxis } from './TimeAxis.tsx';

export interface Reach {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * What the settled run needs, and during a drag whatever more its runs need: the axis grows when a line leaves it,
 * and shrinks only once the hand pauses. Nothing jumps up and down with each step.
 *
 * @param reachOf what a run needs; keeps its identity unless something else is shown
 */
export function useReach(trace: Trace | undefined, reachOf: (trace: Trace) => Reach, empty: Reach): Reach {
  const { run } = useTimeAxis();
  const settled = useMemo(() => (trace === undefined ? empty : reachOf(trace)), [trace, reachOf, empty]);
  const [grown, grow] = useState({ trace, reach: settled });
  const reach = useMemo(
    () => (grown.trace === trace ? union(settled, grown.reach) : settled),
    [grown, trace, settled],
  );
  useEffect(
    () =>
      run.subscribe(() => {
        const drawn = run.get();
        if (drawn === undefined || drawn === trace) return;
        const needed = union(reach, reachOf(drawn));
        if (isWithin(needed, reach)) return;
        startTransition(() => grow({ trace, reach: needed }));
      }),
    [run, trace, reach, reachOf],
  );
  return reach;
}

function union(one: Reach, other: Reach): Reach {
  return {
    lowest: Math.min(one.lowest, other.lowest),
    highest: Math.max(one.highest, other.highest),
  };
}

function isWithin(inner: Reach, outer: Reach): boolean {
  return inner.lowest >= outer.lowest && inner.highest <= outer.highest;
}
