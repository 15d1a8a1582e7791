/** Zooming by buttons: closer, wider, and the lengths that people look at. */
import { ChevronDown, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuRadioGroup, MenuRadioItem } from '../ui/Menu.tsx';
import { isShown, spanSeconds } from './frame.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import { formatInstant } from './units.ts';
import { LEAST_SPAN, rangeOfLength, SPANS, ZOOM_STEP, zoomCentre, zoomedRange } from './visibleRange.ts';
import styles from './zoom.module.css';

export function ZoomBar() {
  const { durationSeconds, window, cursor, showRange } = useTimeAxis();
  const span = spanSeconds(window);
  const centre = (): number => zoomCentre(window, cursor.getSeconds());
  const zoom = (factor: number) => () => showRange(zoomedRange(window, factor, centre()));
  return (
    <fieldset className={styles.bar} aria-label="Zoom" data-print="no">
      <IconButton label="Zoom out" keys="−" disabled={span >= durationSeconds} onClick={zoom(ZOOM_STEP)}>
        <ZoomOut size={14} aria-hidden />
      </IconButton>
      <SpanMenu />
      <IconButton label="Zoom in" keys="+" disabled={span <= LEAST_SPAN} onClick={zoom(1 / ZOOM_STEP)}>
        <ZoomIn size={14} aria-hidden />
      </IconButton>
      {isShown(window, 0) && isShown(window, durationSeconds) ? null : (
        <IconButton label="Show the whole run" keys="0" onClick={() => showRange(undefined)}>
          <Maximize2 size={13} aria-hidden />
        </IconButton>
      )}
    </fieldset>
  );
}

/** Says how much is shown, and offers how much could be. */
function SpanMenu() {
  const { durationSeconds, window, cursor, showRange } = useTimeAxis();
  const span = spanSeconds(window);
  const isWhole = span >= durationSeconds;
  const offered = SPANS.filter((seconds) => seconds < durationSeconds);
  const show = (chosen: string): void => {
    const seconds = Number(chosen);
    showRange(rangeOfLength(seconds, zoomCentre(window, cursor.getSeconds()), durationSeconds));
  };
  const text = isWhole ? 'Whole run' : formatInstant(span);
  return (
    <Menu
      align="start"
      look="small"
      trigger={
        <button type="button" className={styles.span} aria-label={`Shown: ${text}`}>
          {text}
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuRadioGroup value={String(isWhole ? durationSeconds : span)} onValueChange={show}>
        {[...offered, durationSeconds].map((seconds) => (
          <MenuRadioItem key={seconds} value={String(seconds)}>
            {seconds === durationSeconds ? `Whole run, ${formatInstant(seconds)}` : formatInstant(seconds)}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Menu>
  );
}
