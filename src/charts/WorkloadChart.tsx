/** What the workload does: its CPU and memory, the requests, their backlog and latency; small plots on the time axis. */
import { ToggleGroup } from 'radix-ui';
import { useCallback, useMemo } from 'react';
import type { Trace } from '../core/index.ts';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import { CHART_TERMS } from './chartTerms.ts';
import type { PlotFrame } from './frame.ts';
import type { InstantRow } from './instant.ts';
import { Legend } from './Legend.tsx';
import { WORKLOAD_LOOKS } from './looks.ts';
import { Plot } from './Plot.tsx';
import { linePath, stepPath } from './paths.ts';
import type { WorkloadChartProps } from './props.ts';
import { RunPath } from './RunPath.tsx';
import { reduceToFrame } from './reduce.ts';
import { rememberLast } from './remember.ts';
import { stepValueAt } from './series.ts';
import { useInstantRows } from './TimeAxis.tsx';
import { formatValue } from './units.ts';
import { useLines } from './useLines.ts';
import { useReach } from './useReach.ts';
import wide from './workload.module.css';
import {
  WORKLOAD_PLOTS,
  type WorkloadPlotId,
  type WorkloadSeries,
  type WorkloadSeriesId,
  workloadLines,
  workloadPlotText,
  workloadReach,
} from './workload.ts';

export function WorkloadChart({ trace, view, onView, height, timeLabels }: WorkloadChartProps) {
  const shown = WORKLOAD_PLOTS.filter((plot) => view.plots.includes(plot));
  const canShare = shown.some(hasShares);
  return (
    <ChartSection
      title="Workload"
      term={CHART_TERMS.workload}
      table={{ chart: 'workload', perPod: view.perPod }}
      heading={
        <>
          <ToggleGroup.Root
            type="multiple"
            className={wide.choices}
            aria-label="Plots of the workload"
            value={shown}
            onValueChange={(plots) => onView({ ...view, plots })}
          >
            {WORKLOAD_PLOTS.map((plot) => (
              <ToggleGroup.Item key={plot} value={plot} className={wide.choice}>
                {workloadPlotText(plot, false).title}
              </ToggleGroup.Item>
            ))}
          </ToggleGroup.Root>
          {canShare && (
            <button
              type="button"
              className={wide.choice}
              data-state={view.perPod ? 'on' : 'off'}
              aria-pressed={view.perPod}
              onClick={() => onView({ ...view, perPod: !view.perPod })}
            >
              per pod
            </button>
          )}
        </>
      }
    >
      {shown.length === 0 && <p className={wide.empty}>Choose above what to draw.</p>}
      {shown.map((plot, index) => (
        <WorkloadPlot
          key={plot}
          trace={trace}
          plot={plot}
          perPod={view.perPod && hasShares(plot)}
          height={height}
          timeLabels={timeLabels === true && index === shown.length - 1}
        />
      ))}
    </ChartSection>
  );
}

function hasShares(plot: WorkloadPlotId): boolean {
  return plot === 'cpu' || plot === 'memory';
}

interface WorkloadPlotProps {
  readonly trace: Trace | undefined;
  readonly plot: WorkloadPlotId;
  readonly perPod: boolean;
  readonly height: number | undefined;
  readonly timeLabels: boolean;
}

const NO_LINES: readonly WorkloadSeries[] = [];
const EMPTY_REACH = { lowest: 0, highest: 1 };

function WorkloadPlot({ trace, plot, perPod, height, timeLabels }: WorkloadPlotProps) {
  const choice = useLines<WorkloadSeriesId>(`workload ${plot}`);
  const { hidden } = choice;
  const linesOf = useMemo(() => rememberLast((of: Trace) => workloadLines(of, plot, perPod)), [plot, perPod]);
  const reachOf = useCallback(
    (of: Trace) => ({ lowest: 0, highest: workloadReach(linesOf(of), hidden).highest }),
    [linesOf, hidden],
  );
  const { highest } = useReach(trace, reachOf, EMPTY_REACH);
  const { title, subtitle, unit, suffix } = workloadPlotText(plot, perPod);
  const lines = trace === undefined ? NO_LINES : linesOf(trace);
  const present = lines.filter(({ points }) => points.values.some(Number.isFinite)).map(({ id }) => id);
  const clipped = trace === undefined ? [] : workloadReach(lines, hidden).clipped;
  useInstantRows(
    useCallback(
      (of: Trace, seconds: number) =>
        rowsOf(linesOf(of), seconds, `${title} `, (value) => `${formatValue(value, unit)}${suffix}`),
      [linesOf, title, unit, suffix],
    ),
  );
  return (
    <section className={wide.plot} aria-label={`Workload: ${title}`}>
      <div className={styles.header}>
        <h3 className={wide.title}>{title}</h3>
        <span className={styles.subtitle}>{subtitle}</span>
        <Legend lines={WORKLOAD_LOOKS} order={present} choice={choice} />
        {clipped.map(({ id, highest: top }) => (
          <span key={id} className={styles.subtitle}>
            ↑ {WORKLOAD_LOOKS[id].label} up to {formatValue(top, unit)}
          </span>
        ))}
      </div>
      <Plot
        lowest={0}
        highest={highest}
        unit={unit}
        height={height}
        timeLabels={timeLabels}
        draw={(frame) => (
          <WorkloadDrawing ids={present.filter((id) => !hidden.has(id))} linesOf={linesOf} frame={frame} />
        )}
      />
    </section>
  );
}

interface WorkloadDrawingProps {
  readonly ids: readonly WorkloadSeriesId[];
  readonly linesOf: (trace: Trace) => readonly WorkloadSeries[];
  readonly frame: PlotFrame;
}

/** The most telling line on top. */
function WorkloadDrawing({ ids, linesOf, frame }: WorkloadDrawingProps) {
  return (
    <g className={styles.lines}>
      {[...ids].reverse().map((id) => {
        const { color, width, dash } = WORKLOAD_LOOKS[id];
        return (
          <RunPath
            key={id}
            of={(trace) => pathOf(linesOf(trace), id, frame, trace.durationSeconds)}
            stroke={color}
            strokeWidth={width}
            strokeDasharray={dash}
            strokeLinecap={dash === undefined ? 'round' : 'butt'}
          />
        );
      })}
    </g>
  );
}

function pathOf(
  lines: readonly WorkloadSeries[],
  id: WorkloadSeriesId,
  frame: PlotFrame,
  untilSeconds: number,
): string {
  const line = lines.find((other) => other.id === id);
  if (line === undefined) return '';
  const points = reduceToFrame(line.points, frame);
  return line.isStep ? stepPath(points, frame, untilSeconds) : linePath(points, frame);
}

/** What the lines are at an instant; lines that are nowhere known say nothing. */
function rowsOf(
  lines: readonly WorkloadSeries[],
  seconds: number,
  prefix: string,
  write: (value: number) => string,
): readonly InstantRow[] {
  return lines.flatMap(({ id, points }) => {
    const value = stepValueAt(points, seconds);
    if (value === undefined) return [];
    const look = WORKLOAD_LOOKS[id];
    return [{ key: `workload ${prefix}${id}`, look, label: `${prefix}${look.label}`, value: write(value) }];
  });
}
