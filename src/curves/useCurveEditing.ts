/** The editor's verbs: each gives the changed curve to the owner, and keeps the focus on the point it is about. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { LoadCurve, LoadPoint } from '../core/index.ts';
import { addPoint, type CurveEdit, movePoint, removePoint } from './edit.ts';
import { createLiveCurve, type LiveCurve } from './liveCurve.ts';
import type { LoadCurveEditorProps } from './props.ts';

export interface CurveEditing {
  readonly live: LiveCurve;
  /** index of the point whose fields are open */
  readonly open: number | undefined;
  setOpen(index: number | undefined): void;
  /** closes the fields and gives the focus back to their point */
  close(): void;
  move(index: number, to: LoadPoint): void;
  add(point: LoadPoint): void;
  remove(index: number): void;
  change(curve: LoadCurve): void;
  /** ends a gesture; tells the owner when anything has changed since the last one */
  commit(): void;
  focus(index: number): void;
  /** keeps a point's element for the focus */
  keep(index: number): (element: SVGCircleElement | null) => void;
}

export function useCurveEditing(props: LoadCurveEditorProps, durationSeconds: number): CurveEditing {
  const [open, setOpen] = useState<number>();
  const [live] = useState(() => createLiveCurve(props.curve));
  const changed = useRef(false);
  const elements = useRef(new Map<number, SVGCircleElement>());
  const toFocus = useRef<number>(undefined);
  useLayoutEffect(() => live.set(props.curve), [live, props.curve]);
  useLayoutEffect(() => {
    if (toFocus.current === undefined) return;
    elements.current.get(toFocus.current)?.focus();
    toFocus.current = undefined;
  });

  const change = (curve: LoadCurve): void => {
    if (props.readOnly === true) return;
    live.set(curve);
    changed.current = true;
    props.onChange(curve);
  };
  const commit = (): void => {
    if (changed.current) props.onCommit?.(live.get());
    changed.current = false;
  };
  const finish = (edit: CurveEdit | undefined): void => {
    if (edit === undefined) return;
    toFocus.current = edit.index;
    change(edit.curve);
    commit();
  };
  return {
    live,
    open,
    setOpen,
    close: () => {
      toFocus.current = open;
      setOpen(undefined);
    },
    change,
    commit,
    move: (index, to) => change(movePoint(live.get(), index, to, durationSeconds)),
    add: (point) => finish(addPoint(live.get(), point)),
    remove: (index) => {
      setOpen(undefined);
      finish(removePoint(live.get(), index));
    },
    focus: (index) => elements.current.get(index)?.focus({ preventScroll: true }),
    keep: (index) => (element) => {
      if (element === null) elements.current.delete(index);
      else elements.current.set(index, element);
    },
  };
}
