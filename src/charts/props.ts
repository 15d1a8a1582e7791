/**
 * What the charts are given. They know no store: data comes in by props, the shared time axis by `TimeAxisProvider`
 * (see `TimeAxis.tsx`), which is put once around every chart, the ribbon and the load curves.
 */
import type { ReactNode } from 'react';
import type { LoadCurve, MetricColumns, Trace } from '../core/index.ts';

/**
 * The instant that is shown, outside React's state: it moves at every frame of the playback, and only overlays and
 * ARIA attributes follow it. Any store with `subscribe` serves; listeners may be called more often than it changes.
 */
export interface TimeCursor {
  /** simulated seconds since the start of the run; on a sync's instant when one was selected */
  getSeconds(): number;
  subscribe(listener: () => void): () => void;
}

/**
 * The run that is drawn, outside React's state too: with every step of a drag there is a newer one, and only the lines
 * follow it at once. What stands around them (legends, panels) comes by props once the hand pauses.
 */
export interface DrawnRun {
  /** undefined until the first run has finished */
  get(): Trace | undefined;
  subscribe(listener: () => void): () => void;
}

/** The part of a run that is looked at, in simulated seconds since its start. */
export interface VisibleRange {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Lines that are switched off, by the name of their chart. */
export type HiddenLines = Readonly<Record<string, readonly string[]>>;

export interface TimeAxisProps {
  /** the axis reaches from 0 to here, for every chart */
  readonly durationSeconds: number;
  /** the part of it that every chart shows; all of it when left out */
  readonly range?: VisibleRange | undefined;
  /** somebody zooms or pans; undefined: the whole run */
  readonly onRange: (range: VisibleRange | undefined) => void;
  readonly hiddenLines: HiddenLines;
  /** the lines of a chart that are switched off from now on */
  readonly onHideLines: (chart: string, hidden: readonly string[]) => void;
  /** what the lines show */
  readonly run: DrawnRun;
  /** the run that the page stands still at; undefined until the first one has finished */
  readonly trace: Trace | undefined;
  /** for the tooltip: demand at the hovered instant */
  readonly loads: readonly LoadCurve[];
  /** for the tooltip, too */
  readonly compared?: ComparedLine | undefined;
  readonly cursor: TimeCursor;
  /** a click, a scrub or a key chose this sync; called once a sync while the pointer moves */
  readonly onSelectSync: (sync: number) => void;
  readonly children: ReactNode;
}

interface ChartFrameProps {
  /** pixels of the plot with its axes, without the heading; left out: fills what its flex parent gives, 72 at least */
  readonly height?: number;
  /** labels under the time axis; one chart of a column needs them, the last */
  readonly timeLabels?: boolean;
}

/** Another run on the same load, for its desired replicas. */
export interface ComparedLine {
  readonly label: string;
  readonly trace: Trace;
}

/** Region "Replicas". */
export interface ReplicasChartProps extends ChartFrameProps {
  readonly trace: Trace | undefined;
  readonly compared?: ComparedLine | undefined;
}

/** Region named after the metric: "cpu". */
export interface MetricChartProps extends ChartFrameProps {
  readonly trace: Trace | undefined;
  readonly metric: MetricColumns;
}

/** Region "Decided by"; its height is its own. */
export interface LimiterRibbonProps {
  readonly trace: Trace | undefined;
}

/** What of the workload is drawn; unknown names are passed over. */
export interface WorkloadView {
  readonly plots: readonly string[];
  /** CPU and memory as the mean of the pods */
  readonly perPod: boolean;
}

/** Region "Workload"; in it a region for each plot: "Workload: CPU". Its height is that of each plot. */
export interface WorkloadChartProps extends ChartFrameProps {
  readonly trace: Trace | undefined;
  readonly view: WorkloadView;
  readonly onView: (view: WorkloadView) => void;
}

/** Region "Pods". */
export interface PodsChartProps {
  readonly trace: Trace | undefined;
  /** pixels of the rows at most; more are scrolled */
  readonly maxHeight: number;
  /** shows the table of pods */
  readonly onTable: () => void;
}
