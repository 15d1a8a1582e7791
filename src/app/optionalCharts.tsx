/** The charts that are there on request: each a chunk of its own, under those of the first screen, in this order. */
import {
  type ComponentType,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react';
import { ChartSection } from '../charts/ChartSection.tsx';
import { CHART_IDS, type ChartId, isChartShown, isOnRequest } from '../store/shownCharts.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import styles from './ChartsColumn.module.css';
import { CHART_NAMES } from './chartNames.ts';
import { useApp, useServices } from './context.tsx';
import { ShownChart } from './ShownChart.tsx';

export interface OptionalChartProps {
  readonly phone: boolean;
}

export interface OptionalChart {
  readonly id: ChartId;
  /** one sentence for the button that shows it */
  readonly about: string;
  readonly Chart: ComponentType<OptionalChartProps>;
}

const ConditionsStrip = lazy(() =>
  import('../charts/ConditionsStrip.tsx').then((module) => ({ default: module.ConditionsStrip })),
);
const WorkloadChart = lazy(() =>
  import('../charts/WorkloadChart.tsx').then((module) => ({ default: module.WorkloadChart })),
);
const PodsChart = lazy(() =>
  import('../charts/PodsChart.tsx').then((module) => ({ default: module.PodsChart })),
);

export const OPTIONAL_CHARTS: readonly OptionalChart[] = [
  {
    id: 'conditions',
    about: 'AbleToScale, ScalingActive and ScalingLimited over time, each with its reason.',
    Chart: Conditions,
  },
  {
    id: 'workload',
    about: 'CPU and memory against requests and limits; requests, backlog and latency.',
    Chart: Workload,
  },
  {
    id: 'pods',
    about: 'The life of each pod: pending, starting, ready, terminating, and how it ended.',
    Chart: Pods,
  },
];

/** All that can be chosen, from top to bottom. */
export const OFFERED_CHARTS: readonly ChartId[] = CHART_IDS.filter(
  (id) => !isOnRequest(id) || OPTIONAL_CHARTS.some((chart) => chart.id === id),
);

/** Those that are shown; on a phone the others by their headings. */
export function OptionalCharts({ phone }: OptionalChartProps): ReactNode {
  const [atStart] = useState(useApp((state) => state.charts));
  return OPTIONAL_CHARTS.map((chart) => (
    <ShownChart key={chart.id} id={chart.id} phone={phone}>
      <OnRequest chart={chart} phone={phone} asked={!isChartShown(atStart, chart.id)} />
    </ShownChart>
  ));
}

interface OnRequestProps {
  readonly chart: OptionalChart;
  readonly phone: boolean;
  /** somebody has just asked for it; else the page opened with it */
  readonly asked: boolean;
}

/** What was asked for comes into view. */
function OnRequest({ chart: { id, Chart }, phone, asked }: OnRequestProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} className={styles.onRequest}>
      <ErrorBoundary what={`The chart ${CHART_NAMES[id]}`}>
        <Suspense fallback={<ChartSection title={CHART_NAMES[id]}>{null}</ChartSection>}>
          <Chart phone={phone} />
          {asked && <IntoView place={place} />}
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

/** Beside what takes its time: it is there once that is, at its full size. */
function IntoView({ place }: { readonly place: RefObject<HTMLElement | null> }): ReactNode {
  useEffect(() => {
    const frame = requestAnimationFrame(() => place.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [place]);
  return null;
}

function Conditions(): ReactNode {
  const trace = useApp((state) => state.trace);
  return <ConditionsStrip trace={trace} />;
}

/** Pixels of a plot. */
const PLOT_HEIGHT = 78;
const PHONE_PLOT_HEIGHT = 120;

function Workload({ phone }: OptionalChartProps): ReactNode {
  const { store } = useServices();
  const trace = useApp((state) => state.trace);
  const view = useApp((state) => state.workloadView);
  return (
    <WorkloadChart
      trace={trace}
      view={view}
      onView={store.getState().setWorkloadView}
      height={phone ? PHONE_PLOT_HEIGHT : PLOT_HEIGHT}
    />
  );
}

/** Pixels of rows before they are scrolled. */
const ROWS_HEIGHT = 156;
const PHONE_ROWS_HEIGHT = 208;

function Pods({ phone }: OptionalChartProps): ReactNode {
  const { store } = useServices();
  const trace = useApp((state) => state.trace);
  return (
    <PodsChart
      trace={trace}
      maxHeight={phone ? PHONE_ROWS_HEIGHT : ROWS_HEIGHT}
      onTable={() => store.getState().showBottomTab('pods')}
    />
  );
}
