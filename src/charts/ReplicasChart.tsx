/** Replicas over the run: what the controller wanted, what there was, and what the metrics alone asked for. */
import { useCallback, useMemo, useState } from 'react';
import type { Trace } from '../core/index.ts';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import { CHART_TERMS } from './chartTerms.ts';
import type { PlotFrame } from './frame.ts';
import { kedaMarks } from './kedaMarks.ts';
import { Legend } from './Legend.tsx';
import { REPLICA_LOOKS } from './looks.ts';
import { Plot } from './Plot.tsx';
import { stepPath } from './paths.ts';
import type { ComparedLine, ReplicasChartProps } from './props.ts';
import { RunPath } from './RunPath.tsx';
import { type Points, reduceToFrame } from './reduce.ts';
import { rememberLast } from './remember.ts';
import {
  desiredLine,
  extentOf,
  type ReplicaDomain,
  type ReplicaLines,
  type ReplicaSeriesId,
  replicaDomain,
  replicaLines,
} from './series.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import { useLines } from './useLines.ts';
import { useReach } from './useReach.ts';

const LEGEND_ORDER: readonly ReplicaSeriesId[] = [
  'desired',
  'current',
  'ready',
  'starting',
  'raw',
  'stabilized',
  'bounds',
];

const LEGEND_WITH_COMPARED: readonly ReplicaSeriesId[] = ['desired', 'compared', ...LEGEND_ORDER.slice(1)];

function looksWith({ label }: ComparedLine): typeof REPLICA_LOOKS {
  return { ...REPLICA_LOOKS, compared: { ...REPLICA_LOOKS.compared, label } };
}

/** From the back to the front: what was decided lies on top. */
const DRAWN = [
  ['min', 'bounds'],
  ['max', 'bounds'],
  ['raw', 'raw'],
  ['stabilized', 'stabilized'],
  ['starting', 'starting'],
  ['current', 'current'],
  ['ready', 'ready'],
  ['desired', 'desired'],
] as const;

const TABLE = { chart: 'replicas' } as const;

export function ReplicasChart({ trace, compared, height, timeLabels }: ReplicasChartProps) {
  const choice = useLines<ReplicaSeriesId>('replicas');
  const { hidden } = choice;
  const lines = compared === undefined ? REPLICA_LOOKS : looksWith(compared);
  const order = compared === undefined ? LEGEND_ORDER : LEGEND_WITH_COMPARED;
  return (
    <ChartSection
      title="Replicas"
      table={TABLE}
      term={CHART_TERMS.replicas}
      heading={<Legend lines={lines} order={order} choice={choice} />}
    >
      <ReplicasPlot
        trace={trace}
        compared={hidden.has('compared') ? undefined : compared}
        hidden={hidden}
        height={height}
        timeLabels={timeLabels}
      />
    </ChartSection>
  );
}

interface ReplicasPlotProps {
  readonly trace: Trace | undefined;
  readonly compared: ComparedLine | undefined;
  readonly hidden: ReadonlySet<ReplicaSeriesId>;
  readonly height: number | undefined;
  readonly timeLabels: boolean | undefined;
}

function ReplicasPlot({ trace, compared, hidden, height, timeLabels }: ReplicasPlotProps) {
  const { run } = useTimeAxis();
  const [linesOf] = useState(() => rememberLast(replicaLines));
  const domainOf = useCallback((of: Trace) => replicaDomain(linesOf(of), hidden), [linesOf, hidden]);
  const reachOf = useCallback((of: Trace) => ({ lowest: 0, highest: domainOf(of).highest }), [domainOf]);
  const { highest } = useReach(trace, reachOf, EMPTY_REACH);
  const other = useMemo(() => (compared === undefined ? undefined : desiredLine(compared.trace)), [compared]);
  const otherHighest = useMemo(() => (other === undefined ? 0 : (extentOf(other.values)?.[1] ?? 0)), [other]);
  const clipped = useMemo(() => (trace === undefined ? [] : domainOf(trace).clipped), [trace, domainOf]);
  const desired = (): Points | undefined => {
    const drawn = run.get();
    return drawn === undefined ? undefined : linesOf(drawn).desired;
  };
  return (
    <div className={styles.stack}>
      <Plot
        lowest={0}
        highest={Math.max(highest, otherHighest)}
        unit="replicas"
        height={height}
        timeLabels={timeLabels}
        draw={(frame) => <ReplicaDrawing linesOf={linesOf} other={other} hidden={hidden} frame={frame} />}
        marked={hidden.has('desired') ? undefined : desired}
        markerColor={REPLICA_LOOKS.desired.color}
      />
      <ClippedNotes clipped={clipped} />
    </div>
  );
}

const EMPTY_REACH = { lowest: 0, highest: 10 };

interface ReplicaDrawingProps {
  readonly linesOf: (trace: Trace) => ReplicaLines;
  readonly other: Points | undefined;
  readonly hidden: ReadonlySet<ReplicaSeriesId>;
  readonly frame: PlotFrame;
}

function ReplicaDrawing({ linesOf, other, hidden, frame }: ReplicaDrawingProps) {
  return (
    <g className={styles.lines}>
      {DRAWN.filter(([, id]) => !hidden.has(id)).map(([line, id]) => {
        const look = REPLICA_LOOKS[id];
        return (
          <RunPath
            key={line}
            of={(trace) => stepPath(reduceToFrame(linesOf(trace)[line], frame), frame, trace.durationSeconds)}
            stroke={look.color}
            strokeWidth={look.width}
            strokeDasharray={look.dash}
          />
        );
      })}
      {other === undefined ? null : <ComparedPath points={other} frame={frame} />}
      <RunPath of={(trace) => kedaMarks(trace, frame)} className={styles.kedaMark} />
    </g>
  );
}

/** It belongs to no drag: the other run follows once the hand pauses. */
function ComparedPath({ points, frame }: { readonly points: Points; readonly frame: PlotFrame }) {
  const { color, width, dash } = REPLICA_LOOKS.compared;
  const path = useMemo(
    () => stepPath(reduceToFrame(points, frame), frame, frame.durationSeconds),
    [points, frame],
  );
  return <path d={path} stroke={color} strokeWidth={width} strokeDasharray={dash} />;
}

/** Names what was cut off above the plot. */
function ClippedNotes({ clipped }: Pick<ReplicaDomain, 'clipped'>) {
  if (clipped.length === 0) return null;
  return (
    <p className={styles.clipped}>
      {clipped.map(({ id, highest }) => (
        <span key={id} style={{ color: 'var(--dim)' }}>
          ↑ {id === 'raw' ? `metrics ask for up to ${highest}` : `max ${highest}`}
        </span>
      ))}
    </p>
  );
}
