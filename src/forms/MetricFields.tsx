import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Term, TermCard } from '../glossary/Term.tsx';
import type { TermId } from '../glossary/terms.ts';
import { IconButton } from '../ui/Button.tsx';
import { Help } from '../ui/Help.tsx';
import { Select } from '../ui/Select.tsx';
import { SliderField } from '../ui/SliderField.tsx';
import { AddMetric } from './AddMetric.tsx';
import {
  type MetricForm,
  type MetricSource,
  retypeTarget,
  set,
  TARGET_FIELDS,
  type TargetType,
} from './formModel.ts';
import styles from './forms.module.css';
import type { FieldsProps } from './ManifestForm.tsx';
import { MetricNames } from './MetricNames.tsx';
import { isQuantity, slidingQuantity } from './quantity.ts';
import { useCeiling } from './useCeiling.ts';

interface MetricFieldsProps extends FieldsProps {
  readonly metrics: readonly MetricForm[];
}

const SOURCE_TERMS: Readonly<Record<MetricSource, TermId>> = {
  Resource: 'resourceMetric',
  ContainerResource: 'containerResourceMetric',
  Pods: 'podsMetric',
  Object: 'objectMetric',
  External: 'externalMetric',
};

const TYPE_TEXTS: Readonly<Record<TargetType, string>> = {
  Utilization: 'Utilization',
  AverageValue: 'Average value',
  Value: 'Value',
};

export function MetricFields({ metrics, ...fields }: MetricFieldsProps): ReactNode {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>
        <Term id="metric">Metrics</Term>
      </legend>
      {metrics.length === 0 ? (
        <p className={styles.note}>
          No metric is written: the API server fills in CPU at 80 % of its request.
        </p>
      ) : null}
      {metrics.map((metric) => (
        <MetricTarget key={`${metric.target.join('.')} ${metric.type}`} metric={metric} {...fields} />
      ))}
      <AddMetric container={fields.defaults.firstContainer} onEdit={fields.onEdit} />
    </fieldset>
  );
}

interface MetricTargetProps extends FieldsProps {
  readonly metric: MetricForm;
}

function MetricTarget(props: MetricTargetProps): ReactNode {
  const { metric, onEdit } = props;
  return (
    <div className={styles.metric}>
      <div className={styles.metricHead}>
        <span className={styles.metricName}>{metric.title}</span>
        <span className={styles.dim}>
          <Term id={SOURCE_TERMS[metric.source]}>{metric.source}</Term>
        </span>
        {metric.types.length === 1 ? (
          <span className={styles.dim}>{TYPE_TEXTS[metric.type]}</span>
        ) : (
          <Select
            label={`Type of target of ${metric.title}`}
            look="plain"
            value={metric.type}
            options={metric.types.map((value) => ({ value, text: TYPE_TEXTS[value] }))}
            onChange={(type) => onEdit(retypeTarget(metric, type), true)}
          />
        )}
        <IconButton
          label={`Remove ${metric.title}`}
          className={styles.remove ?? ''}
          onClick={() => onEdit([{ op: 'remove', path: metric.path }], true)}
        >
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <MetricNames metric={metric} onEdit={onEdit} />
      {metric.type === 'Utilization' ? <UtilizationTarget {...props} /> : <QuantityTarget {...props} />}
    </div>
  );
}

function UtilizationTarget({ metric, onEdit, onSettle }: MetricTargetProps): ReactNode {
  const value = Number(metric.value);
  return (
    <SliderField
      label={`Target of ${metric.title}`}
      unit="%"
      help="Average usage of the pods that the HPA aims at, in percent of their requests."
      more={<TermCard id="utilization" />}
      min={1}
      max={150}
      limit={100_000}
      value={Number.isInteger(value) ? value : 1}
      onChange={(next, isLast) => onEdit([set([...metric.target, 'averageUtilization'], next)], isLast)}
      onSettle={onSettle}
    />
  );
}

const TARGET_TERMS = { AverageValue: 'averageValue', Value: 'value' } as const satisfies Record<
  string,
  TermId
>;

const HELPS = {
  AverageValue: 'What each pod should have on average. A quantity: 500m, 100, 1k, 512Mi.',
  Value: 'What the metric as a whole should have, however many pods there are. A quantity: 500m, 100, 1k.',
} as const;

function QuantityTarget({ metric, onEdit, onSettle }: MetricTargetProps): ReactNode {
  const type = metric.type === 'Value' ? 'Value' : 'AverageValue';
  const sliding = slidingQuantity(metric.value ?? '');
  const label = `Target of ${metric.title}`;
  const { ceiling, settle } = useCeiling(sliding?.number ?? 1, 1);
  const write = (text: string, isLast: boolean): void =>
    onEdit([set([...metric.target, TARGET_FIELDS[type]], text)], isLast);
  return (
    <div className={styles.quantity}>
      <span className={styles.quantityHead}>
        {label}
        <Help about={label} text={HELPS[type]} more={<TermCard id={TARGET_TERMS[type]} />} />
      </span>
      <input
        type="range"
        className={styles.slider}
        aria-label={label}
        aria-valuetext={metric.value ?? 'not written'}
        min={0}
        max={ceiling}
        step={stepFor(ceiling)}
        value={sliding?.number ?? 0}
        disabled={sliding === undefined}
        onChange={(event) => {
          const number = Number(event.target.value);
          // The API server refuses a target of nothing.
          if (number > 0) write(`${number}${sliding?.suffix ?? ''}`, false);
        }}
        onPointerUp={() => {
          settle();
          onSettle();
        }}
        onKeyUp={onSettle}
        onBlur={onSettle}
      />
      <QuantityBox
        label={`${label}, exact`}
        text={metric.value ?? ''}
        onChange={(text) => write(text, true)}
      />
    </div>
  );
}

/** About a hundred steps from end to end, in round numbers. */
function stepFor(ceiling: number): number {
  return ceiling / 100 >= 1 ? Math.round(ceiling / 100) : ceiling / 100;
}

interface QuantityBoxProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function QuantityBox({ label, text, onChange }: QuantityBoxProps): ReactNode {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const isInvalid = draft !== undefined && !isQuantity(draft);
  return (
    <span className={styles.box} data-invalid={isInvalid}>
      <input
        className={styles.exact}
        aria-label={label}
        aria-invalid={isInvalid}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? text}
        onChange={(event) => {
          setDraft(event.target.value);
          if (isQuantity(event.target.value)) onChange(event.target.value);
        }}
        onBlur={() => setDraft(undefined)}
      />
    </span>
  );
}
