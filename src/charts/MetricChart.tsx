/** One metric against its target: usage, target, the band in which nothing happens, and where it could not be read. */
import { useCallback, useId, useMemo, useRef } from 'react';
import type { MetricColumns, Trace } from '../core/index.ts';
import type { TermId } from '../glossary/terms.ts';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import { type PlotFrame, toX } from './frame.ts';
import { Legend } from './Legend.tsx';
import { TARGET_LOOK, USAGE_LOOK } from './looks.ts';
import { Plot } from './Plot.tsx';
import { linePath, stepBandPath, stepPath, unknownSpans } from './paths.ts';
import { type PlacedText, placeTexts } from './placeTexts.ts';
import type { MetricChartProps } from './props.ts';
import { RunPath, setPath } from './RunPath.tsx';
import { reduceToFrame, type ShownSpan, visiblePart } from './reduce.ts';
import { rememberLast } from './remember.ts';
import { type MetricLines, type MetricSeriesId, metricDomain, metricLines } from './series.ts';
import { useFollow, useTimeAxis } from './TimeAxis.tsx';
import { targetText } from './targetText.ts';
import { type LineChoice, useLines } from './useLines.ts';
import { type Reach, useReach } from './useReach.ts';

const TARGET_TERMS: Readonly<Record<MetricColumns['targetKind'], TermId>> = {
  Utilization: 'utilization',
  AverageValue: 'averageValue',
  Value: 'value',
};

