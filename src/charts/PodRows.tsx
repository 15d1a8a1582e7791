/** The rows of the pods' chart: bars, cursor, and the one pod that pointer or keys are at. */
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { PodLife } from '../core/index.ts';
import { type PlotFrame, toSeconds, toX } from './frame.ts';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { CursorLines } from './PlotOverlay.tsx';
import { barHeight, drawPods } from './podDrawing.ts';
import { lifeAt, type PodLanes } from './podLanes.ts';
import { POD_PHASES } from './podPhases.ts';
import pods from './pods.module.css';
import { PHASE_LOOKS, podSentence, podSubject } from './podTexts.ts';
import { syncAt } from './syncs.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import { useScrub } from './useScrub.ts';

interface PodRowsProps {
  readonly lives: readonly PodLife[];
  readonly lanes: PodLanes;
  /** pixels of a row */
  readonly lane: number;
  readonly frame: PlotFrame;
  readonly maxHeight: number;
}

/** Rows this high carry the end of their pod's name, where they are not shared. */
const NAMED_HEIGHT = 12;

export function PodRows(props: PodRowsProps) {
  const { lives, lanes, lane, frame, maxHeight } = props;
  const { reveal, hover, selectSync, syncSeconds } = useTimeAxis();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const order = useMemo(() => lanes.lives.flat(), [lanes]);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, order.length - 1);
  const active = order[at] ?? 0;
  const life = lives[active] as PodLife;
  const startOf = (pod: PodLife): number => Math.max(0, pod.createdSeconds);

  const show = (pod: PodLife, index: number): void => {
    const box = list.current?.getBoundingClientRect();
    if (box === undefined) return;
    const seconds = startOf(pod);
    const top = (lanes.laneOf[index] as number) * lane - (list.current?.scrollTop ?? 0);
    const subject = podSubject(pod, seconds, frame.durationSeconds);
    hover.set({ seconds, clientX: box.left + toX(frame, seconds), clientY: box.top + top + lane, subject });
  };
  const go = (to: number): void => {
    const next = Math.min(order.length - 1, Math.max(0, to));
    const index = order[next] as number;
    setPlace(next);
    list.current?.scrollTo({ top: (lanes.laneOf[index] as number) * lane - maxHeight / 2 });
    reveal(startOf(lives[index] as PodLife));
    show(lives[index] as PodLife, index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hover.set(undefined);
    if (event.key === 'Enter') selectSync(syncAt(syncSeconds, startOf(life)));
    const to = placeForKey(event.key, at, order.length);
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    // The page has arrow keys of its own for when nothing else wants them.
    event.stopPropagation();
    if (to !== undefined) go(to);
  };
  return (
    <div
      ref={list}
      className={pods.list}
      style={{ height: Math.min(maxHeight, lanes.count * lane + 1) }}
      role="listbox"
      tabIndex={0}
      aria-label="Lives of pods"
      aria-activedescendant={id}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target.matches(':focus-visible') && show(life, active)}
      onBlur={() => hover.set(undefined)}
    >
      <div className={pods.rows} style={{ height: lanes.count * lane, width: frame.left + frame.width }}>
        {lane >= NAMED_HEIGHT && lanes.count === lives.length && <Names {...props} />}
        <Bars {...props} />
        <ActivePod
          id={id}
          place={at}
          count={lives.length}
          life={life}
          row={lanes.laneOf[active] as number}
          lane={lane}
          frame={frame}
        />
        <Pointed {...props} />
      </div>
    </div>
  );
}

const PAGE = 10;

/** Up and down by one, Page keys by ten, Home and End to the ends. */
function placeForKey(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return at + 1;
    case 'ArrowUp':
    case 'ArrowLeft':
      return at - 1;
    case 'PageDown':
      return at + PAGE;
    case 'PageUp':
      return at - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** What tells a pod from the others is the end of its name. */
const NAME_END = 5;

function Names({ lives, lanes, lane }: PodRowsProps) {
  return (
    <div aria-hidden="true">
      {lanes.lives.map(([index = 0], row) => {
        const { name } = lives[index] as PodLife;
        return (
          <span key={name} className={pods.name} style={{ top: row * lane, lineHeight: `${lane}px` }}>
            {name.slice(-NAME_END)}
          </span>
        );
      })}
    </div>
  );
}

function Bars({ lives, lanes, lane, frame }: PodRowsProps) {
  const base = useId();
  const drawing = useMemo(() => drawPods(lives, lanes, lane, frame), [lives, lanes, lane, frame]);
  return (
    <svg
      className={pods.bars}
      style={{ left: frame.left }}
      width={frame.width}
      height={lanes.count * lane}
      aria-hidden="true"
    >
      <LimiterPatternDefs base={base} />
      {POD_PHASES.map((phase) => {
        const { colorToken, pattern } = PHASE_LOOKS[phase];
        const d = drawing.phases[phase];
        if (d === '') return null;
        return (
          <g key={phase}>
            <path d={d} fill={`var(${colorToken})`} />
            {pattern !== 'solid' && lane > 2 && <path d={d} fill={patternFill(base, pattern)} />}
          </g>
        );
      })}
      <path d={drawing.containerEnds + drawing.podEnds} className={pods.halo} />
      <path d={drawing.containerEnds + drawing.podEnds} className={pods.marks} />
    </svg>
  );
}

interface ActivePodProps {
  readonly id: string;
  readonly place: number;
  readonly count: number;
  readonly life: PodLife;
  readonly row: number;
  readonly lane: number;
  readonly frame: PlotFrame;
}

/** The pod that the keys have come to: of thousands, the one that a screen reader has to know. */
function ActivePod({ id, place, count, life, row, lane, frame }: ActivePodProps) {
  const { createdSeconds, goneSeconds } = life;
  const from = toX(frame, Math.max(frame.fromSeconds, createdSeconds));
  const until = Number.isNaN(goneSeconds) ? frame.toSeconds : Math.min(frame.toSeconds, goneSeconds);
  const subject = podSubject(life, Math.max(0, createdSeconds), frame.durationSeconds);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected="true"
      aria-posinset={place + 1}
      aria-setsize={count}
      aria-label={podSentence(subject)}
      className={pods.active}
      style={{
        left: from,
        top: row * lane,
        width: Math.max(3, toX(frame, until) - from),
        height: barHeight(lane),
      }}
    />
  );
}

/** Takes the pointer: what it is over tells of itself, a press selects that instant. */
function Pointed({ lives, lanes, lane, frame }: PodRowsProps) {
  const { hover } = useTimeAxis();
  const scrub = useScrub(frame, frame.left);
  const tell = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const seconds = toSeconds(frame, frame.left + event.clientX - box.left);
    const index = lifeAt(lanes, lives, Math.floor((event.clientY - box.top) / lane), seconds);
    const life = index === undefined ? undefined : lives[index];
    if (life === undefined) return;
    const subject = podSubject(life, seconds, frame.durationSeconds);
    hover.set({ seconds, clientX: event.clientX, clientY: event.clientY, subject });
  };
  return (
    <div
      className={pods.pointed}
      style={{ left: frame.left, width: frame.width, height: lanes.count * lane }}
      {...scrub}
      onPointerDown={(event) => {
        scrub.onPointerDown(event);
        tell(event);
      }}
      onPointerMove={(event) => {
        scrub.onPointerMove(event);
        tell(event);
      }}
    >
      <CursorLines frame={frame} />
    </div>
  );
}
