/** The whole run on one thin strip while a part of it is shown: the part can be moved, and both its ends. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { MARGIN, type PlotFrame, plotFrame, spanSeconds, toSeconds, toX, wholeRun } from './frame.ts';
import { REPLICA_LOOKS } from './looks.ts';
import { stepPath } from './paths.ts';
import { RunPath } from './RunPath.tsx';
import { reduceToFrame } from './reduce.ts';
import { desiredLine, extentOf } from './series.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import { formatClock } from './units.ts';
import { useSize } from './useSize.ts';
import { movedPart, type Part, partByKey, rangeOfLength } from './visibleRange.ts';
import styles from './zoom.module.css';

const HEIGHT = 22;

export function Overview() {
  const [ref, size] = useSize();
  const { durationSeconds } = useTimeAxis();
  const frame = useMemo(() => {
    const box = { width: size?.width ?? 0, height: HEIGHT + MARGIN.top + MARGIN.bottom };
    return { ...plotFrame(box, false, wholeRun(durationSeconds), { bottom: 0, top: 1 }), top: 0 };
  }, [size, durationSeconds]);
  return (
    <div ref={ref} className={styles.overview} style={{ height: HEIGHT }}>
      {frame.width > 0 && (
        <>
          <Miniature frame={frame} />
          <Brush frame={frame} />
        </>
      )}
    </div>
  );
}

/** Desired replicas over the whole run. */
function Miniature({ frame }: { readonly frame: PlotFrame }) {
  const { color } = REPLICA_LOOKS.desired;
  return (
    <svg className={styles.miniature} width="100%" height={HEIGHT} aria-hidden="true">
      <RunPath
        of={(trace) => {
          const desired = desiredLine(trace);
          const topValue = 1.1 * Math.max(1, extentOf(desired.values)?.[1] ?? 1);
          const scaled = { ...frame, topValue };
          return stepPath(reduceToFrame(desired, scaled), scaled, trace.durationSeconds);
        }}
        fill="none"
        stroke={color}
        strokeWidth={1}
      />
    </svg>
  );
}

const PARTS: readonly { readonly part: Part; readonly label: string }[] = [
  { part: 'whole', label: 'Shown part of the run' },
  { part: 'start', label: 'Start of the shown part' },
  { part: 'end', label: 'End of the shown part' },
];

interface BrushDrag {
  readonly part: Part;
  readonly startSeconds: number;
  readonly window: ReturnType<typeof useTimeAxis>['window'];
}

function Brush({ frame }: { readonly frame: PlotFrame }) {
  const { window, showRange, durationSeconds } = useTimeAxis();
  const drag = useRef<BrushDrag>(undefined);
  const secondsAt = (event: PointerEvent): number => {
    const box = event.currentTarget.closest(`.${styles.overview}`)?.getBoundingClientRect();
    return toSeconds(frame, event.clientX - (box?.left ?? 0));
  };
  const grab = (part: Part) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { part, startSeconds: secondsAt(event), window };
  };
  const move = (event: PointerEvent): void => {
    if (drag.current === undefined) return;
    const by = secondsAt(event) - drag.current.startSeconds;
    showRange(movedPart(drag.current.window, drag.current.part, by));
  };
  const drop = (): void => {
    drag.current = undefined;
  };
  const onKeyDown = (part: Part) => (event: KeyboardEvent) => {
    const answer = partByKey(window, part, event);
    if (answer === undefined) return;
    event.preventDefault();
    // The page has arrow keys of its own.
    event.stopPropagation();
    showRange(answer.range);
  };
  const jump = (event: PointerEvent): void => {
    if (event.button === 0) showRange(rangeOfLength(spanSeconds(window), secondsAt(event), durationSeconds));
  };
  const left = toX(frame, window.fromSeconds);
  const width = toX(frame, window.toSeconds) - left;
  const places = { whole: { left, width }, start: { left: left - 10 }, end: { left: left + width } };
  return (
    <div className={styles.track} onPointerDown={jump}>
      <span className={styles.outside} style={{ left: frame.left, width: left - frame.left }} />
      <span
        className={styles.outside}
        style={{ left: left + width, width: Math.max(0, frame.left + frame.width - left - width) }}
      />
      {PARTS.map(({ part, label }) => (
        <div
          key={part}
          className={part === 'whole' ? styles.brush : styles.handle}
          data-part={part}
          style={places[part]}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={durationSeconds}
          aria-valuenow={Math.round(part === 'end' ? window.toSeconds : window.fromSeconds)}
          aria-valuetext={spoken(part, window)}
          onKeyDown={onKeyDown(part)}
          onPointerDown={grab(part)}
          onPointerMove={move}
          onPointerUp={drop}
          onPointerCancel={drop}
        />
      ))}
    </div>
  );
}

function spoken(part: Part, { fromSeconds, toSeconds: endSeconds }: BrushDrag['window']): string {
  if (part === 'start') return formatClock(fromSeconds);
  if (part === 'end') return formatClock(endSeconds);
  return `from ${formatClock(fromSeconds)} to ${formatClock(endSeconds)}`;
}
