/**
 * The frame around the selected points. Its knobs scale them in value and stretch them in time; for the keyboard the
 * selection's fields do the same.
 */
import { type PointerEvent, useRef } from 'react';
import { type PlotFrame, spanSeconds, toSeconds, toX, toY } from '../charts/frame.ts';
import { useFollow } from '../charts/TimeAxis.tsx';
import type { LoadCurve } from '../core/index.ts';
import styles from './curves.module.css';
import { useEditor } from './editorContext.ts';
import { draggedValue } from './reach.ts';
import { boundsOf, scaleSelected, stretchSelected } from './selection.ts';
import { snapTo, timeStep, valueStep } from './snap.ts';

type Knob = 'top' | 'first' | 'last';

/** What a knob began with; all of a drag is worked out from it, so that nothing adds up. */
interface KnobDrag {
  readonly knob: Knob;
  readonly curve: LoadCurve;
  readonly frame: PlotFrame;
  readonly offset: number;
}

/** Pixels around the dots. */
const PADDING = 9;

const KNOBS: readonly { readonly knob: Knob; readonly title: string }[] = [
  { knob: 'top', title: 'Drag to scale the values' },
  { knob: 'first', title: 'Drag to stretch in time' },
  { knob: 'last', title: 'Drag to stretch in time' },
];

interface SelectionFrameProps {
  readonly frame: PlotFrame;
  readonly onDragging: (dragging: boolean) => void;
}

export function SelectionFrame({ frame, onDragging }: SelectionFrameProps) {
  const { editing, selection, durationSeconds } = useEditor();
  const { selected } = selection;
  const rectangle = useRef<HTMLDivElement>(null);
  const drag = useRef<KnobDrag>(undefined);
  useFollow(editing.live, () => placeFrame(rectangle.current, editing.live.get(), selected, frame));

  const start = (event: PointerEvent, knob: Knob): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const curve = editing.live.get();
    const bounds = boundsOf(curve, selected);
    if (bounds === undefined) return;
    const at =
      knob === 'top'
        ? toY(frame, bounds.high)
        : toX(frame, knob === 'first' ? bounds.fromSeconds : bounds.toSeconds);
    drag.current = { knob, curve, frame, offset: at - (knob === 'top' ? event.clientY : event.clientX) };
    onDragging(true);
  };
  const move = (event: PointerEvent): void => {
    const current = drag.current;
    if (current === undefined) return;
    const at = (current.knob === 'top' ? event.clientY : event.clientX) + current.offset;
    editing.change(draggedCurve(current, selected, at, durationSeconds));
  };
  const end = (): void => {
    if (drag.current === undefined) return;
    drag.current = undefined;
    onDragging(false);
    editing.commit();
  };
  return (
    <div ref={rectangle} className={styles.selection} aria-hidden="true">
      {KNOBS.map(({ knob, title }) => (
        <div
          key={knob}
          className={styles.knob}
          data-knob={knob}
          title={title}
          onPointerDown={(event) => start(event, knob)}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
      ))}
    </div>
  );
}

/** @param at x or y of the pointer in the plot */
function draggedCurve(
  { knob, curve, frame }: KnobDrag,
  selected: readonly number[],
  at: number,
  durationSeconds: number,
): LoadCurve {
  const bounds = boundsOf(curve, selected);
  if (bounds === undefined) return curve;
  if (knob === 'top') {
    const value = draggedValue(frame, at);
    const step = valueStep(Math.max(frame.topValue, value) / frame.height);
    return bounds.high === 0 ? curve : scaleSelected(curve, selected, snapTo(value, step) / bounds.high);
  }
  const width = bounds.toSeconds - bounds.fromSeconds;
  if (width === 0) return curve;
  const seconds = snapTo(toSeconds(frame, at), timeStep(spanSeconds(frame) / frame.width));
  const wanted = knob === 'last' ? seconds - bounds.fromSeconds : bounds.toSeconds - seconds;
  const fixed = knob === 'last' ? 'first' : 'last';
  return stretchSelected(curve, selected, Math.max(0, wanted) / width, fixed, durationSeconds);
}

function placeFrame(
  element: HTMLElement | null,
  curve: LoadCurve,
  selected: readonly number[],
  frame: PlotFrame,
): void {
  const bounds = boundsOf(curve, selected);
  if (element === null) return;
  element.hidden = bounds === undefined || selected.length < 2;
  if (bounds === undefined) return;
  const left = toX(frame, bounds.fromSeconds) - PADDING;
  const top = toY(frame, bounds.high) - PADDING;
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${toX(frame, bounds.toSeconds) + PADDING - left}px`;
  element.style.height = `${toY(frame, bounds.low) + PADDING - top}px`;
}
