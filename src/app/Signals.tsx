/** What each metric of the manifest is bound to: guessed by its name, shown, and changeable. */
import type { ReactNode } from 'react';
import { guessSignal, metricKey, type SignalBinding, type SignalSource, signalFor } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './ClusterForm.module.css';
import { useApp, useServices } from './context.tsx';
import { DISTRIBUTIONS, drawnCurve, freeCurveId, sourcesOf } from './signals.ts';

const NO_METRICS: readonly never[] = [];

export default function Signals(): ReactNode {
  const metrics = useApp((state) => state.trace?.hpa.spec.metrics ?? NO_METRICS);
  const keys = [...new Set(metrics.map(metricKey))];
  if (keys.length === 0) return null;
  return (
    <section className={styles.group} aria-label="Metrics">
      <h2 className={styles.title}>Metrics</h2>
      <p className={styles.about}>What each metric of the manifest shows of the simulated cluster.</p>
      {keys.map((key) => (
        <Signal key={key} metric={key} />
      ))}
      <CurvesWithoutUse />
    </section>
  );
}

function Signal({ metric }: { readonly metric: string }): ReactNode {
  const { store } = useServices();
  const signals = useApp((state) => state.scenario.signals);
  const loads = useApp((state) => state.scenario.loads);
  const duration = useApp((state) => state.scenario.durationSeconds);
  const binding = signalFor(signals, metric);
  const isChosen = signals.some((signal) => signal.metric === metric);
  const { setSignal, drawSignal } = store.getState();

  function choose(source: SignalSource): void {
    if (source !== 'curve') {
      const guess = guessSignal(metric);
      setSignal(metric, guess.source === source ? undefined : { metric, source, factor: 1 });
      return;
    }
    const id = freeCurveId(loads, metric);
    drawSignal(
      { metric, source: 'curve', curve: id, distribution: 'absolute', factor: 1 },
      drawnCurve(id, metric, duration),
    );
  }

  return (
    <div className={styles.signal}>
      <span className={styles.signalName}>{metric}</span>
      <span className={styles.signalRow}>
        <Select
          label={`Source of ${metric}`}
          value={binding.source}
          options={sourcesOf(metric)}
          onChange={choose}
        />
        {isChosen ? (
          <Button onClick={() => setSignal(metric, undefined)}>As guessed</Button>
        ) : (
          <span className={styles.guessed}>guessed by its name</span>
        )}
      </span>
      {binding.source === 'curve' && <CurveChoice binding={binding} />}
      <NumberField
        label="Multiplied by"
        unit="times"
        help="1000 shows seconds as milliseconds."
        min={0}
        max={1e9}
        whole={false}
        value={binding.factor}
        onChange={(factor) => factor !== undefined && setSignal(metric, { ...binding, metric, factor })}
      />
    </div>
  );
}

function CurveChoice({ binding }: { readonly binding: SignalBinding }): ReactNode {
  const { store } = useServices();
  const loads = useApp((state) => state.scenario.loads);
  const { setSignal } = store.getState();
  const { metric, curve = '', distribution = 'absolute' } = binding;
  return (
    <span className={styles.signalRow}>
      <Select
        label={`Curve of ${metric}`}
        value={curve}
        options={loads.map(({ id }) => ({ value: id, text: id }))}
        onChange={(next) => setSignal(metric, { ...binding, curve: next })}
      />
      <Select
        label={`The curve of ${metric} is`}
        value={distribution}
        options={DISTRIBUTIONS}
        onChange={(next) => setSignal(metric, { ...binding, distribution: next })}
      />
    </span>
  );
}

/** Curves that were drawn for a metric which shows something else now. */
function CurvesWithoutUse(): ReactNode {
  const { store } = useServices();
  const loads = useApp((state) => state.scenario.loads);
  const signals = useApp((state) => state.scenario.signals);
  const used = new Set(signals.map(({ curve }) => curve));
  const unused = loads.slice(1).filter(({ id }) => id !== 'requests' && !used.has(id));
  return unused.map(({ id }) => (
    <Button key={id} onClick={() => store.getState().removeLoadCurve(id)}>
      Remove the curve {id}
    </Button>
  ));
}
