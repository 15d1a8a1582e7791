import { type ReactNode, useMemo } from 'react';
import {
  type EditResult,
  editAutoscaler,
  type KedaPlan,
  type ManifestEdit,
  writtenAutoscalers,
} from '../core/index.ts';
import { BehaviorFields } from './BehaviorFields.tsx';
import { metricForms } from './formModel.ts';
import styles from './forms.module.css';
import { MetricFields } from './MetricFields.tsx';
import { ReplicaFields } from './ReplicaFields.tsx';
import { ScaledObjectFields } from './ScaledObjectFields.tsx';

/** What applies where the manifest says nothing. */
export interface FormDefaults {
  /** --horizontal-pod-autoscaler-downscale-stabilization */
  readonly downscaleStabilizationSeconds: number;
  /** --horizontal-pod-autoscaler-tolerance */
  readonly tolerance: number;
  /** the minor and its gates take `behavior.*.tolerance` */
  readonly hasTolerance: boolean;
  /** what a new metric of a container is about */
  readonly firstContainer: string;
  /** the minor and its gates take `minReplicas: 0` */
  readonly hasScaleToZero: boolean;
}

/** `isLast` is false while a drag goes on: all of it is one step of undo. */
export type Edit = (edits: readonly ManifestEdit[], isLast: boolean) => void;

interface ManifestFormProps {
  /** the manifest; the form shows what is written there and nothing else */
  readonly text: string;
  /** which of its autoscalers */
  readonly index: number;
  /** where that is a ScaledObject: what it came to when it was last read */
  readonly plan?: KedaPlan | undefined;
  readonly defaults: FormDefaults;
  /** the text as it is at this moment, where `text` may be a frame behind */
  readonly currentText: () => string;
  readonly onEdit: (result: EditResult, isLast: boolean) => void;
  readonly onSettle: () => void;
}

export interface FieldsProps {
  readonly hpa: unknown;
  readonly defaults: FormDefaults;
  readonly onEdit: Edit;
  readonly onSettle: () => void;
}

/** Controls for what is tuned most; each edits the text in place. */
export function ManifestForm(props: ManifestFormProps): ReactNode {
  const { text, index, defaults, currentText, onEdit, onSettle } = props;
  const hpa = useMemo(() => writtenAutoscalers(text)[index]?.value, [text, index]);
  if (hpa === undefined)
    return <p className={styles.nothing}>There is nothing to show until the text can be read again.</p>;
  const isScaledObject = hpa.kind === 'ScaledObject';
  if (!isScaledObject && hpa.apiVersion !== 'autoscaling/v2')
    return (
      <p className={styles.nothing}>
        The form edits autoscaling/v2. Convert the manifest first; the button for it is above.
      </p>
    );
  const edit: Edit = (edits, isLast) => onEdit(editAutoscaler(currentText(), index, edits), isLast);
  const fields: FieldsProps = { hpa, defaults, onEdit: edit, onSettle };
  return (
    <form className={styles.form} aria-label="Form" onSubmit={(event) => event.preventDefault()}>
      {isScaledObject ? <ScaledObjectFields {...fields} plan={props.plan} /> : <HpaFields {...fields} />}
    </form>
  );
}

function HpaFields(fields: FieldsProps): ReactNode {
  return (
    <>
      <ReplicaFields {...fields} />
      <MetricFields {...fields} metrics={metricForms(fields.hpa)} />
      <BehaviorFields {...fields} side="scaleUp" />
      <BehaviorFields {...fields} side="scaleDown" />
      <BehaviorNote {...fields} />
    </>
  );
}

/** A behavior block is more than the field that somebody wanted in it. */
function BehaviorNote({ hpa, onEdit }: FieldsProps): ReactNode {
  const { spec } = hpa as { readonly spec?: { readonly behavior?: unknown } };
  if (spec?.behavior === undefined)
    return (
      <p className={styles.note}>
        No <code>behavior</code> is written. The first change below Scale up or Scale down adds it, and with
        it other limits for scaling up: 100 % or 4 pods every 15 s.
      </p>
    );
  return (
    <p className={styles.note}>
      <button
        type="button"
        className={styles.link}
        onClick={() => onEdit([{ op: 'remove', path: ['spec', 'behavior'] }], true)}
      >
        Remove the whole behavior block
      </button>
    </p>
  );
}
