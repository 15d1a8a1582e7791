/**
 * One plot on the shared time axis. Three layers: axes and grid, drawn again only when an axis changes; the lines, set
 * anew with each run; the cursor, which moves without any drawing.
 */
import { type ReactNode, type RefObject, useId, useMemo } from 'react';
import { useAxes } from './axesLoader.ts';
import styles from './charts.module.css';
import { type ChartSize, type PlotFrame, plotFrame } from './frame.ts';
import { PlotOverlay } from './PlotOverlay.tsx';
import type { Points } from './reduce.ts';
import { useTimeWindow } from './TimeAxis.tsx';
import { TimeStrip } from './TimeStrip.tsx';
import { valueDomain } from './ticks.ts';
import type { Unit } from './units.ts';
import { useSize } from './useSize.ts';
import { useWheelZoom } from './useWheelZoom.ts';

export interface PlotProps {
  readonly lowest: number;
  readonly highest: number;
  readonly unit: Unit;
  readonly timeLabels?: boolean | undefined;
  readonly height?: number | undefined;
  /** the lines, as SVG */
  readonly draw: (frame: PlotFrame) => ReactNode;
  /** a dot rides on this step series at the cursor */
  readonly marked?: (() => Points | undefined) | undefined;
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
      {size !== undefined && size.width > 0 && <SizedPlot {...props} size={size} element={ref} />}
    </div>
  );
}

interface SizedPlotProps extends PlotProps {
  readonly size: ChartSize;
  readonly element: RefObject<HTMLDivElement | null>;
}

function SizedPlot(props: SizedPlotProps) {
  const { size, lowest, highest, unit } = props;
  const timeLabels = props.timeLabels === true;
  const window = useTimeWindow();
  const Axes = useAxes();
  const frame = useMemo(() => {
    const values = valueDomain(lowest, highest, unit);
    return plotFrame(size, timeLabels, window, values);
  }, [size, timeLabels, window, lowest, highest, unit]);
  useWheelZoom(props.element, frame);
  return (
    <>
      {Axes !== undefined && (
        <Axes
          width={size.width}
          height={size.height}
          bottom={frame.bottomValue}
          top={frame.topValue}
          unit={unit}
          timeLabels={timeLabels}
        />
      )}
      <svg className={styles.drawing} width={size.width} height={size.height} aria-hidden="true">
        <Clipped frame={frame}>{props.draw(frame)}</Clipped>
      </svg>
      <PlotOverlay
        frame={frame}
        marked={props.marked}
        markerColor={props.markerColor}
        onDoubleClick={props.onDoubleClick}
      />
      {timeLabels && <TimeStrip frame={frame} />}
      {props.over?.(frame)}
    </>
  );
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
