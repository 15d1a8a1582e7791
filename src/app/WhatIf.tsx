import { type ReactNode, useMemo } from 'react';
import { type Difference, differenceOf } from '../compare/differenceText.ts';
import { KEDA_QUESTIONS, QUESTIONS, whatIfText } from '../compare/questions.ts';
import type { WhatIf as Question } from '../compare/types.ts';
import type { MetricSpec } from '../core/autoscaling/types.ts';
import { MINORS } from '../core/index.ts';
import { selectHasScaledObject } from '../store/selectors.ts';
import type { AppState } from '../store/state.ts';
import { syncAt } from '../store/syncs.ts';
import { Button } from '../ui/Button.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { ComparingCancelled } from './CompareTable.tsx';
import { useApp, useServices } from './context.tsx';
import { Progress } from './LongRun.tsx';
import { formatClock } from './time.ts';
import styles from './WhatIf.module.css';

/** One thing changed and run again; its replicas stand beside these in the chart. */
export default function WhatIf(): ReactNode {
  const { store } = useServices();
  const asked = useApp((state) => state.whatIf);
  const hasScaledObject = useApp(selectHasScaledObject);
  const { ask } = store.getState();
  return (
    <section className={styles.panel} data-print="no" aria-label="What if?">
      <div className={styles.questions}>
        <h3 className={styles.title}>What if?</h3>
        {(hasScaledObject ? [...KEDA_QUESTIONS, ...QUESTIONS] : QUESTIONS).map(({ id, help }) => (
          <Tooltip key={id} text={help}>
            <button
              type="button"
              className={styles.question}
              aria-pressed={asked?.id === id}
              onClick={() => ask(asked?.id === id ? undefined : { id })}
            >
              {whatIfText({ id })}
            </button>
          </Tooltip>
        ))}
        {hasScaledObject ? null : <WithoutMetric asked={asked} />}
        <OtherMinor asked={asked} />
      </div>
      {asked === undefined ? null : <Answer />}
    </section>
  );
}

/** One button a metric, where there are several. */
function WithoutMetric({ asked }: { readonly asked: Question | undefined }): ReactNode {
  const { store } = useServices();
  const metrics = useApp((state) => state.verdict?.manifest?.hpa.spec.metrics);
  if (metrics === undefined || metrics.length < 2) return null;
  return metrics.map((metric, index) => {
    const name = metricName(metric);
    const isAsked = asked?.id === 'withoutMetric' && asked.metric === index;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the manifest is what is asked about
      <Tooltip key={index} text={`The manifest without its metric ${name}.`}>
        <button
          type="button"
          className={styles.question}
          aria-pressed={isAsked}
          onClick={() =>
            store.getState().ask(isAsked ? undefined : { id: 'withoutMetric', metric: index, name })
          }
        >
          {`without ${name}`}
        </button>
      </Tooltip>
    );
  });
}

function metricName({ resource, containerResource, pods, object, external, type }: MetricSpec): string {
  return (
    resource?.name ??
    containerResource?.name ??
    pods?.metric.name ??
    object?.metric.name ??
    external?.metric.name ??
    type
  );
}

const NEWEST_FIRST = [...MINORS].reverse();

function OtherMinor({ asked }: { readonly asked: Question | undefined }): ReactNode {
  const { store } = useServices();
  const present = useApp((state) => state.scenario.kubernetes);
  const chosen = asked?.id === 'minor' ? asked.minor : '';
  return (
    <select
      className={styles.question}
      aria-label="What if: another Kubernetes version"
      data-asked={chosen !== ''}
      value={chosen}
      onChange={(event) => {
        const minor = MINORS.find((other) => other === event.target.value);
        store.getState().ask(minor === undefined ? undefined : { id: 'minor', minor });
      }}
    >
      <option value="">another version</option>
      {NEWEST_FIRST.filter((minor) => minor !== present || minor === chosen).map((minor) => (
        <option key={minor} value={minor}>
          Kubernetes {minor}
        </option>
      ))}
    </select>
  );
}

function Answer(): ReactNode {
  const { store, comparing } = useServices();
  const progress = useApp((state) => state.compareProgress);
  const isCancelled = useApp((state) => state.compareCancelled);
  const { text, partAtSeconds } = useAnswer();
  if (progress !== undefined) {
    return <Progress what="Running it" share={progress} onCancel={comparing.cancel} />;
  }
  if (isCancelled) return <ComparingCancelled />;
  return (
    <div className={styles.answer}>
      <p role="status">{text}</p>
      {partAtSeconds === undefined ? null : (
        <Button onClick={() => goTo(store.getState(), partAtSeconds)}>
          Go to {formatClock(partAtSeconds)}
        </Button>
      )}
      <Button onClick={() => store.getState().showBottomTab('compare')}>All figures</Button>
    </div>
  );
}

function goTo({ trace, selectSync }: AppState, seconds: number): void {
  if (trace !== undefined) selectSync(syncAt(trace, seconds));
}

function useAnswer(): Difference {
  const present = useApp((state) => state.trace);
  const compared = useApp((state) => state.compared);
  const failure = useApp((state) => state.compareFailure);
  return useMemo(() => {
    if (failure !== undefined) return { text: `This cannot be asked: ${failure}`, partAtSeconds: undefined };
    if (present === undefined || compared === undefined)
      return { text: 'Running it…', partAtSeconds: undefined };
    return differenceOf(present, compared.trace, formatClock);
  }, [present, compared, failure]);
}
