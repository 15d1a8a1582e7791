import type { ReactNode } from 'react';
import type { KedaPlan } from '../core/index.ts';
import { Term, TermCard } from '../glossary/Term.tsx';
import type { TermId } from '../glossary/terms.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { SliderField } from '../ui/SliderField.tsx';
import { BehaviorFields } from './BehaviorFields.tsx';
import { numberAt, set } from './formModel.ts';
import styles from './forms.module.css';
import type { Edit, FieldsProps } from './ManifestForm.tsx';
import { hpaConfig, toConfig } from './scaledObjectModel.ts';
import { TriggerFields } from './TriggerFields.tsx';
import { useCeiling } from './useCeiling.ts';

export interface ScaledObjectFieldsProps extends FieldsProps {
  /** what it came to when it was last read; undefined: it was not understood */
  readonly plan: KedaPlan | undefined;
}

/** The controls for a ScaledObject: its counts, its own clock, its triggers, and the HPA’s behavior. */
export function ScaledObjectFields(props: ScaledObjectFieldsProps): ReactNode {
  const config = hpaConfig(props.hpa);
  const editConfig: Edit = (edits, isLast) => props.onEdit(toConfig(edits), isLast);
  const behavior = { ...props, hpa: config, onEdit: editConfig };
  return (
    <>
      <CountFields {...props} />
      <ClockFields {...props} />
      <TriggerFields {...props} />
      <BehaviorFields {...behavior} side="scaleUp" />
      <BehaviorFields {...behavior} side="scaleDown" />
      <p className={styles.note}>
        Scale up and Scale down are those of the HPA that KEDA makes, under
        <code> advanced.horizontalPodAutoscalerConfig</code>.
      </p>
    </>
  );
}

/** What the simulation bears. */
const MOST_REPLICAS = 10_000;
/** KEDA’s own, where nothing is written. */
const STANDARD = {
  minReplicaCount: 0,
  maxReplicaCount: 100,
  pollingInterval: 30,
  cooldownPeriod: 300,
  initialCooldownPeriod: 0,
} as const;

type NumberName = keyof typeof STANDARD;

interface NumberSliderProps extends FieldsProps {
  readonly name: NumberName;
  readonly unit: string;
  readonly help: string;
  readonly min: number;
  readonly ceiling: number;
  readonly limit: number;
  readonly onSettled?: () => void;
}

function NumberSlider(props: NumberSliderProps): ReactNode {
  const { hpa, name, unit, help, min, ceiling, limit, onEdit, onSettle, onSettled } = props;
  const path = ['spec', name];
  const written = numberAt(hpa, path);
  return (
    <SliderField
      label={name}
      unit={unit}
      help={help}
      more={<TermCard id={name satisfies TermId} />}
      min={min}
      max={ceiling}
      limit={limit}
      value={written ?? STANDARD[name]}
      isDefault={written === undefined}
      onChange={(value, isLast) => onEdit([set(path, value)], isLast)}
      onSettle={() => {
        onSettled?.();
        onSettle();
      }}
      onReset={() => onEdit([{ op: 'remove', path }], true)}
    />
  );
}

function CountFields(props: ScaledObjectFieldsProps): ReactNode {
  const { hpa, onEdit } = props;
  const max = numberAt(hpa, ['spec', 'maxReplicaCount']) ?? STANDARD.maxReplicaCount;
  const { ceiling, settle } = useCeiling(max, 10);
  const idle = ['spec', 'idleReplicaCount'];
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>Replicas</legend>
      <NumberSlider
        {...props}
        name="minReplicaCount"
        unit="pods"
        help="With 0 KEDA takes the workload to zero. Above that it never goes below this count."
        min={0}
        ceiling={ceiling}
        limit={MOST_REPLICAS}
        onSettled={settle}
      />
      <NumberSlider
        {...props}
        name="maxReplicaCount"
        unit="pods"
        help="The HPA never asks for more."
        min={1}
        ceiling={ceiling}
        limit={MOST_REPLICAS}
        onSettled={settle}
      />
      <NumberField
        label="idleReplicaCount"
        unit="pods"
        help="How many stay while no trigger is active. Fewer than minReplicaCount."
        more={<TermCard id="idleReplicaCount" />}
        value={numberAt(hpa, idle)}
        min={0}
        max={MOST_REPLICAS}
        emptyText="not set"
        onChange={(value) =>
          onEdit([value === undefined ? { op: 'remove', path: idle } : set(idle, value)], true)
        }
      />
    </fieldset>
  );
}

/** A day; KEDA has no bound of its own. */
const LONGEST_SECONDS = 86_400;

function ClockFields(props: ScaledObjectFieldsProps): ReactNode {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>
        <Term id="twoClocks">KEDA’s clock</Term>
      </legend>
      <NumberSlider
        {...props}
        name="pollingInterval"
        unit="s"
        help="How often KEDA looks at the triggers to decide between zero and one. The HPA keeps its own 15 s."
        min={1}
        ceiling={120}
        limit={LONGEST_SECONDS}
      />
      <NumberSlider
        {...props}
        name="cooldownPeriod"
        unit="s"
        help="How long no trigger must have been active before the last step, to zero. The steps before it are the HPA’s."
        min={0}
        ceiling={900}
        limit={LONGEST_SECONDS}
      />
      <NumberSlider
        {...props}
        name="initialCooldownPeriod"
        unit="s"
        help="How long after its creation a ScaledObject does not go to zero, though no trigger has been active yet."
        min={0}
        ceiling={900}
        limit={LONGEST_SECONDS}
      />
    </fieldset>
  );
}
