/** One event on the axis: drag it, nudge it with the arrow keys, open it to change it, delete it. */
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { isShown, type PlotFrame, toSeconds, toX } from '../charts/frame.ts';
import { useTimeAxis } from '../charts/TimeAxis.tsx';
import type { TimelineEvent } from '../core/index.ts';
import { PopoverBox } from '../ui/PopoverBox.tsx';
import { EventForm } from './EventForm.tsx';
import { eventSeconds, eventText } from './eventKinds.ts';
import styles from './timeline.module.css';

/** Pixels that a pointer may move before it drags. */
const SLACK = 3;

interface EventMarkerProps {
  readonly event: TimelineEvent;
  readonly frame: PlotFrame;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** after each step of a gesture */
  readonly onChange: (event: TimelineEvent) => void;
  /** the gesture is over */
  readonly onCommit: () => void;
  readonly onRemove: () => void;
}

export function EventMarker(props: EventMarkerProps) {
  const { event, frame, open, onOpen, onChange, onCommit, onRemove } = props;
  const drag = useMarkerDrag(props);
  const { reveal } = useTimeAxis();
  const { durationSeconds } = frame;
  const moveBy = (seconds: number): void => {
    const atSeconds = Math.min(durationSeconds, Math.max(0, event.atSeconds + seconds));
    reveal(atSeconds);
    onChange({ ...event, atSeconds });
    onCommit();
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    const step = key.shiftKey ? 60 : 5;
    const by = key.key === 'ArrowLeft' ? -step : key.key === 'ArrowRight' ? step : 0;
    if (by !== 0) moveBy(by);
    else if (key.key === 'Delete' || key.key === 'Backspace') onRemove();
    else return;
    key.preventDefault();
    // the page has arrow keys of its own
    key.stopPropagation();
  };
  const left = toX(frame, event.atSeconds);
  const width = toX(frame, event.atSeconds + eventSeconds(event)) - left;
  // An event that began before what is shown and is still under way.
  if (!isShown(frame, event.atSeconds))
    return <span className={styles.span} style={{ left, width }} aria-hidden />;
  return (
    <Popover.Root open={open} onOpenChange={(next) => drag.allowsOpening() && onOpen(next)}>
      {width > 0 && <span className={styles.span} style={{ left, width }} aria-hidden />}
      <Popover.Trigger asChild>
        <button
          type="button"
          className={styles.marker}
          style={{ left }}
          aria-label={`${eventText(event)}, at ${event.atSeconds} s`}
          title={eventText(event)}
          onKeyDown={onKeyDown}
          {...drag.handlers}
        >
          <span className={styles.flag} data-kind={event.kind} aria-hidden />
          <span className={styles.markerText}>{eventText(event)}</span>
        </button>
      </Popover.Trigger>
      <PopoverBox
        className={styles.popover}
        label={eventText(event)}
        onOpenAutoFocus={focusField}
        onCloseAutoFocus={onCommit}
      >
        <EventForm event={event} durationSeconds={durationSeconds} onChange={onChange} onRemove={onRemove} />
      </PopoverBox>
    </Popover.Root>
  );
}

/** What can be changed comes before what explains it. */
function focusField(event: Event): void {
  const field = (event.target as HTMLElement).querySelector<HTMLElement>('input, select, textarea');
  if (field === null) return;
  event.preventDefault();
  field.focus();
}

/** Drags a marker along the axis; a press that does not move is a click, and opens it. */
function useMarkerDrag({ event, frame, onChange, onCommit }: EventMarkerProps) {
  const start = useRef<{ readonly clientX: number; readonly x: number } | undefined>(undefined);
  const moved = useRef(false);
  return {
    allowsOpening: () => !moved.current,
    handlers: {
      onPointerDown(pointer: PointerEvent<HTMLButtonElement>) {
        start.current = { clientX: pointer.clientX, x: toX(frame, event.atSeconds) };
        moved.current = false;
        pointer.currentTarget.setPointerCapture(pointer.pointerId);
      },
      onPointerMove(pointer: PointerEvent) {
        if (start.current === undefined) return;
        const by = pointer.clientX - start.current.clientX;
        if (!moved.current && Math.abs(by) <= SLACK) return;
        moved.current = true;
        const atSeconds = Math.round(toSeconds(frame, start.current.x + by));
        if (atSeconds !== event.atSeconds) onChange({ ...event, atSeconds });
      },
      onPointerUp() {
        start.current = undefined;
        if (!moved.current) return;
        onCommit();
        // the click that follows belongs to the drag
        setTimeout(() => {
          moved.current = false;
        });
      },
      onPointerCancel() {
        start.current = undefined;
        moved.current = false;
        onCommit();
      },
    },
  };
}
