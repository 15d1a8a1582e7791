/** Replicas over the run: what the controller wanted, what there was, and what the metrics alone asked for. */
import { type ReactNode, useCallback, useMemo } from 'react';
import type { Trace } from '../core/index.ts';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import type { PlotFrame } from './frame.ts';
import { Legend, useHidden } from './Legend.tsx';
import { REPLICA_LOOKS } from './looks.ts';
import { Plot } from './Plot.tsx';
import { stepPath } from './paths.ts';
import type { ReplicasChartProps } from './props.ts';
import type { Points } from './reduce.ts';
import {
  type ReplicaDomain,
  type ReplicaSeriesId,
  reduceLines,
  replicaDomain,
  replicaLines,
} from './series.ts';

const LEGEND_ORDER: readonly ReplicaSeriesId[] = ['desired', 'current', 'ready', 'raw', 'bounds'];

/** From the back to the front: what was decided lies on top. */
const DRAWN = [
  ['min', 'bounds'],
  ['max', 'bounds'],
  ['raw', 'raw'],
  ['current', 'current'],
  ['ready', 'ready'],
  ['desired', 'desired'],
] as const;

export function ReplicasChart({ trace, height, timeLabels }: ReplicasChartProps) {
  const [hidden, toggle] = useHidden<ReplicaSeriesId>();
  return (
    <ChartSection
      title="Replicas"
      heading={<Legend lines={REPLICA_LOOKS} order={LEGEND_ORDER} hidden={hidden} onToggle={toggle} />}
    >
      <ReplicasPlot trace={trace} hidden={hidden} height={height} timeLabels={timeLabels} />
    </ChartSection>
  );
}

interface ReplicasPlotProps {
  readonly trace: Trace | undefined;
  readonly hidden: ReadonlySet<ReplicaSeriesId>;
  readonly height: number | undefined;
  readonly timeLabels: boolean | undefined;
}

function ReplicasPlot({ trace, hidden, height, timeLabels }: ReplicasPlotProps) {
  const lines = useMemo(() => (trace === undefined ? undefined : replicaLines(trace)), [trace]);
  const domain = useMemo(() => (lines === undefined ? EMPTY : replicaDomain(lines, hidden)), [lines, hidden]);
  const draw = useCallback(
    (frame: PlotFrame): ReactNode => {
      if (lines === undefined || trace === undefined) return null;
      const reduced = reduceLines(lines, frame.durationSeconds, Math.floor(frame.width));
      return (
        <g className={styles.lines}>
          {DRAWN.filter(([, id]) => !hidden.has(id)).map(([line, id]) => (
            <ReplicaLine
              key={line}
              id={id}
              points={reduced[line]}
              frame={frame}
              until={trace.durationSeconds}
            />
          ))}
        </g>
      );
    },
    [lines, trace, hidden],
  );
  return (
    <div className={styles.stack}>
      <Plot
        lowest={0}
        highest={domain.highest}
        unit="replicas"
        height={height}
        timeLabels={timeLabels}
        draw={draw}
        marked={hidden.has('desired') ? undefined : lines?.desired}
        markerColor={REPLICA_LOOKS.desired.color}
      />
      <ClippedNotes domain={domain} />
    </div>
  );
}

const EMPTY: ReplicaDomain = { highest: 10, clipped: [] };

interface ReplicaLineProps {
  readonly id: ReplicaSeriesId;
  readonly points: Points;
  readonly frame: PlotFrame;
  readonly until: number;
}

function ReplicaLine({ id, points, frame, until }: ReplicaLineProps) {
  const look = REPLICA_LOOKS[id];
  return (
    <path
      d={stepPath(points, frame, until)}
      stroke={look.color}
      strokeWidth={look.width}
      strokeDasharray={look.dash}
    />
  );
}

/** Names what was cut off above the plot. */
function ClippedNotes({ domain }: { readonly domain: ReplicaDomain }) {
  if (domain.clipped.length === 0) return null;
  return (
    <p className={styles.clipped}>
      {domain.clipped.map(({ id, highest }) => (
        <span key={id} style={{ color: 'var(--dim)' }}>
          ↑ {id === 'raw' ? `metrics ask for up to ${highest}` : `max ${highest}`}
        </span>
      ))}
    </p>
  );
}
