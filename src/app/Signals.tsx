/** What each metric of the manifest is bound to: guessed by its name, shown, and changeable. */
import type { ReactNode } from 'react';
import { guessSignal, metricKey, type SignalBinding, type SignalSource, signalFor } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './ClusterForm.module.css';
import { useApp, useServices } from './context.tsx';
import { DISTRIBUTIONS, drawnCurve, freeCurveId, sourcesOf, triggerSignals } from './signals.ts';

const NO_METRICS: readonly never[] = [];
/** What the simulation bears. */
const MOST_PARTITIONS = 100_000;

export default function Signals(): ReactNode {
  const metrics = useApp((state) => state.trace?.hpa.spec.metrics ?? NO_METRICS);
  const plan = useApp((state) => state.trace?.keda?.plans.at(-1));
  const triggers = plan === undefined ? [] : triggerSignals(plan);
  const read = new Set(triggers.map(({ key }) => key));
  const own =
    plan?.modifiers === undefined ? metrics : metrics.filter(({ external }) => external === undefined);
  const keys = [...new Set(own.map(metricKey))].filter((key) => !read.has(key));
  if (keys.length + triggers.length === 0) return null;
  return (
    <section className={styles.group} aria-label="Metrics">
      <h2 className={styles.title}>{plan === undefined ? 'Metrics' : 'Triggers and metrics'}</h2>
      <p className={styles.about}>
        {plan === undefined
          ? 'What each metric of the manifest shows of the simulated cluster.'
          : 'What each trigger of the ScaledObject reads of the simulated cluster, and each metric that the HPA asks for itself.'}
      </p>
      {triggers.map(({ key, title, isKafka }) => (
        <Signal key={key} metric={key} title={title} hasPartitions={isKafka} />
      ))}
      {keys.map((key) => (
        <Signal key={key} metric={key} />
      ))}
      <CurvesWithoutUse />
    </section>
  );
}

interface SignalProps {
  /** its key */
  readonly metric: string;
  /** the key where it is left out */
  readonly title?: string;
  /** of a topic */
  readonly hasPartitions?: boolean;
}

function Signal({ metric, title = metric, hasPartitions = false }: SignalProps): ReactNode {
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
      <span className={styles.signalName} title={metric}>
        {title}
      </span>
      <span className={styles.signalRow}>
        <Select
          label={`Source of ${title}`}
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
      {hasPartitions && (
        <NumberField
          label="Partitions"
          unit="of the topic"
          help="KEDA asks for no more consumers than the topic has partitions, unless allowIdleConsumers is true."
          min={1}
          max={MOST_PARTITIONS}
          value={binding.partitions}
          emptyText="without bound"
          onChange={(partitions) => {
            const { partitions: _, ...others } = binding;
            setSignal(metric, { ...others, metric, ...(partitions === undefined ? {} : { partitions }) });
          }}
        />
      )}
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
