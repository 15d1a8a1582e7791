import { type CSSProperties, lazy, type ReactNode, Suspense, use, useMemo, useState } from 'react';
import { ChartFold } from '../charts/ChartSection.tsx';
import { LimiterRibbon } from '../charts/LimiterRibbon.tsx';
import { MetricChart } from '../charts/MetricChart.tsx';
import { ReplicasChart } from '../charts/ReplicasChart.tsx';
import { TimeAxisProvider } from '../charts/TimeAxis.tsx';
import type { LoadCurve } from '../core/index.ts';
import { LoadCurveEditor } from '../curves/LoadCurveEditor.tsx';
import { isLocked } from '../store/lessonSlice.ts';
import { selectDurationSeconds } from '../store/selectors.ts';
import { isChartShown } from '../store/shownCharts.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { SkeletonCard } from '../ui/Skeleton.tsx';
import styles from './ChartsColumn.module.css';
import { CurveMenu, CurveUse } from './CurveMenu.tsx';
import { useApp, useServices } from './context.tsx';
import { LoadDuration } from './LoadDuration.tsx';
import { MoreCharts } from './MoreCharts.tsx';
import { OptionalCharts } from './optionalCharts.tsx';
import { ShownChart } from './ShownChart.tsx';
import { useCrowded } from './useCrowded.ts';
import { useSettled } from './useSettled.ts';

/** Pixels that each card needs at least; what is left over is shared out. */
const HEIGHTS = { load: 106, replicas: 136, metric: 102 };
const CROWDED_HEIGHTS = { load: 82, replicas: 98, metric: 82 };
/** the labels of the time axis under the last one */
const TIME_LABELS = 14;
const PHONE_HEIGHTS = { load: 170, replicas: 220, metric: 156 };

/** Its menus are not wanted before the first charts. */
const EventsLane = lazy(() => import('../timeline/EventsLane.tsx'));
/** Wanted only where KEDA has a part in the run. */
const KedaStrip = lazy(() => import('../charts/KedaStrip.tsx'));
/** pixels of its row with the heading */
const KEDA_HEIGHT = 52;
/** pixels of a timeline without events: what comes later must not move what is there */
const TIMELINE_HEIGHT = 34;

/** Load, events, replicas, what decided, metrics: one below the other on one time axis. */
export function Charts({ phone }: { readonly phone: boolean }): ReactNode {
  const { store, playhead, run, firstCharts } = useServices();
  const chartsAreThere = useSettled(firstCharts);
  const duration = useApp(selectDurationSeconds);
  const trace = useApp((state) => state.trace);
  const loads = useApp((state) => state.scenario.loads);
  const hiddenLines = useApp((state) => state.hiddenLines);
  const range = useApp((state) => state.range);
  const compared = useApp((state) => state.compared);
  const metrics = trace?.metrics ?? [];
  const crowded = useCrowded(phone);
  /** the lowest chart of the first screen says the time */
  const hasMetrics = useApp((state) => isChartShown(state.charts, 'metrics'));
  /** on paper nobody adds one */
  const hasEvents = useApp((state) => state.scenario.events.length > 0);
  const heights = phone ? PHONE_HEIGHTS : crowded ? CROWDED_HEIGHTS : HEIGHTS;
  return (
    <TimeAxisProvider
      durationSeconds={duration}
      hiddenLines={hiddenLines}
      onHideLines={store.getState().hideLines}
      range={range}
      onRange={store.getState().showRange}
      run={run}
      trace={trace}
      loads={loads}
      compared={compared}
      cursor={playhead}
      onSelectSync={store.getState().selectSync}
    >
      <ShownChart id="load" phone={phone}>
        {loads.map((curve) => (
          <Slot
            key={curve.id}
            grow={5}
            height={loads.length > 2 && !phone ? CROWDED_HEIGHTS.load : heights.load}
            folds={phone && loads.length > 1}
          >
            <Load curve={curve} isFirst={curve === loads[0]} only={loads.length === 1} />
          </Slot>
        ))}
      </ShownChart>
      <ShownChart id="timeline" phone={phone}>
        <div className={styles.ribbon} {...(hasEvents ? {} : { 'data-print': 'no' })}>
          <ErrorBoundary what="The timeline">
            <Suspense fallback={<TimelinePlace />}>
              {chartsAreThere ? <Timeline /> : <TimelinePlace />}
            </Suspense>
          </ErrorBoundary>
        </div>
      </ShownChart>
      <ShownChart id="replicas" phone={phone}>
        <Slot grow={8} height={heights.replicas + (hasMetrics ? 0 : TIME_LABELS)}>
          <ReplicasChart trace={trace} compared={compared} timeLabels={!hasMetrics} />
        </Slot>
      </ShownChart>
      <ShownChart id="limiters" phone={phone}>
        <div className={styles.ribbon}>
          <LimiterRibbon trace={trace} />
        </div>
        {trace?.keda !== undefined && trace.keda.polls.atSeconds.length > 0 && (
          <div className={styles.ribbon}>
            <Suspense fallback={<KedaPlace />}>
              <KedaStrip trace={trace} keda={trace.keda} />
            </Suspense>
          </div>
        )}
      </ShownChart>
      <ShownChart id="metrics" phone={phone}>
        {trace === undefined && (
          <Slot grow={6} height={heights.metric + TIME_LABELS}>
            <SkeletonCard grow={1} />
          </Slot>
        )}
        {metrics.map((metric, index) => {
          const isLast = index === metrics.length - 1;
          return (
            <Slot
              key={metric.index}
              grow={6}
              height={heights.metric + (isLast ? TIME_LABELS : 0)}
              folds={phone && metrics.length > 1}
            >
              <MetricChart trace={trace} metric={metric} timeLabels={isLast} />
            </Slot>
          );
        })}
      </ShownChart>
      {chartsAreThere && <OptionalCharts phone={phone} />}
      {!phone && <MoreCharts />}
    </TimeAxisProvider>
  );
}

