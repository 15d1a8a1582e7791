/** The labels of the time axis. They take the pointer: a span that is dragged there is zoomed to. */
import styles from './charts.module.css';
import { MARGIN, type PlotFrame, TIME_LABELS_HEIGHT, toX } from './frame.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import { formatTimeTick, timeTicks } from './ticks.ts';
import { useScrub } from './useScrub.ts';

/** From the plot to the middle of a label, pixels. */
const DOWN = 12;

export function TimeStrip({ frame }: { readonly frame: PlotFrame }) {
  const { showRange } = useTimeAxis();
  const mark = useScrub(frame, frame.left, 'mark');
  const { left, top, width, height } = frame;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way only; the timeline's buttons and keys zoom too
    <div
      className={styles.timeStrip}
      style={{ left, top: top + height, width, height: TIME_LABELS_HEIGHT }}
      title="Drag to zoom to a span, double-click for the whole run"
      {...mark}
      onDoubleClick={() => showRange(undefined)}
    >
      <svg
        className={styles.timeLabels}
        style={{ marginLeft: -left }}
        width={left + width + MARGIN.right}
        height={TIME_LABELS_HEIGHT}
        aria-hidden="true"
      >
        {timeTicks(frame, width).map((seconds) => (
          <text
            key={seconds}
            className={styles.tick}
            x={toX(frame, seconds)}
            y={DOWN}
            dy="0.5em"
            textAnchor="middle"
          >
            {formatTimeTick(seconds, frame)}
          </text>
        ))}
      </svg>
    </div>
  );
}
