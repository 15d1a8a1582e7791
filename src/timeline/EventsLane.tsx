/** What happens to the cluster, as markers on the shared time axis. */
import { Plus } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { ChartSection } from '../charts/ChartSection.tsx';
import { CHART_TERMS } from '../charts/chartTerms.ts';
import { isShown, MARGIN, plotFrame, spanSeconds, type TimeWindow } from '../charts/frame.ts';
import type { InstantRow } from '../charts/instant.ts';
import { Overview } from '../charts/Overview.tsx';
import { useInstantRows, useTimeAxis } from '../charts/TimeAxis.tsx';
import { useSize } from '../charts/useSize.ts';
import { ZoomBar } from '../charts/ZoomBar.tsx';
import type { TimelineEvent, TimelineEventKind } from '../core/index.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { EventMarker } from './EventMarker.tsx';
import { EVENT_KIND_NAMES, EVENT_KINDS, eventSeconds, eventText, newEvent } from './eventKinds.ts';
import styles from './timeline.module.css';

const LANE_HEIGHT = 24;

export interface EventsLaneProps {
  readonly events: readonly TimelineEvent[];
  /** what stands in the editor, for an event that applies a manifest */
  readonly manifest: string;
  /** after each step of a gesture */
  readonly onChange: (events: readonly TimelineEvent[]) => void;
  /** the gesture is over: one step of undo */
  readonly onCommit: () => void;
}

export default function EventsLane({ events, manifest, onChange, onCommit }: EventsLaneProps) {
  const { durationSeconds, window, cursor } = useTimeAxis();
  const [opened, setOpened] = useState<string>();
  const added = useRef<string | undefined>(undefined);
  const [ref, size] = useSize();
  const box = { width: size?.width ?? 0, height: LANE_HEIGHT + MARGIN.top + MARGIN.bottom };
  const frame = plotFrame(box, false, window, { bottom: 0, top: 1 });
  const shown = events.filter(({ atSeconds }) => atSeconds <= durationSeconds);
  const later = events.length - shown.length;

  useInstantRows(
    useCallback(({ syncPeriodSeconds }, seconds) => rowsOf(events, seconds, syncPeriodSeconds), [events]),
  );

  function add(kind: TimelineEventKind): void {
    const event = newEvent(kind, cursor.getSeconds(), events, manifest);
    onChange([...events, event]);
    onCommit();
    added.current = event.id;
  }
  /** The menu is closed: only now can the new event's form take the focus. */
  function openAdded(): boolean {
    const id = added.current;
    added.current = undefined;
    if (id !== undefined) setOpened(id);
    return id !== undefined;
  }
  function change(next: TimelineEvent): void {
    onChange(events.map((event) => (event.id === next.id ? next : event)));
  }
  function remove(id: string): void {
    setOpened(undefined);
    onChange(events.filter((event) => event.id !== id));
    onCommit();
  }

  return (
    <ChartSection
      title="Timeline"
      term={CHART_TERMS.timeline}
      heading={<Tools later={later} onAdd={add} onClosed={openAdded} />}
    >
      {spanSeconds(window) < durationSeconds && <Overview />}
      <div ref={ref} className={styles.lane} style={{ height: shown.length === 0 ? 0 : LANE_HEIGHT }}>
        {frame.width > 0 &&
          shown
            .filter((event) => isInSight(event, window))
            .map((event) => (
              <EventMarker
                key={event.id}
                event={event}
                frame={frame}
                open={opened === event.id}
                onOpen={(open) => setOpened(open ? event.id : undefined)}
                onChange={change}
                onCommit={onCommit}
                onRemove={() => remove(event.id)}
              />
            ))}
      </div>
    </ChartSection>
  );
}

/** What is under way at an instant, or happens at its sync. */
function rowsOf(
  events: readonly TimelineEvent[],
  seconds: number,
  syncPeriodSeconds: number,
): readonly InstantRow[] {
  return events
    .filter((event) => {
      const lasts = Math.max(eventSeconds(event), syncPeriodSeconds);
      return event.atSeconds <= seconds && seconds < event.atSeconds + lasts;
    })
    .map((event) => ({ key: `event ${event.id}`, label: 'event', value: eventText(event) }));
}

/** Its marker is shown, or it is still under way. */
function isInSight(event: TimelineEvent, window: TimeWindow): boolean {
  const ends = event.atSeconds + eventSeconds(event);
  return (
    isShown(window, event.atSeconds) || (event.atSeconds < window.fromSeconds && ends > window.fromSeconds)
  );
}

interface AddEventProps {
  /** events after the end of the run */
  readonly later: number;
  readonly onAdd: (kind: TimelineEventKind) => void;
  /** @returns whether the focus goes elsewhere than back to the button */
  readonly onClosed: () => boolean;
}

function Tools({ later, onAdd, onClosed }: AddEventProps) {
  return (
    <>
      {later > 0 && <span className={styles.later}>{later} after the end of the run</span>}
      <ZoomBar />
      <Menu
        trigger={
          <button type="button" className={styles.add} data-print="no">
            <Plus size={13} aria-hidden />
            Add event
          </button>
        }
        onCloseAutoFocus={(event) => onClosed() && event.preventDefault()}
      >
        {EVENT_KIND_NAMES.map((kind) => (
          <MenuItem key={kind} onSelect={() => onAdd(kind)}>
            {EVENT_KINDS[kind].text}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