function KedaPlace(): ReactNode {
  return <div style={{ height: KEDA_HEIGHT }} />;
}

function TimelinePlace(): ReactNode {
  return <div style={{ height: TIMELINE_HEIGHT }} />;
}

function Timeline(): ReactNode {
  const { store } = useServices();
  const events = useApp((state) => state.scenario.events);
  const manifest = useApp((state) => state.scenario.manifest);
  const { setEvents, commitGesture } = store.getState();
  return <EventsLane events={events} manifest={manifest} onChange={setEvents} onCommit={commitGesture} />;
}

interface LoadProps {
  readonly curve: LoadCurve;
  /** it has the duration of the run beside it */
  readonly isFirst: boolean;
  readonly only: boolean;
}

function Load({ curve, isFirst, only }: LoadProps): ReactNode {
  const { store, firstCharts } = useServices();
  const { setLoadCurve, commitLoadCurve } = store.getState();
  const locked = useApp((state) => isLocked(state, 'load'));
  return (
    <LoadCurveEditor
      curve={curve}
      readOnly={locked}
      after={firstCharts}
      {...(only ? {} : { title: `Load: ${curve.id}` })}
      about={
        <>
          <CurveUse id={curve.id} />
          {isFirst && <LoadDuration />}
          {locked && <span className={styles.locked}>locked in this lesson</span>}
        </>
      }
      more={<CurveMenu id={curve.id} />}
      onChange={setLoadCurve}
      onCommit={commitLoadCurve}
    />
  );
}

interface SlotProps {
  readonly grow: number;
  /** pixels it needs; it grows into what is left */
  readonly height: number;
  /** to its heading, by itself: one of several of its kind */
  readonly folds?: boolean;
  readonly children: ReactNode;
}

function Slot({ grow, height, folds = false, children }: SlotProps): ReactNode {
  const [open, setOpen] = useState(true);
  const kindFold = use(ChartFold);
  const ownFold = useMemo(() => ({ open, toggle: () => setOpen(!open) }), [open]);
  const style: CSSProperties =
    folds && !open ? { flexGrow: 0, flexBasis: 'auto' } : { flexGrow: grow, flexBasis: height };
  return (
    <div className={styles.slot} style={style}>
      <ChartFold value={folds ? ownFold : kindFold}>{children}</ChartFold>
    </div>
  );
}
