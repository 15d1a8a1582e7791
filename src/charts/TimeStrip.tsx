/** The labels of the time axis take the pointer: a span that is dragged there is zoomed to. */
import styles from './charts.module.css';
import { type PlotFrame, TIME_LABELS_HEIGHT } from './frame.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import { useScrub } from './useScrub.ts';

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
    />
  );
}
