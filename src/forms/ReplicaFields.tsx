import type { ReactNode } from 'react';
import { TermCard } from '../glossary/Term.tsx';
import { SliderField } from '../ui/SliderField.tsx';
import { numberAt, set } from './formModel.ts';
import styles from './forms.module.css';
import type { FieldsProps } from './ManifestForm.tsx';
import { useCeiling } from './useCeiling.ts';

const MIN = ['spec', 'minReplicas'];
const MAX = ['spec', 'maxReplicas'];
/** What the simulation bears. */
const MOST_REPLICAS = 10_000;

export function ReplicaFields({ hpa, defaults, onEdit, onSettle }: FieldsProps): ReactNode {
  const min = numberAt(hpa, MIN);
  const max = numberAt(hpa, MAX);
  const { ceiling, settle } = useCeiling(Math.max(min ?? 1, max ?? 1), 10);
  const settled = (): void => {
    settle();
    onSettle();
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>Replicas</legend>
      <SliderField
        label="minReplicas"
        unit="pods"
        help="The HPA never asks for fewer. Without it the API server writes 1."
        more={<TermCard id="minReplicas" />}
        min={defaults.hasScaleToZero ? 0 : 1}
        max={ceiling}
        limit={MOST_REPLICAS}
        value={min ?? 1}
        isDefault={min === undefined}
        onChange={(value, isLast) => onEdit([set(MIN, value)], isLast)}
        onSettle={settled}
        onReset={() => onEdit([{ op: 'remove', path: MIN }], true)}
      />
      <SliderField
        label="maxReplicas"
        unit="pods"
        help="The HPA never asks for more."
        more={<TermCard id="maxReplicas" />}
        min={1}
        max={ceiling}
        limit={MOST_REPLICAS}
        value={max ?? 1}
        onChange={(value, isLast) => onEdit([set(MAX, value)], isLast)}
        onSettle={settled}
      />
    </fieldset>
  );
}
