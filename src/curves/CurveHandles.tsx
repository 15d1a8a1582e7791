/** The points over the curve. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PlotFrame } from '../charts/frame.ts';
import { useTimeAxis } from '../charts/TimeAxis.tsx';
import type { LoadCurve, LoadPoint } from '../core/index.ts';
import styles from './curves.module.css';
import { gapAfter } from './edit.ts';
import { commandOf } from './keys.ts';
import { PointHandle, visiblePoints } from './PointHandle.tsx';
import { roundedLoad } from './reach.ts';
import type { CurveEditing } from './useCurveEditing.ts';
import { type PointDragHandlers, usePointDrag } from './usePointDrag.ts';

interface CurveHandlesProps {
  readonly curve: LoadCurve;
  readonly title: string;
  readonly frame: PlotFrame;
  readonly readOnly: boolean;
  readonly editing: CurveEditing;
  readonly drag: HandleDrag;
}

export interface HandleDrag {
  readonly handlersOf: (own: LoadPoint, points: readonly LoadPoint[], frame: PlotFrame) => PointDragHandlers;
  /** removes the point that was pressed twice */
  readonly onDoubleClick: () => void;
}

export function CurveHandles(props: CurveHandlesProps) {
  const { curve, title, frame, readOnly, editing, drag } = props;
  const { reveal } = useTimeAxis();
  const keyDown = (event: KeyboardEvent, index: number): void => {
    const point = editing.live.get().points[index];
    if (point === undefined || readOnly || event.ctrlKey || event.metaKey) return;
    const command = commandOf(event, point, frame);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.type === 'move') {
      reveal(command.to.atSeconds);
      editing.move(index, command.to);
    } else if (command.type === 'remove') editing.remove(index);
    else if (command.type === 'open') editing.setOpen(index);
    else addAfter(props, index);
  };
  return (
    <svg className={styles.handles}>
      <title>{`${title} points`}</title>
      {visiblePoints(curve, frame).map(([index, point]) => (
        <PointHandle
          key={index}
          title={title}
          index={index}
          live={editing.live}
          frame={frame}
          readOnly={readOnly}
          element={editing.keep(index)}
          drag={drag.handlersOf(point, curve.points, frame)}
          onKeyDown={(event) => keyDown(event, index)}
          onKeyUp={editing.commit}
          onDoubleClick={drag.onDoubleClick}
        />
      ))}
    </svg>
  );
}

function addAfter({ curve, frame, editing }: CurveHandlesProps, index: number): void {
  const atSeconds = gapAfter(curve, index, frame.durationSeconds);
  editing.add({ atSeconds, value: roundedLoad(curve, atSeconds) });
}

/** Milliseconds in which a second press makes a double-click of the first. */
const DOUBLE_CLICK_MS = 250;

/**
 * Drags points; a press without a move opens the point's fields, unless it turns out to be the first half of the
 * double-click that removes the point.
 */
export function useHandleDrag(editing: CurveEditing, onDragging: (dragging: boolean) => void): HandleDrag {
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef(0);
  useEffect(() => () => clearTimeout(opening.current), []);
  const handlersOf = usePointDrag({
    onStart: (index) => {
      pressed.current = index;
      clearTimeout(opening.current);
      editing.setOpen(undefined);
      onDragging(true);
    },
    onMove: editing.move,
    onEnd: (index, moved) => {
      onDragging(false);
      editing.focus(index);
      if (moved) editing.commit();
      else opening.current = setTimeout(() => editing.setOpen(index), DOUBLE_CLICK_MS);
    },
  });
  const onDoubleClick = (): void => {
    clearTimeout(opening.current);
    editing.remove(pressed.current);
  };
  return { handlersOf, onDoubleClick };
}
