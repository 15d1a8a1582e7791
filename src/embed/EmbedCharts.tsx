import type { CSSProperties, ReactNode } from 'react';
import { useApp, useServices } from '../app/context.tsx';
import { LimiterRibbon } from '../charts/LimiterRibbon.tsx';
import { MetricChart } from '../charts/MetricChart.tsx';
import { ReplicasChart } from '../charts/ReplicasChart.tsx';
import { TimeAxisProvider } from '../charts/TimeAxis.tsx';
import { LoadCurveEditor } from '../curves/LoadCurveEditor.tsx';
import { selectDurationSeconds } from '../store/selectors.ts';
import styles from './EmbedPage.module.css';
import type { EmbedVariant } from './parameters.ts';
import { planCharts, scaleOf } from './plan.ts';

interface EmbedChartsProps {
  /** pixels of the whole view */
  readonly height: number;
  readonly variant: EmbedVariant;
}

/** As many charts as there is room for, on one time axis. */
export function EmbedCharts({ height, variant }: EmbedChartsProps): ReactNode {
  const { store, playhead, run } = useServices();
  const duration = useApp(selectDurationSeconds);
  const trace = useApp((state) => state.trace);
  const loads = useApp((state) => state.scenario.loads);
  const range = useApp((state) => state.range);
  const hiddenLines = useApp((state) => state.hiddenLines);
  const metrics = trace?.metrics ?? [];
  const plan = planCharts(height, scaleOf(variant), loads.length, metrics.length);
  const { selectSync, showRange, hideLines, setLoadCurve, commitLoadCurve } = store.getState();
  return (
    <TimeAxisProvider
      durationSeconds={duration}
      range={range}
      onRange={showRange}
      hiddenLines={hiddenLines}
      onHideLines={hideLines}
      run={run}
      trace={trace}
      loads={loads}
      cursor={playhead}
      onSelectSync={selectSync}
    >
      {plan.load &&
        loads.map((curve) => (
          <Slot key={curve.id} grow={5}>
            <LoadCurveEditor
              curve={curve}
              readOnly={variant === 'read-only'}
              {...(loads.length > 1 && { title: `Load: ${curve.id}` })}
              onChange={setLoadCurve}
              onCommit={commitLoadCurve}
            />
          </Slot>
        ))}
      <Slot grow={8}>
        <ReplicasChart trace={trace} timeLabels={plan.metrics === 0} />
      </Slot>
      {plan.ribbon && (
        <div className={styles.ribbon}>
          <LimiterRibbon trace={trace} />
        </div>
      )}
      {metrics.slice(0, plan.metrics).map((metric, index) => (
        <Slot key={metric.index} grow={6}>
          <MetricChart trace={trace} metric={metric} timeLabels={index === plan.metrics - 1} />
        </Slot>
      ))}
    </TimeAxisProvider>
  );
}

interface SlotProps {
  readonly grow: number;
  readonly children: ReactNode;
}

function Slot({ grow, children }: SlotProps): ReactNode {
  const style: CSSProperties = { flex: `${grow} 1 0` };
  return (
    <div className={styles.slot} style={style}>
      {children}
    </div>
  );
}
