/** Dragging one point with the pointer. Browsers report its moves once a frame. */
import { type PointerEvent, useRef } from 'react';
import { type PlotFrame, spanSeconds, toSeconds, toX, toY } from '../charts/frame.ts';
import type { LoadPoint } from '../core/index.ts';
import { nearestPoint } from './nearest.ts';
import { draggedValue } from './reach.ts';
import { snapTo, timeStep, valueStep } from './snap.ts';

interface Drag {
  readonly index: number;
  /** as it was when the drag began */
  readonly frame: PlotFrame;
  readonly startX: number;
  readonly startY: number;
  /** from the pointer to the point's centre, so that the point does not jump under the pointer */
  readonly offsetX: number;
  readonly offsetY: number;
  moved: boolean;
}

export interface PointDragEvents {
  readonly onStart: (index: number) => void;
  readonly onMove: (index: number, to: LoadPoint) => void;
  /** `moved` is false for a press without a move: a click */
  readonly onEnd: (index: number, moved: boolean) => void;
}

export interface PointDragHandlers {
  onPointerDown(event: PointerEvent<SVGElement>): void;
  onPointerMove(event: PointerEvent<SVGElement>): void;
  onPointerUp(): void;
  onPointerCancel(): void;
}

/** Pixels that a press may tremble and still be a click. */
const TREMBLE = 3;

export function usePointDrag(events: PointDragEvents) {
  const drag = useRef<Drag>(undefined);
  const end = (): void => {
    const ended = drag.current;
    if (ended === undefined) return;
    drag.current = undefined;
    events.onEnd(ended.index, ended.moved);
  };
  /** @param own the point whose hit area takes the press; a neighbour that lies nearer is dragged instead */
  return (own: LoadPoint, points: readonly LoadPoint[], frame: PlotFrame): PointDragHandlers => ({
    onPointerDown: (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const index = meantPoint(event, own, points, frame);
      const point = points[index];
      if (point === undefined) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = startDrag(event, index, point, frame);
      events.onStart(index);
    },
    onPointerMove: (event) => {
      const current = drag.current;
      if (current === undefined) return;
      const { clientX, clientY } = event;
      const far = Math.hypot(clientX - current.startX, clientY - current.startY) > TREMBLE;
      current.moved ||= far;
      if (current.moved) events.onMove(current.index, targetOf(current, clientX, clientY));
    },
    onPointerUp: end,
    onPointerCancel: end,
  });
}

function meantPoint(
  event: PointerEvent<SVGElement>,
  own: LoadPoint,
  points: readonly LoadPoint[],
  frame: PlotFrame,
): number {
  const box = event.currentTarget.getBoundingClientRect();
  const x = toX(frame, own.atSeconds) + event.clientX - (box.left + box.width / 2);
  const y = toY(frame, own.value) + event.clientY - (box.top + box.height / 2);
  return nearestPoint(points, frame, x, y) ?? points.indexOf(own);
}

function startDrag(event: PointerEvent, index: number, point: LoadPoint, frame: PlotFrame): Drag {
  const { clientX, clientY } = event;
  return {
    index,
    frame,
    startX: clientX,
    startY: clientY,
    offsetX: toX(frame, point.atSeconds) - clientX,
    offsetY: toY(frame, point.value) - clientY,
    moved: false,
  };
}

/** The instant and value under the pointer, on round numbers no finer than a pixel. */
function targetOf({ frame, offsetX, offsetY }: Drag, clientX: number, clientY: number): LoadPoint {
  const seconds = toSeconds(frame, clientX + offsetX);
  const value = draggedValue(frame, clientY + offsetY);
  const perPixel = Math.max(frame.topValue, value) / frame.height;
  return {
    atSeconds: snapTo(seconds, timeStep(spanSeconds(frame) / frame.width)),
    value: snapTo(value, valueStep(perPixel)),
  };
}
