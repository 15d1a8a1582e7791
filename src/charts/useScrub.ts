/** Pointers on a plot: hovering shows an instant, pressing and dragging selects syncs, marks a span, pans or pinches. */
import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { type PlotFrame, toSeconds } from './frame.ts';
import {
  draggedRange,
  type Gesture,
  gestureOf,
  markedRange,
  pinchedRange,
  rangeToZoomTo,
} from './gestures.ts';
import { syncAt } from './syncs.ts';
import { useTimeAxis } from './TimeAxis.tsx';

export interface ScrubHandlers {
  onMouseDown(event: MouseEvent<HTMLElement>): void;
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
  onPointerCancel(event: PointerEvent<HTMLElement>): void;
  onPointerLeave(event: PointerEvent<HTMLElement>): void;
}

interface Drag {
  readonly gesture: Gesture;
  /** as it was when the drag began: what is under the pointer stays under it */
  readonly frame: PlotFrame;
  readonly startX: number;
  readonly startMs: number;
}

interface Pinch {
  readonly frame: PlotFrame;
  readonly start: readonly [number, number];
}

/** From which a press counts as asking, milliseconds. */
const LONG_PRESS_MS = 400;

/**
 * @param originX x of the element that takes the pointer, within the chart that `frame` describes
 * @param only what every press means here; decided by the keys that are held when left out
 */
export function useScrub(frame: PlotFrame, originX: number, only?: Gesture): ScrubHandlers {
  const { hover, marking, selectSync, showRange, syncSeconds } = useTimeAxis();
  const selected = useRef<number>(undefined);
  const drag = useRef<Drag>(undefined);
  const fingers = useRef(new Map<number, number>());
  const pinch = useRef<Pinch>(undefined);
  const xOf = (event: PointerEvent<HTMLElement>): number =>
    originX + event.clientX - event.currentTarget.getBoundingClientRect().left;
  const select = (seconds: number): void => {
    const sync = syncAt(syncSeconds, seconds);
    if (sync < 0 || sync === selected.current) return;
    selected.current = sync;
    selectSync(sync);
  };
  const show = (event: PointerEvent<HTMLElement>): void =>
    hover.set({
      seconds: toSeconds(frame, xOf(event)),
      clientX: event.clientX,
      clientY: event.clientY,
      byTouch: event.pointerType === 'touch',
    });

  const dragTo = ({ gesture, frame: atStart, startX }: Drag, x: number): void => {
    if (gesture === 'mark') marking.set(markedRange(atStart, startX, x));
    else if (gesture === 'pan') showRange(draggedRange(atStart, startX, x));
    else select(toSeconds(frame, x));
  };
  const end = (): void => {
    drag.current = undefined;
    marking.set(undefined);
  };
  const lift = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    pinch.current = undefined;
    if (event.pointerType === 'mouse') return;
    // A finger hovers nothing once it is lifted; but what a long press asked for stays to be read.
    const pressedMs = event.timeStamp - (drag.current?.startMs ?? event.timeStamp);
    if (pressedMs < LONG_PRESS_MS) hover.set(undefined);
  };
  return {
    // Else the middle button would start the browser's own way of scrolling.
    onMouseDown: (event) => event.button === 1 && event.preventDefault(),
    onPointerDown: (event) => {
      if (event.pointerType === 'touch') fingers.current.set(event.pointerId, xOf(event));
      const [one, other] = [...fingers.current.values()];
      if (one !== undefined && other !== undefined) {
        pinch.current = { frame, start: [one, other] };
        end();
        hover.set(undefined);
      }
      const gesture = only !== undefined && event.button === 0 ? only : gestureOf(event);
      if (gesture === undefined || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      selected.current = undefined;
      drag.current = { gesture, frame, startX: xOf(event), startMs: event.timeStamp };
      dragTo(drag.current, xOf(event));
      if (gesture === 'scrub') show(event);
    },
    onPointerMove: (event) => {
      if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, xOf(event));
      const [one, other] = [...fingers.current.values()];
      if (pinch.current !== undefined && one !== undefined && other !== undefined) {
        showRange(pinchedRange(pinch.current.frame, pinch.current.start, [one, other]));
        return;
      }
      if (drag.current !== undefined) dragTo(drag.current, xOf(event));
      if (drag.current === undefined || drag.current.gesture === 'scrub') show(event);
      else hover.set(undefined);
    },
    onPointerUp: (event) => {
      const done = drag.current;
      lift(event);
      end();
      if (done?.gesture !== 'mark') return;
      const range = rangeToZoomTo(done.frame, done.startX, xOf(event));
      if (range !== undefined) showRange(range);
    },
    onPointerCancel: (event) => {
      end();
      lift(event);
      hover.set(undefined);
    },
    onPointerLeave: (event) => {
      if (event.pointerType !== 'touch') hover.set(undefined);
    },
  };
}
