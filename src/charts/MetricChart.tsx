/** One metric against its target: usage, target, the band in which nothing happens, and where it could not be read. */
import { type ReactNode, useCallback, useId, useMemo } from 'react';
import type { MetricColumns, Trace } from '../core/index.ts';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import { type PlotFrame, toX } from './frame.ts';
import { Legend, useHidden } from './Legend.tsx';
import { TARGET_LOOK, USAGE_LOOK } from './looks.ts';
import { Plot } from './Plot.tsx';
import { linePath, type Span, stepBandPath, stepPath, unknownSpans } from './paths.ts';
import type { MetricChartProps } from './props.ts';
import { type Points, reduceToColumns } from './reduce.ts';
import { type MetricLines, type MetricSeriesId, metricDomain, metricLines } from './series.ts';
import { formatValue } from './units.ts';

export function MetricChart({ trace, metric, height, timeLabels }: MetricChartProps) {
  const [hidden, toggle] = useHidden<MetricSeriesId>();
  return (
    <ChartSection
      title={metric.name}
      subtitle={subtitleOf(metric)}
      roomy
      heading={<MetricLegend metric={metric} hidden={hidden} onToggle={toggle} />}
    >
      <MetricPlot trace={trace} metric={metric} hidden={hidden} height={height} timeLabels={timeLabels} />
    </ChartSection>
  );
}

const LEGEND_ORDER: readonly MetricSeriesId[] = ['usage', 'target'];

/** What the number is: the words of the API for the kind of target, and the unit where the axis cannot say it. */
function subtitleOf({ targetKind, unit }: MetricColumns): string {
  if (targetKind === 'Utilization') return 'utilization of requests';
  const kind = targetKind === 'AverageValue' ? 'average per pod' : 'value';
  return unit === 'cores' ? `${kind}, cores` : kind;
}

interface MetricLegendProps {
  readonly metric: MetricColumns;
  readonly hidden: ReadonlySet<MetricSeriesId>;
  readonly onToggle: (id: MetricSeriesId) => void;
}

function MetricLegend({ metric, hidden, onToggle }: MetricLegendProps) {
  const lines = { usage: USAGE_LOOK, target: { ...TARGET_LOOK, label: targetText(metric) } };
  return (
    <>
      <Legend lines={lines} order={LEGEND_ORDER} hidden={hidden} onToggle={onToggle} />
      {metric.current.some(Number.isNaN) && (
        <span className={styles.legendText}>
          <HatchSwatch />
          no metrics
        </span>
      )}
    </>
  );
}

/** "target 70 % ± 10 %"; the last sync's, as a run may change it. */
function targetText({ target, toleranceUp, toleranceDown, unit }: MetricColumns): string {
  const last = target.at(-1);
  const up = toleranceUp.at(-1);
  const down = toleranceDown.at(-1);
  if (last === undefined || up === undefined || down === undefined) return TARGET_LOOK.label;
  const value = Number.isNaN(last) ? '' : ` ${formatValue(last, unit)}`;
  const percent = (share: number) => formatValue(share * 100, 'percent');
  return `target${value} ${up === down ? `± ${percent(up)}` : `+ ${percent(up)} − ${percent(down)}`}`;
}

interface MetricPlotProps {
  readonly trace: Trace | undefined;
  readonly metric: MetricColumns;
  readonly hidden: ReadonlySet<MetricSeriesId>;
  readonly height: number | undefined;
  readonly timeLabels: boolean | undefined;
}

function MetricPlot({ trace, metric, hidden, height, timeLabels }: MetricPlotProps) {
  const lines = useMemo(
    () => (trace === undefined ? undefined : metricLines(metric, trace.syncs.atSeconds)),
    [trace, metric],
  );
  const domain = lines === undefined ? { lowest: 0, highest: 1 } : metricDomain(lines, hidden);
  const until = trace?.durationSeconds ?? 0;
  const draw = useCallback(
    (frame: PlotFrame): ReactNode =>
      lines === undefined ? null : (
        <MetricDrawing lines={lines} hidden={hidden} frame={frame} until={until} />
      ),
    [lines, hidden, until],
  );
  return (
    <Plot
      lowest={domain.lowest}
      highest={domain.highest}
      unit={metric.unit}
      height={height}
      timeLabels={timeLabels}
      draw={draw}
    />
  );
}

interface MetricDrawingProps {
  readonly lines: MetricLines;
  readonly hidden: ReadonlySet<MetricSeriesId>;
  readonly frame: PlotFrame;
  readonly until: number;
}

function MetricDrawing({ lines, hidden, frame, until }: MetricDrawingProps) {
  return (
    <g className={styles.lines}>
      {!hidden.has('target') && <Target lines={lines} frame={frame} until={until} />}
      {!hidden.has('usage') && <Usage points={lines.current} frame={frame} until={until} />}
    </g>
  );
}

/** The target and the tolerance around it. */
function Target({ lines, frame, until }: Omit<MetricDrawingProps, 'hidden'>) {
  return (
    <>
      <path
        className={styles.band}
        d={stepBandPath(lines.toleranceLow, lines.toleranceHigh, frame, until)}
        fill={TARGET_LOOK.color}
      />
      <path
        d={stepPath(reduced(lines.target, frame), frame, until)}
        stroke={TARGET_LOOK.color}
        strokeWidth={TARGET_LOOK.width}
        strokeDasharray={TARGET_LOOK.dash}
      />
    </>
  );
}

interface UsageProps {
  readonly points: Points;
  readonly frame: PlotFrame;
  readonly until: number;
}

function Usage({ points, frame, until }: UsageProps) {
  return (
    <>
      <Unreadable spans={unknownSpans(points, until)} frame={frame} />
      <path
        d={linePath(reduced(points, frame), frame)}
        stroke={USAGE_LOOK.color}
        strokeWidth={USAGE_LOOK.width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}

function reduced(points: Points, frame: PlotFrame): Points {
  return reduceToColumns(points, frame.durationSeconds, Math.floor(frame.width));
}

/** Pixels that the words "no metrics" need. */
const LABEL_WIDTH = 62;

function Unreadable({ spans, frame }: { readonly spans: readonly Span[]; readonly frame: PlotFrame }) {
  const hatch = useId();
  return (
    <>
      <HatchDefs id={hatch} />
      {spans.map(({ fromSeconds, toSeconds }) => {
        const x = toX(frame, fromSeconds);
        const width = Math.max(1, toX(frame, toSeconds) - x);
        return (
          <g key={fromSeconds}>
            <rect x={x} y={frame.top} width={width} height={frame.height} fill={`url(#${hatch})`} />
            {width >= LABEL_WIDTH && (
              <text className={styles.gapLabel} x={x + width / 2} y={frame.top + 13} textAnchor="middle">
                no metrics
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function HatchDefs({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" stroke="var(--faint)" strokeWidth="2" opacity="0.55" />
      </pattern>
    </defs>
  );
}

function HatchSwatch() {
  const hatch = useId();
  return (
    <svg className={styles.swatch} width="20" height="10" aria-hidden="true">
      <HatchDefs id={hatch} />
      <rect width="20" height="10" fill={`url(#${hatch})`} />
    </svg>
  );
}
