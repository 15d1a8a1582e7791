/** The ribbon's picture: a path for each limiter, lines between cells that are wide enough, a letter in wide runs. */
import { memo, useId, useRef } from 'react';
import { LIMITER_KINDS, type Trace } from '../core/index.ts';
import styles from './charts.module.css';
import { type PlotFrame, toX } from './frame.ts';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { LIMITERS } from './limiters.ts';
import { type PlacedText, placeTexts } from './placeTexts.ts';
import { setPath } from './RunPath.tsx';
import { visibleIndices } from './reduce.ts';
import { type LimiterRun, limiterRuns } from './ribbon.ts';
import { useFollow, useTimeAxis } from './TimeAxis.tsx';

/** Pixels from which a run carries its letter, and a cell its border. */
const LETTER_WIDTH = 13;
const CELL_WIDTH = 3;

/** From the middle of a letter of 10 pixels to its baseline. */
const BASELINE = 3.5;

interface PlacedRun extends LimiterRun {
  readonly x: number;
  readonly width: number;
}

/** One path for each kind, in the order of `LIMITER_KINDS`; the patterned ones have a second one over it. */
const KINDS = LIMITER_KINDS.map((kind) => LIMITERS[kind]);

export const RibbonCells = memo(function RibbonCells({ frame }: { readonly frame: PlotFrame }) {
  const base = useId();
  const { run } = useTimeAxis();
  const picture = useRef<SVGSVGElement>(null);
  useFollow(run, () => {
    const trace = run.get();
    if (picture.current !== null && trace !== undefined) drawCells(picture.current, trace, frame);
  });
  return (
    <svg ref={picture} className={styles.cells} width={frame.width} height={frame.height} aria-hidden="true">
      <LimiterPatternDefs base={base} />
      {KINDS.map(({ colorToken, pattern, letter }, code) => (
        <g key={letter} data-code={code}>
          <path fill={`var(${colorToken})`} />
          {pattern !== 'solid' && <path fill={patternFill(base, pattern)} />}
        </g>
      ))}
      <path className={styles.cellBorders} />
      <g className={styles.letters} />
    </svg>
  );
});

function drawCells(picture: SVGSVGElement, trace: Trace, frame: PlotFrame): void {
  const runs = placeRuns(trace, frame);
  for (const group of picture.querySelectorAll<SVGGElement>('[data-code]')) {
    const d = rectangles(runs, Number(group.dataset.code), frame.height);
    for (const path of group.querySelectorAll('path')) setPath(path, d);
  }
  const lines = picture.querySelector<SVGPathElement>(':scope > path');
  if (lines !== null) setPath(lines, borders(trace, frame));
  const letters = picture.querySelector<SVGGElement>(':scope > g:last-of-type');
  if (letters !== null) placeTexts(letters, frame.height / 2 + BASELINE, lettersOf(runs));
}

function lettersOf(runs: readonly PlacedRun[]): readonly PlacedText[] {
  return runs
    .filter(({ width }) => width >= LETTER_WIDTH)
    .map(({ x, width, code }) => ({ x: x + width / 2, text: KINDS[code]?.letter ?? '' }));
}

/** Runs in pixels of the ribbon; each reaches to the next one's start. */
function placeRuns(trace: Trace, frame: PlotFrame): readonly PlacedRun[] {
  const { atSeconds } = trace.syncs;
  const runs = limiterRuns(trace.syncs, frame, Math.floor(frame.width));
  const xOf = (sync: number): number =>
    within(frame, sync < atSeconds.length ? (atSeconds[sync] as number) : trace.durationSeconds);
  return runs.map((run) => {
    const x = xOf(run.fromSync);
    return { ...run, x, width: Math.max(1, xOf(run.toSync) - x) };
  });
}

/** The x of an instant in the ribbon, which ends where the plot does. */
function within(frame: PlotFrame, seconds: number): number {
  return Math.min(frame.width, Math.max(0, toX(frame, seconds) - frame.left));
}

function rectangles(runs: readonly PlacedRun[], code: number, height: number): string {
  const own = runs.filter((run) => run.code === code);
  return own
    .map(({ x, width }) => `M${x.toFixed(1)} 0h${width.toFixed(1)}v${height}h-${width.toFixed(1)}z`)
    .join('');
}

function borders(trace: Trace, frame: PlotFrame): string {
  const { atSeconds } = trace.syncs;
  const [first, last] = visibleIndices(atSeconds, frame);
  if (frame.width / (last - first) < CELL_WIDTH) return '';
  let path = '';
  for (let i = first + 1; i < last; i++) {
    path += `M${(toX(frame, atSeconds[i] as number) - frame.left).toFixed(1)} 0v${frame.height}`;
  }
  return path;
}
