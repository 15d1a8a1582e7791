import { type RefObject, useEffect } from 'react';
import type { PlotFrame } from './frame.ts';
import { wheeledRange } from './gestures.ts';
import { useTimeAxis } from './TimeAxis.tsx';

/** Zooms and pans by the wheel over an element whose left edge is that of the chart that `frame` describes. */
export function useWheelZoom(ref: RefObject<HTMLElement | null>, frame: PlotFrame | undefined): void {
  const { showRange } = useTimeAxis();
  useEffect(() => {
    const element = ref.current;
    if (element === null || frame === undefined || frame.width === 0) return;
    const onWheel = (event: WheelEvent): void => {
      const answer = wheeledRange(frame, event.clientX - element.getBoundingClientRect().left, event);
      if (answer === undefined) return;
      event.preventDefault();
      showRange(answer.range);
    };
    // React's own listeners are passive: they could not keep the page from zooming too.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [ref, frame, showRange]);
}
