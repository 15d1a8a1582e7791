/** One sync explained: the sentence, the facts, the waterfall, and below them everything the controller used and said. */
import type { ReactNode } from 'react';
import { LIMITERS } from '../charts/limiters.ts';
import { LimiterSwatch } from '../charts/RibbonLegend.tsx';
import type { ExplanationFact } from '../core/explanation/types.ts';
import { Term, TermCard } from '../glossary/Term.tsx';
import { Help } from '../ui/Help.tsx';
import { Budgets } from './Budgets.tsx';
import { ConditionList, EventList, ReturnedError } from './ControllerOutput.tsx';
import { FACT_TERMS } from './factTerms.ts';
import { MetricLines } from './MetricLines.tsx';
import styles from './SyncExplanation.module.css';
import { unbroken } from './text.ts';
import { Waterfall } from './Waterfall.tsx';
import { Windows } from './Windows.tsx';
import type { ExplainedSync } from './whyPanelProps.ts';

interface SyncExplanationProps extends ExplainedSync {
  readonly syncCount?: number;
  /** to the sync at that instant, seconds since the start of the run */
  readonly onGoTo?: ((seconds: number) => void) | undefined;
}

export function SyncExplanation({ step, explanation, syncCount, onGoTo }: SyncExplanationProps): ReactNode {
  const { record, status } = step;
  return (
    <>
      <div className={styles.top}>
        <div className={styles.story}>
          <h2 className={styles.headline}>{unbroken(explanation.headline)}</h2>
          <Facts facts={explanation.facts} />
          <Decided step={step} explanation={explanation} {...(syncCount ? { syncCount } : {})} />
        </div>
        <Waterfall stages={explanation.stages} limiter={explanation.limiter} />
      </div>
      <div className={styles.more}>
        <Part title="Metrics" shown={explanation.metrics.length > 0}>
          <MetricLines metrics={explanation.metrics} />
        </Part>
        <Part title="Stabilization windows" shown={explanation.windows.length > 0}>
          <Windows windows={explanation.windows} onGoTo={onGoTo} />
        </Part>
        <Part title="Policy budgets" shown={explanation.budgets.length > 0}>
          <Budgets budgets={explanation.budgets} />
        </Part>
        <Part title="Events of this sync" shown>
          <EventList events={record.events} />
        </Part>
        <Part title="Conditions after it" shown>
          <ConditionList conditions={status.conditions ?? []} />
        </Part>
        <Part title="Error returned" shown={record.error !== undefined}>
          <ReturnedError text={record.error ?? ''} />
        </Part>
      </div>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly ExplanationFact[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>
            <Term id={FACT_TERMS[label]}>{label}</Term>
          </dt>
          <dd>{unbroken(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decided({ step, explanation, syncCount }: SyncExplanationProps): ReactNode {
  const { label, help, term } = LIMITERS[explanation.limiter];
  const position = syncCount === undefined ? '' : ` · sync ${step.index + 1} of ${syncCount}`;
  return (
    <p className={styles.decided}>
      <LimiterSwatch kind={explanation.limiter} />
      Decided by: {label}
      {position}
      <Help about={label} text={help} more={<TermCard id={term} />} />
    </p>
  );
}

interface PartProps {
  readonly title: string;
  readonly shown: boolean;
  readonly children: ReactNode;
}

function Part({ title, shown, children }: PartProps): ReactNode {
  if (!shown) return null;
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
