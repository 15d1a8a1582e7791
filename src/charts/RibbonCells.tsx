/** The ribbon's picture: a path for each limiter, lines between cells that are wide enough, a letter in wide runs. */
import { memo, useId, useMemo } from 'react';
import { LIMITER_KINDS, type Trace } from '../core/index.ts';
import styles from './charts.module.css';
import { type PlotFrame, toX } from './frame.ts';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { LIMITERS } from './limiters.ts';
import { type LimiterRun, limiterRuns } from './ribbon.ts';

/** Pixels from which a run carries its letter, and a cell its border. */
const LETTER_WIDTH = 13;
const CELL_WIDTH = 3;

interface PlacedRun extends LimiterRun {
  readonly x: number;
  readonly width: number;
}

export const RibbonCells = memo(function RibbonCells({
  trace,
  frame,
}: {
  readonly trace: Trace;
  readonly frame: PlotFrame;
}) {
  const base = useId();
  const runs = useMemo(() => placeRuns(trace, frame), [trace, frame]);
  const codes = [...new Set(runs.map((run) => run.code))];
  return (
    <svg className={styles.cells} width={frame.width} height={frame.height} aria-hidden="true">
      <LimiterPatternDefs base={base} />
      {codes.map((code) => (
        <KindCells key={code} base={base} code={code} d={rectangles(runs, code, frame.height)} />
      ))}
      <path className={styles.cellBorders} d={borders(trace, frame)} />
      {runs.map((run) => run.width >= LETTER_WIDTH && <Letter key={run.fromSync} run={run} frame={frame} />)}
    </svg>
  );
});

/** Runs in pixels of the ribbon; each reaches to the next one's start. */
function placeRuns(trace: Trace, frame: PlotFrame): readonly PlacedRun[] {
  const { atSeconds } = trace.syncs;
  const runs = limiterRuns(trace.syncs, frame.durationSeconds, Math.floor(frame.width));
  const xOf = (sync: number): number =>
    toX(frame, sync < atSeconds.length ? (atSeconds[sync] as number) : trace.durationSeconds) - frame.left;
  return runs.map((run) => {
    const x = xOf(run.fromSync);
    return { ...run, x, width: Math.max(1, xOf(run.toSync) - x) };
  });
}

function rectangles(runs: readonly PlacedRun[], code: number, height: number): string {
  const own = runs.filter((run) => run.code === code);
  return own
    .map(({ x, width }) => `M${x.toFixed(1)} 0h${width.toFixed(1)}v${height}h-${width.toFixed(1)}z`)
    .join('');
}

function borders(trace: Trace, frame: PlotFrame): string {
  const { atSeconds } = trace.syncs;
  if (frame.width / atSeconds.length < CELL_WIDTH) return '';
  let path = '';
  for (let i = 1; i < atSeconds.length; i++) {
    path += `M${(toX(frame, atSeconds[i] as number) - frame.left).toFixed(1)} 0v${frame.height}`;
  }
  return path;
}

function KindCells({ base, code, d }: { readonly base: string; readonly code: number; readonly d: string }) {
  const kind = LIMITER_KINDS[code];
  if (kind === undefined) return null;
  const { colorToken, pattern } = LIMITERS[kind];
  return (
    <>
      <path d={d} fill={`var(${colorToken})`} />
      {pattern !== 'solid' && <path d={d} fill={patternFill(base, pattern)} />}
    </>
  );
}

function Letter({ run, frame }: { readonly run: PlacedRun; readonly frame: PlotFrame }) {
  const kind = LIMITER_KINDS[run.code];
  if (kind === undefined) return null;
  return (
    <text className={styles.letter} x={run.x + run.width / 2} y={frame.height / 2} dy="0.35em">
      {LIMITERS[kind].letter}
    </text>
  );
}
