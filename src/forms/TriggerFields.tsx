import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Term, TermCard } from '../glossary/Term.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { SliderField } from '../ui/SliderField.tsx';
import { set } from './formModel.ts';
import styles from './forms.module.css';
import { NameBox } from './MetricNames.tsx';
import type { ScaledObjectFieldsProps } from './ScaledObjectFields.tsx';
import {
  NEW_CRON,
  setNumber,
  type TriggerForm,
  type TriggerNumber,
  triggerForms,
} from './scaledObjectModel.ts';
import { useCeiling } from './useCeiling.ts';

/** The triggers of a ScaledObject, each with its numbers. */
export function TriggerFields(props: ScaledObjectFieldsProps): ReactNode {
  const triggers = triggerForms(props.hpa, props.plan);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>
        <Term id="trigger">Triggers</Term>
      </legend>
      {triggers.map((trigger) => (
        <TriggerBox
          key={`${trigger.index} ${trigger.type}`}
          trigger={trigger}
          isOnly={triggers.length === 1}
          {...props}
        />
      ))}
      <Button
        look="outlined"
        className={styles.add ?? ''}
        onClick={() => props.onEdit([{ op: 'append', path: ['spec', 'triggers'], value: NEW_CRON }], true)}
      >
        <Plus size={14} aria-hidden /> Add a schedule (cron)
      </Button>
    </fieldset>
  );
}

interface TriggerBoxProps extends ScaledObjectFieldsProps {
  readonly trigger: TriggerForm;
  /** a ScaledObject without triggers is refused */
  readonly isOnly: boolean;
}

function TriggerBox(props: TriggerBoxProps): ReactNode {
  const { trigger, isOnly, onEdit } = props;
  return (
    <div className={styles.metric}>
      <div className={styles.triggerHead}>
        <span className={styles.metricName}>{trigger.title}</span>
        {isOnly ? null : (
          <IconButton
            label={`Remove trigger ${trigger.title}`}
            className={styles.remove ?? ''}
            onClick={() => onEdit([{ op: 'remove', path: trigger.path }], true)}
          >
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {trigger.texts.length === 0 ? null : (
        <div className={styles.names}>
          {trigger.texts.map((field) => (
            <NameBox
              key={field.label}
              label={`${field.label} of ${trigger.title}`}
              name={field}
              onChange={(text) => onEdit([set(field.path, text)], true)}
            />
          ))}
        </div>
      )}
      {trigger.numbers.map((number) => (
        <NumberOfTrigger key={number.name} number={number} {...props} />
      ))}
    </div>
  );
}

const HELPS: Readonly<Record<TriggerNumber['role'], string>> = {
  target: 'How much each replica takes: the HPA aims at it from one replica up.',
  activation: 'From more than this on the trigger is active: KEDA’s step from zero to one.',
  replicas: 'How many replicas the schedule asks for between start and end.',
};

const MOST = 1_000_000_000;

function NumberOfTrigger({
  number,
  trigger,
  onEdit,
  onSettle,
}: TriggerBoxProps & { readonly number: TriggerNumber }): ReactNode {
  const { name, role, path, written, standard, isWhole } = number;
  const value = written ?? standard ?? 0;
  const { ceiling, settle } = useCeiling(Math.max(1, value), 10);
  return (
    <SliderField
      label={`${name} of ${trigger.title}`}
      unit={trigger.type === 'cpu' || trigger.type === 'memory' ? '%' : ''}
      help={HELPS[role]}
      more={
        <TermCard id={role === 'activation' ? 'activation' : role === 'replicas' ? 'trigger' : 'target'} />
      }
      min={role === 'activation' ? 0 : 1}
      max={ceiling}
      limit={MOST}
      step={isWhole || ceiling > 100 ? 1 : 0.1}
      value={value}
      isDefault={written === undefined}
      onChange={(next, isLast) => onEdit([setNumber(path, next)], isLast)}
      onSettle={() => {
        settle();
        onSettle();
      }}
      onReset={role === 'activation' ? () => onEdit([{ op: 'remove', path }], true) : undefined}
    />
  );
}
