/**
 * One plot on the shared time axis. recharts draws axes and grid; it is redrawn only when these change. The series are
 * own paths inside it, drawn anew with the data; the cursor is an overlay that moves without any drawing.
 */
import {
  type CSSProperties,
  createContext,
  memo,
  type ReactNode,
  type SVGProps,
  use,
  useId,
  useMemo,
} from 'react';
import {
  CartesianGrid,
  ComposedChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import styles from './charts.module.css';
import { type ChartSize, MARGIN, type PlotFrame, plotFrame, TIME_LABELS_HEIGHT } from './frame.ts';
import { PlotOverlay } from './PlotOverlay.tsx';
import type { Points } from './reduce.ts';
import { useTimeAxis } from './TimeAxis.tsx';
import { formatTimeTick, timeTicks, valueDomain, valueTicks } from './ticks.ts';
import { formatValue, type Unit } from './units.ts';
import { useSize } from './useSize.ts';

export interface PlotProps {
  readonly lowest: number;
  readonly highest: number;
  readonly unit: Unit;
  readonly timeLabels?: boolean | undefined;
  readonly height?: number | undefined;
  /** the series, as SVG */
  readonly draw: (frame: PlotFrame) => ReactNode;
  /** a dot rides on this step series at the cursor */
  readonly marked?: Points | undefined;
  readonly markerColor?: string;
  readonly onDoubleClick?: (seconds: number, value: number) => void;
  /** laid over everything: handles that take the pointer before the plot does */
  readonly over?: (frame: PlotFrame) => ReactNode;
}

export function Plot(props: PlotProps) {
  const [ref, size] = useSize();
  const style = props.height === undefined ? undefined : { height: props.height, flex: 'none' };
  return (
    <div ref={ref} className={styles.plot} style={style}>
      {size !== undefined && size.width > 0 && <SizedPlot {...props} size={size} />}
    </div>
  );
}

const DrawContext = createContext<PlotProps['draw']>(() => null);

function SizedPlot(props: PlotProps & { readonly size: ChartSize }) {
  const { size, lowest, highest, unit, draw } = props;
  const timeLabels = props.timeLabels === true;
  const { durationSeconds } = useTimeAxis();
  const frame = useMemo(() => {
    const bare = plotFrame(size, timeLabels, durationSeconds, { bottom: 0, top: 1 });
    const { bottom, top } = valueDomain(lowest, highest, unit);
    return { ...bare, bottomValue: bottom, topValue: top };
  }, [size, timeLabels, durationSeconds, lowest, highest, unit]);
  return (
    <>
      <DrawContext value={draw}>
        <Shell
          width={size.width}
          height={size.height}
          durationSeconds={durationSeconds}
          bottom={frame.bottomValue}
          top={frame.topValue}
          unit={unit}
          timeLabels={timeLabels}
        />
      </DrawContext>
      <PlotOverlay
        frame={frame}
        marked={props.marked}
        markerColor={props.markerColor}
        onDoubleClick={props.onDoubleClick}
      />
      {props.over?.(frame)}
    </>
  );
}

interface ShellProps extends ChartSize {
  readonly durationSeconds: number;
  readonly bottom: number;
  readonly top: number;
  readonly unit: Unit;
  readonly timeLabels: boolean;
}

const NO_ROWS: readonly object[] = [];
/** So that a chart never keeps its column from getting smaller; the overlay takes the pointer. */
const OUT_OF_FLOW: CSSProperties = { position: 'absolute', inset: 0, pointerEvents: 'none' };
const CHART_MARGIN = { ...MARGIN, left: 0, bottom: 0 };

/** All props are primitives, so that new data with the same domains redraws nothing here. */
const Shell = memo(function Shell(props: ShellProps) {
  const { width, height, durationSeconds, bottom, top, unit, timeLabels } = props;
  const below = timeLabels ? TIME_LABELS_HEIGHT : MARGIN.bottom;
  const ticks = valueTicks({ bottom, top }, unit, height - MARGIN.top - below);
  const instants = timeTicks(durationSeconds, width - MARGIN.left - MARGIN.right);
  return (
    <ComposedChart
      width={width}
      height={height}
      margin={CHART_MARGIN}
      style={OUT_OF_FLOW}
      data={NO_ROWS as object[]}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--grid)" vertical={false} syncWithTicks />
      <YAxis
        type="number"
        width={MARGIN.left}
        domain={[bottom, top]}
        ticks={[...ticks]}
        interval={0}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
        tick={(tick: TickProps) => <ValueTick {...tick} text={formatValue(tick.payload.value, unit, top)} />}
      />
      <XAxis
        type="number"
        dataKey="seconds"
        height={below}
        domain={[0, durationSeconds]}
        ticks={[...instants]}
        interval={0}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
        tick={
          timeLabels
            ? (tick: TickProps) => (
                <TimeTick {...tick} text={formatTimeTick(tick.payload.value, durationSeconds)} />
              )
            : false
        }
      />
      <Drawing durationSeconds={durationSeconds} bottom={bottom} top={top} />
    </ComposedChart>
  );
});

interface TickProps {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: number };
}

const TICK: SVGProps<SVGTextElement> = { className: styles.tick ?? '', 'aria-hidden': true };

function ValueTick({ x, y, text }: TickProps & { readonly text: string }) {
  return (
    <text {...TICK} x={x} y={y} dy="0.32em" textAnchor="end">
      {text}
    </text>
  );
}

function TimeTick({ x, y, text }: TickProps & { readonly text: string }) {
  return (
    <text {...TICK} x={x} y={Number(y) + 4} dy="0.5em" textAnchor="middle">
      {text}
    </text>
  );
}

/** Draws inside recharts, on the scales that it laid out. */
function Drawing(props: { readonly durationSeconds: number; readonly bottom: number; readonly top: number }) {
  const draw = use(DrawContext);
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const left = x?.(0);
  const right = x?.(props.durationSeconds);
  const low = y?.(props.bottom);
  const high = y?.(props.top);
  if (area === undefined || left === undefined || right === undefined) return null;
  if (low === undefined || high === undefined) return null;
  const frame: PlotFrame = {
    left,
    top: high,
    width: right - left,
    height: low - high,
    durationSeconds: props.durationSeconds,
    bottomValue: props.bottom,
    topValue: props.top,
  };
  return <Clipped frame={frame}>{draw(frame)}</Clipped>;
}

/** Half of the widest line: a line on the plot's edge is shown whole. */
const EDGE = 2;

/** Cuts what a domain leaves out. */
function Clipped({ frame, children }: { readonly frame: PlotFrame; readonly children: ReactNode }) {
  const id = useId();
  const { left, top, width, height } = frame;
  return (
    <>
      <defs>
        <clipPath id={id}>
          <rect x={left - EDGE} y={top - EDGE} width={width + 2 * EDGE} height={height + 2 * EDGE} />
        </clipPath>
      </defs>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  );
}
