/** Cursor, pointer line and marker over a plot. They move by their refs; the plot underneath is not drawn again. */
import { type MouseEvent, useRef } from 'react';
import styles from './charts.module.css';
import { isShown, type PlotFrame, toSeconds, toValue, toX, toY } from './frame.ts';
import type { VisibleRange } from './props.ts';
import type { Points } from './reduce.ts';
import { stepValueAt } from './series.ts';
import { useFollow, useTimeAxis } from './TimeAxis.tsx';
import { useScrub } from './useScrub.ts';

interface PlotOverlayProps {
  readonly frame: PlotFrame;
  readonly marked?: (() => Points | undefined) | undefined;
  readonly markerColor?: string | undefined;
  readonly onDoubleClick?: ((seconds: number, value: number) => void) | undefined;
}

export function PlotOverlay({ frame, marked, markerColor, onDoubleClick }: PlotOverlayProps) {
  const scrub = useScrub(frame, frame.left);
  const { left, top, width, height } = frame;
  const doubleClick = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const seconds = toSeconds(frame, left + event.clientX - box.left);
    onDoubleClick?.(seconds, toValue(frame, top + event.clientY - box.top));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way only; the ribbon's slider and the load points serve keys
    <div
      className={styles.overlay}
      style={{ left, top, width, height }}
      {...scrub}
      onDoubleClick={onDoubleClick && doubleClick}
    >
      <CursorLines frame={frame} />
      {marked !== undefined && <Marker frame={frame} pointsOf={marked} color={markerColor} />}
    </div>
  );
}

/** The selected instant, the one under the pointer, and the span that is being marked. */
export function CursorLines({ frame }: { readonly frame: PlotFrame }) {
  const { cursor, hover, marking } = useTimeAxis();
  const band = useRef<HTMLDivElement>(null);
  const cursorLine = useRef<HTMLDivElement>(null);
  const hoverLine = useRef<HTMLDivElement>(null);
  useFollow(cursor, () => moveTo(cursorLine.current, frame, cursor.getSeconds()));
  useFollow(hover, () => moveTo(hoverLine.current, frame, hover.get()?.seconds));
  useFollow(marking, () => markSpan(band.current, frame, marking.get()));
  return (
    <>
      <div ref={band} className={styles.marking} />
      <div ref={hoverLine} className={styles.hoverLine} />
      <div ref={cursorLine} className={styles.cursorLine} />
    </>
  );
}

function moveTo(line: HTMLDivElement | null, frame: PlotFrame, seconds: number | undefined): void {
  if (line === null) return;
  const shown = seconds !== undefined && isShown(frame, seconds);
  line.style.visibility = shown ? 'visible' : 'hidden';
  if (shown) line.style.transform = `translateX(${toX(frame, seconds) - frame.left}px)`;
}

function markSpan(band: HTMLDivElement | null, frame: PlotFrame, span: VisibleRange | undefined): void {
  if (band === null) return;
  band.style.visibility = span === undefined ? 'hidden' : 'visible';
  if (span === undefined) return;
  const left = toX(frame, span.fromSeconds);
  band.style.left = `${left - frame.left}px`;
  band.style.width = `${toX(frame, span.toSeconds) - left}px`;
}

interface MarkerProps {
  readonly frame: PlotFrame;
  readonly pointsOf: () => Points | undefined;
  readonly color?: string | undefined;
}

function Marker({ frame, pointsOf, color }: MarkerProps) {
  const { cursor, run } = useTimeAxis();
  const dot = useRef<HTMLDivElement>(null);
  const place = (): void => {
    if (dot.current === null) return;
    const seconds = cursor.getSeconds();
    const points = pointsOf();
    const value = points && stepValueAt(points, seconds);
    const shown = value !== undefined && value <= frame.topValue && isShown(frame, seconds);
    dot.current.style.visibility = shown ? 'visible' : 'hidden';
    if (!shown) return;
    const x = toX(frame, seconds) - frame.left;
    dot.current.style.transform = `translate(${x}px, ${toY(frame, value) - frame.top}px)`;
  };
  useFollow(cursor, place);
  useFollow(run, place);
  return <div ref={dot} className={styles.marker} style={{ background: color }} />;
}