export function MetricChart({ trace, metric, height, timeLabels }: MetricChartProps) {
  const choice = useLines<MetricSeriesId>(`metric ${metric.name}`);
  return (
    <ChartSection
      title={metric.name}
      term={TARGET_TERMS[metric.targetKind]}
      subtitle={subtitleOf(metric)}
      table={{ chart: 'metric', index: metric.index }}
      roomy
      heading={<MetricLegend metric={metric} choice={choice} />}
    >
      <MetricPlot
        trace={trace}
        metric={metric}
        hidden={choice.hidden}
        height={height}
        timeLabels={timeLabels}
      />
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
  readonly choice: LineChoice<MetricSeriesId>;
}

function MetricLegend({ metric, choice }: MetricLegendProps) {
  const lines = { usage: USAGE_LOOK, target: { ...TARGET_LOOK, label: targetText(metric) } };
  return (
    <>
      <Legend lines={lines} order={LEGEND_ORDER} choice={choice} />
      {metric.current.some(Number.isNaN) && (
        <span className={styles.legendText}>
          <HatchSwatch />
          no metrics
        </span>
      )}
    </>
  );
}

interface MetricPlotProps {
  readonly trace: Trace | undefined;
  readonly metric: MetricColumns;
  readonly hidden: ReadonlySet<MetricSeriesId>;
  readonly height: number | undefined;
  readonly timeLabels: boolean | undefined;
}

function MetricPlot({ trace, metric, hidden, height, timeLabels }: MetricPlotProps) {
  const { index } = metric;
  const linesOf = useMemo(() => rememberLast((of: Trace) => linesOfMetric(of, index)), [index]);
  const reachOf = useCallback(
    (of: Trace): Reach => {
      const lines = linesOf(of);
      return lines === undefined ? EMPTY_REACH : metricDomain(lines, hidden);
    },
    [linesOf, hidden],
  );
  const { lowest, highest } = useReach(trace, reachOf, EMPTY_REACH);
  return (
    <Plot
      lowest={lowest}
      highest={highest}
      unit={metric.unit}
      height={height}
      timeLabels={timeLabels}
      draw={(frame) => <MetricDrawing linesOf={linesOf} hidden={hidden} frame={frame} />}
    />
  );
}

const EMPTY_REACH: Reach = { lowest: 0, highest: 1 };

/** Undefined in a run of another manifest, which has no such metric. */
function linesOfMetric({ metrics, syncs }: Trace, index: number): MetricLines | undefined {
  const metric = metrics.find((other) => other.index === index);
  return metric === undefined ? undefined : metricLines(metric, syncs.atSeconds);
}

interface MetricDrawingProps {
  readonly linesOf: (trace: Trace) => MetricLines | undefined;
  readonly hidden: ReadonlySet<MetricSeriesId>;
  readonly frame: PlotFrame;
}

function MetricDrawing({ linesOf, hidden, frame }: MetricDrawingProps) {
  /** a path of the lines, empty where there are none */
  const pathOf = (draw: (lines: MetricLines, until: number) => string) => (trace: Trace) => {
    const lines = linesOf(trace);
    return lines === undefined ? '' : draw(lines, trace.durationSeconds);
  };
  return (
    <g className={styles.lines}>
      {!hidden.has('target') && <Target pathOf={pathOf} frame={frame} />}
      {!hidden.has('usage') && (
        <>
          <Unreadable linesOf={linesOf} frame={frame} />
          <RunPath
            of={pathOf(({ current }) => linePath(reduceToFrame(current, frame), frame))}
            stroke={USAGE_LOOK.color}
            strokeWidth={USAGE_LOOK.width}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
    </g>
  );
}

interface TargetProps {
  readonly pathOf: (draw: (lines: MetricLines, until: number) => string) => (trace: Trace) => string;
  readonly frame: PlotFrame;
}

/** The target and the tolerance around it. */
function Target({ pathOf, frame }: TargetProps) {
  return (
    <>
      <RunPath
        className={styles.band}
        of={pathOf(({ toleranceLow, toleranceHigh }, until) =>
          stepBandPath(visiblePart(toleranceLow, frame), visiblePart(toleranceHigh, frame), frame, until),
        )}
        fill={TARGET_LOOK.color}
      />
      <RunPath
        of={pathOf(({ target }, until) => stepPath(reduceToFrame(target, frame), frame, until))}
        stroke={TARGET_LOOK.color}
        strokeWidth={TARGET_LOOK.width}
        strokeDasharray={TARGET_LOOK.dash}
      />
    </>
  );
}

/** Pixels that the words "no metrics" need. */
const LABEL_WIDTH = 62;

/** Hatched where the metric could not be read, and named where there is room. */
function Unreadable({ linesOf, frame }: Omit<MetricDrawingProps, 'hidden'>) {
  const hatch = useId();
  const { run } = useTimeAxis();
  const area = useRef<SVGPathElement>(null);
  const labels = useRef<SVGGElement>(null);
  useFollow(run, () => {
    const trace = run.get();
    const lines = trace && linesOf(trace);
    const shown = lines && visiblePart(lines.current, frame);
    const spans = shown === undefined ? [] : unknownSpans(shown, trace?.durationSeconds ?? 0);
    const placed = spans.map((span) => placeSpan(span, frame));
    if (area.current !== null) setPath(area.current, placed.map(rectangleOf(frame)).join(''));
    if (labels.current !== null) placeTexts(labels.current, frame.top + 13, labelsOf(placed));
  });
  return (
    <>
      <HatchDefs id={hatch} />
      <path ref={area} style={{ fill: `url(#${hatch})` }} />
      <g ref={labels} className={styles.gapLabels} />
    </>
  );
}

interface PlacedSpan {
  readonly x: number;
  readonly width: number;
}

function placeSpan({ fromSeconds, toSeconds }: ShownSpan, frame: PlotFrame): PlacedSpan {
  const x = toX(frame, Math.max(frame.fromSeconds, fromSeconds));
  return { x, width: Math.max(1, toX(frame, Math.min(frame.toSeconds, toSeconds)) - x) };
}

function rectangleOf({ top, height }: PlotFrame): (span: PlacedSpan) => string {
  return ({ x, width }) => `M${x.toFixed(1)} ${top}h${width.toFixed(1)}v${height}h-${width.toFixed(1)}z`;
}

function labelsOf(spans: readonly PlacedSpan[]): readonly PlacedText[] {
  return spans
    .filter(({ width }) => width >= LABEL_WIDTH)
    .map(({ x, width }) => ({ x: x + width / 2, text: 'no metrics' }));
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
