/** The lives of pods as SVG path data: one path for each phase, however many pods there are. Pure. */
import type { PodLife } from '../core/index.ts';
import { type PlotFrame, toX } from './frame.ts';
import type { PodLanes } from './podLanes.ts';
import { isContainerEnd, marksOf, POD_PHASES, type PodPhase, type PodSpan, spansOf } from './podPhases.ts';

/** Narrower spans are left out, but for the longest of a life: a pod is never invisible. Pixels. */
const LEAST_WIDTH = 0.4;
const LIFE_WIDTH = 1;

/** A crash loop has more marks than there are pixels: those of a life keep this much apart. */
const MARK_DISTANCE = 7;

/** Rows at most for each height in pixels, gaps included; beyond them an overview. */
const LANE_HEIGHTS = [
  [24, 13],
  [60, 8],
  [200, 5],
] as const;
const OVERVIEW_HEIGHT = 2;

export function laneHeight(lanes: number): number {
  return LANE_HEIGHTS.find(([most]) => lanes <= most)?.[1] ?? OVERVIEW_HEIGHT;
}

/** Pixels of a row that its pods fill; the rest separates it from the next one. */
export function barHeight(lane: number): number {
  if (lane <= OVERVIEW_HEIGHT) return lane;
  return lane >= 8 ? lane - 2 : lane - 1;
}

export interface PodDrawing {
  readonly phases: Readonly<Record<PodPhase, string>>;
  /** where a container ended */
  readonly containerEnds: string;
  /** where a pod ended that nobody wanted to go */
  readonly podEnds: string;
}

/** x counts from the plot's left edge, y from the first row. */
export function drawPods(
  lives: readonly PodLife[],
  { laneOf }: Pick<PodLanes, 'laneOf'>,
  lane: number,
  frame: PlotFrame,
): PodDrawing {
  const phases = Object.fromEntries(POD_PHASES.map((phase) => [phase, ''])) as Record<PodPhase, string>;
  let containerEnds = '';
  let podEnds = '';
  const height = barHeight(lane);
  lives.forEach((life, index) => {
    if (life.createdSeconds > frame.toSeconds || life.goneSeconds < frame.fromSeconds) return;
    const y = (laneOf[index] as number) * lane;
    for (const { phase, x, width } of placedSpans(life, frame)) {
      phases[phase] += `M${x} ${y}h${width}v${height}h-${width}z`;
    }
    let last = Number.NEGATIVE_INFINITY;
    for (const { kind, atSeconds } of marksOf(life)) {
      const x = round(toX(frame, atSeconds) - frame.left);
      if (x < 0 || x > frame.width || x - last < MARK_DISTANCE) continue;
      last = x;
      const middle = y + height / 2;
      if (isContainerEnd(kind)) containerEnds += cross(x, middle, lane);
      else podEnds += bar(x, middle, lane);
    }
  });
  return { phases, containerEnds, podEnds };
}

interface PlacedSpan {
  readonly phase: PodPhase;
  readonly x: number;
  readonly width: number;
}

function placedSpans(life: PodLife, frame: PlotFrame): readonly PlacedSpan[] {
  const placed = spansOf(life, frame.durationSeconds).map((span) => place(span, frame));
  const wide = placed.filter(({ width }) => width >= LEAST_WIDTH);
  if (wide.length > 0) return wide;
  const longest = placed.toSorted((a, b) => b.width - a.width)[0];
  return longest === undefined ? [] : [{ ...longest, width: LIFE_WIDTH }];
}

function place({ phase, fromSeconds, toSeconds }: PodSpan, frame: PlotFrame): PlacedSpan {
  const from = toX(frame, Math.max(frame.fromSeconds, fromSeconds)) - frame.left;
  const to = toX(frame, Math.min(frame.toSeconds, toSeconds)) - frame.left;
  return { phase, x: round(from), width: round(Math.max(0, to - from)) };
}

/** A tenth of a pixel is finer than any screen shows. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function cross(x: number, y: number, lane: number): string {
  const r = Math.min(3, Math.max(1.5, lane / 3));
  return `M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`;
}

function bar(x: number, y: number, lane: number): string {
  const r = Math.max(1.5, lane / 2);
  return `M${x} ${y - r}v${2 * r}m-2 ${-2 * r}h4m-4 ${2 * r}h4`;
}
