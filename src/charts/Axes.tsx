/**
 * Value axis and grid of a plot, by recharts. A chunk of its own: the lines are there before it, at their final places.
 * It is drawn again only when that axis changes; the time axis, which every step of a zoom changes, is `TimeStrip`'s.
 */
import { type CSSProperties, memo, type SVGProps } from 'react';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import styles from './charts.module.css';
import { type ChartSize, MARGIN, TIME_LABELS_HEIGHT } from './frame.ts';
import { valueTicks } from './ticks.ts';
import { formatValue, type Unit } from './units.ts';

export interface AxesProps extends ChartSize {
  readonly bottom: number;
  readonly top: number;
  readonly unit: Unit;
  readonly timeLabels: boolean;
}

const NO_ROWS: readonly object[] = [];
/** So that a chart never keeps its column from getting smaller; the overlay takes the pointer. */
const OUT_OF_FLOW: CSSProperties = { position: 'absolute', inset: 0, pointerEvents: 'none' };
/** recharts adds the axes to its margins; the sums are those of `plotFrame`. */
const CHART_MARGIN = { ...MARGIN, left: 0, bottom: 0 };

/** All props are primitives, so that new data with the same domains redraws nothing here. */
export const Axes = memo(function Axes(props: AxesProps) {
  const { width, height, bottom, top, unit, timeLabels } = props;
  const below = timeLabels ? TIME_LABELS_HEIGHT : MARGIN.bottom;
  const ticks = valueTicks({ bottom, top }, unit, height - MARGIN.top - below);
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
        domain={[0, 1]}
        axisLine={false}
        tickLine={false}
        tick={false}
      />
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
