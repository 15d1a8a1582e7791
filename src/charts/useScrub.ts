/** Pointer on a plot: hovering shows an instant, pressing and dragging selects syncs. */
import { type PointerEvent, useRef } from 'react';
import { type PlotFrame, toSeconds } from './frame.ts';
import { syncAt } from './syncs.ts';
import { useTimeAxis } from './TimeAxis.tsx';

export interface ScrubHandlers {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
  onPointerCancel(): void;
  onPointerLeave(): void;
}

/** @param originX x of the element that takes the pointer, within the chart that `frame` describes */
export function useScrub(frame: PlotFrame, originX: number): ScrubHandlers {
  const { hover, selectSync, syncSeconds } = useTimeAxis();
  const selected = useRef<number>(undefined);
  const secondsAt = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return toSeconds(frame, originX + event.clientX - box.left);
  };
  const select = (seconds: number): void => {
    const sync = syncAt(syncSeconds, seconds);
    if (sync < 0 || sync === selected.current) return;
    selected.current = sync;
    selectSync(sync);
  };
  const show = (event: PointerEvent<HTMLElement>): void =>
    hover.set({ seconds: secondsAt(event), clientX: event.clientX, clientY: event.clientY });
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      selected.current = undefined;
      select(secondsAt(event));
      show(event);
    },
    onPointerMove: (event) => {
      show(event);
      if (event.currentTarget.hasPointerCapture(event.pointerId)) select(secondsAt(event));
    },
    // A finger hovers nothing once it is lifted.
    onPointerUp: (event) => {
      if (event.pointerType !== 'mouse') hover.set(undefined);
    },
    onPointerCancel: () => hover.set(undefined),
    onPointerLeave: () => hover.set(undefined),
  };
}
