/** The points over the curve. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PlotFrame } from '../charts/frame.ts';
import { useTimeAxis } from '../charts/TimeAxis.tsx';
import type { LoadCurve, LoadPoint } from '../core/index.ts';
import styles from './curves.module.css';
import { gapAfter } from './edit.ts';
import { type EditorParts, useEditor } from './editorContext.ts';
import { commandOf, selectionCommandOf } from './keys.ts';
import { PointHandle, visiblePoints } from './PointHandle.tsx';
import { roundedLoad } from './reach.ts';
import { moveSelected, removeSelected } from './selection.ts';
import type { CurveEditing } from './useCurveEditing.ts';
import { type PointDragHandlers, usePointDrag } from './usePointDrag.ts';
import type { PointSelection } from './useSelection.ts';

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
  const { selection } = useEditor();
  const { reveal } = useTimeAxis();
  const keyDown = (event: KeyboardEvent, index: number): void => {
    const point = editing.live.get().points[index];
    if (point === undefined || readOnly) return;
    if (selectByKey(event, index, editing, selection)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const command = commandOf(event, point, frame);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const isGroup = isInGroup(selection, index);
    if (command.type === 'move') {
      reveal(command.to.atSeconds);
      if (isGroup) moveGroup(editing, selection, editing.live.get(), index, command.to, frame);
      else editing.move(index, command.to);
    } else if (command.type === 'remove' && isGroup) removeGroup(editing, selection);
    else if (command.type === 'remove') editing.remove(index);
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
          isSelected={selection.selected.includes(index)}
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

function isInGroup({ selected }: PointSelection, index: number): boolean {
  return selected.length > 1 && selected.includes(index);
}

/** @param base the curve that the way is measured from: of a drag the one that it began with */
function moveGroup(
  editing: CurveEditing,
  { selected }: PointSelection,
  base: LoadCurve,
  index: number,
  to: LoadPoint,
  frame: Pick<PlotFrame, 'durationSeconds'>,
): void {
  const from = base.points[index];
  if (from === undefined) return;
  const by = { seconds: to.atSeconds - from.atSeconds, value: to.value - from.value };
  editing.change(moveSelected(base, selected, by, frame.durationSeconds));
}

function removeGroup(editing: CurveEditing, selection: PointSelection): void {
  editing.change(removeSelected(editing.live.get(), selection.selected));
  editing.commit();
  selection.clear();
  editing.focus(Math.max(0, (selection.selected[0] ?? 0) - 1));
}

/** @returns whether the key was one of the selection's */
function selectByKey(
  event: KeyboardEvent,
  index: number,
  editing: CurveEditing,
  selection: PointSelection,
): boolean {
  const { points } = editing.live.get();
  const command = selectionCommandOf(event);
  if (command === undefined) return false;
  switch (command.type) {
    case 'all':
      selection.select([...points.keys()]);
      return true;
    case 'toggle':
      selection.toggle(index);
      return true;
    case 'clear':
      if (selection.selected.length === 0 && !selection.isSelecting) return false;
      selection.clear();
      return true;
    case 'extend': {
      const next = index + command.by;
      if (points[next] === undefined) return true;
      selection.select([...new Set([...selection.selected, index, next])].sort((one, two) => one - two));
      editing.focus(next);
      return true;
    }
  }
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
export function useHandleDrag(
  { editing, selection, durationSeconds }: EditorParts,
  onDragging: (dragging: boolean) => void,
): HandleDrag {
  const base = useRef<LoadCurve>(undefined);
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef(0);
  useEffect(() => () => clearTimeout(opening.current), []);
  const handlersOf = usePointDrag({
    onStart: (index) => {
      pressed.current = index;
      clearTimeout(opening.current);
      editing.setOpen(undefined);
      base.current = editing.live.get();
      onDragging(true);
    },
    onMove: (index, to) => {
      if (base.current === undefined || !isInGroup(selection, index)) editing.move(index, to);
      else moveGroup(editing, selection, base.current, index, to, { durationSeconds });
    },
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
