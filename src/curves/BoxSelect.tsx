/** Drawing a box around points: with the select tool, or with Ctrl or ⌘ held. The box follows by its ref. */
import { type PointerEvent, useEffect, useRef } from 'react';
import { type PlotFrame, toSeconds, toValue, toX, toY } from '../charts/frame.ts';
import styles from './curves.module.css';
import { useEditor } from './editorContext.ts';
import { type Box, pointsInside } from './selection.ts';

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Pixels that a press may tremble and still be a click. */
const TREMBLE = 3;

/** @param readOnly nothing can be selected */
export function BoxSelect({ frame, readOnly }: { readonly frame: PlotFrame; readonly readOnly: boolean }) {
  const { editing, selection } = useEditor();
  const layer = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const start = useRef<Corner>(undefined);

  const cornerOf = (event: { readonly clientX: number; readonly clientY: number }): Corner => {
    const origin = layer.current?.getBoundingClientRect();
    return { x: event.clientX - (origin?.left ?? 0), y: event.clientY - (origin?.top ?? 0) };
  };
  const begin = (event: PointerEvent | globalThis.PointerEvent): void => {
    start.current = cornerOf(event);
    layer.current?.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const from = start.current;
    if (from === undefined) return;
    place(box.current, from, cornerOf(event));
  };
  const end = (event: PointerEvent): void => {
    const from = start.current;
    start.current = undefined;
    place(box.current, undefined, undefined);
    if (from === undefined) return;
    const to = cornerOf(event);
    const isClick = Math.hypot(to.x - from.x, to.y - from.y) <= TREMBLE;
    const found = isClick ? [] : pointsInside(editing.live.get(), boxOf(frame, from, to));
    selection.select(found);
    if (found[0] !== undefined) editing.focus(found[0]);
  };
  const cancel = (): void => {
    start.current = undefined;
    place(box.current, undefined, undefined);
  };

  // The plot's own layers take the pointer; with Ctrl or ⌘ the press is taken on its way to them.
  useEffect(() => {
    const plot = layer.current?.parentElement;
    if (readOnly || plot === null || plot === undefined) return;
    const isMeant = (event: MouseEvent): boolean =>
      (event.ctrlKey || event.metaKey) && event.button === 0 && !(event.target instanceof SVGCircleElement);
    const press = (event: globalThis.PointerEvent): void => {
      if (!event.isPrimary || !isMeant(event)) return;
      event.stopPropagation();
      begin(event);
    };
    // A press that selects points must not select the page's text.
    const keepText = (event: MouseEvent): void => {
      if (isMeant(event)) event.preventDefault();
    };
    plot.addEventListener('pointerdown', press, true);
    plot.addEventListener('mousedown', keepText, true);
    return () => {
      plot.removeEventListener('pointerdown', press, true);
      plot.removeEventListener('mousedown', keepText, true);
    };
  });

  return (
    <div
      ref={layer}
      className={styles.boxLayer}
      data-on={selection.isSelecting && !readOnly}
      onPointerDown={(event) => event.button === 0 && event.isPrimary && begin(event)}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={cancel}
    >
      <div ref={box} className={styles.selectBox} hidden />
    </div>
  );
}

function place(box: HTMLElement | null, from: Corner | undefined, to: Corner | undefined): void {
  if (box === null) return;
  box.hidden = from === undefined;
  if (from === undefined || to === undefined) return;
  box.style.left = `${Math.min(from.x, to.x)}px`;
  box.style.top = `${Math.min(from.y, to.y)}px`;
  box.style.width = `${Math.abs(to.x - from.x)}px`;
  box.style.height = `${Math.abs(to.y - from.y)}px`;
}

/** Half of a dot: a box that touches one means it. */
const DOT = 4.5;

function boxOf(frame: PlotFrame, a: Corner, b: Corner): Box {
  const [left, right] = [Math.min(a.x, b.x) - DOT, Math.max(a.x, b.x) + DOT];
  const [top, bottom] = [Math.min(a.y, b.y) - DOT, Math.max(a.y, b.y) + DOT];
  const isBeyond = right < toX(frame, frame.fromSeconds) || left > toX(frame, frame.toSeconds);
  return {
    fromSeconds: isBeyond ? Number.POSITIVE_INFINITY : toSeconds(frame, left),
    toSeconds: toSeconds(frame, right),
    low: bottom >= toY(frame, 0) ? 0 : toValue(frame, bottom),
    high: toValue(frame, top),
  };
}
