import { startTransition, useEffect, useState } from 'react';
import type { LoadCurve } from '../core/index.ts';
import type { LiveCurve } from './liveCurve.ts';
import { highestLoad } from './reach.ts';

export interface CurveReach {
  /** value that the axis must hold */
  readonly highest: number;
  /** while a point is dragged: the axis keeps what it had at the start */
  hold(dragging: boolean): void;
}

/** The axis may grow while a point is dragged, but shrinks only after: nothing slips away under the pointer. */
export function useCurveReach(curve: LoadCurve, live: LiveCurve): CurveReach {
  const [held, setHeld] = useState(0);
  const [grown, grow] = useState({ curve, highest: 0 });
  const highest = Math.max(held, highestLoad(curve), grown.curve === curve ? grown.highest : 0);
  useEffect(
    () =>
      live.subscribe(() => {
        const needed = highestLoad(live.get());
        if (needed > highest) startTransition(() => grow({ curve, highest: needed }));
      }),
    [live, curve, highest],
  );
  return { highest, hold: (dragging) => setHeld(dragging ? highest : 0) };
}
