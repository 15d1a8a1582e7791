import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Term, TermCard } from '../glossary/Term.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { SliderField } from '../ui/SliderField.tsx';
import { numberAt, type PolicyForm, policyForms, type Side, set, textAt } from './formModel.ts';
import styles from './forms.module.css';
import type { FieldsProps } from './ManifestForm.tsx';
import { percentOf, ratioText } from './quantity.ts';
import { SmallNumber } from './SmallNumber.tsx';

interface BehaviorFieldsProps extends FieldsProps {
  readonly side: Side;
}

const TITLES = { scaleUp: 'Scale up', scaleDown: 'Scale down' } as const;
/** What the API server allows, an hour. */
const LONGEST_WINDOW = 3600;

export function BehaviorFields(props: BehaviorFieldsProps): ReactNode {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>
        <Term id="behavior">{TITLES[props.side]}</Term>
      </legend>
      <WindowField {...props} />
      {props.defaults.hasTolerance ? <ToleranceField {...props} /> : null}
      <Policies {...props} />
    </fieldset>
  );
}

function WindowField({ hpa, side, defaults, onEdit, onSettle }: BehaviorFieldsProps): ReactNode {
  const path = ['spec', 'behavior', side, 'stabilizationWindowSeconds'];
  const written = numberAt(hpa, path);
  const standard = side === 'scaleUp' ? 0 : defaults.downscaleStabilizationSeconds;
  return (
    <SliderField
      label={`${TITLES[side]}: stabilization window`}
      unit="s"
      help={
        side === 'scaleUp'
          ? 'The lowest recommendation of this time counts: scaling up waits until all of them ask for it.'
          : 'The highest recommendation of this time counts: scaling down waits until all of them ask for it.'
      }
      more={<TermCard id={side === 'scaleUp' ? 'scaleUpWindow' : 'scaleDownWindow'} />}
      min={0}
      max={Math.max(600, standard)}
      limit={LONGEST_WINDOW}
      step={1}
      value={written ?? standard}
      isDefault={written === undefined}
      onChange={(value, isLast) => onEdit([set(path, value)], isLast)}
      onSettle={onSettle}
      onReset={() => onEdit([{ op: 'remove', path }], true)}
    />
  );
}

function ToleranceField({ hpa, side, defaults, onEdit, onSettle }: BehaviorFieldsProps): ReactNode {
  const path = ['spec', 'behavior', side, 'tolerance'];
  const written = textAt(hpa, path);
  const percent = written === undefined ? undefined : percentOf(written);
  if (written !== undefined && percent === undefined) return null;
  return (
    <SliderField
      label={`${TITLES[side]}: tolerance`}
      unit="%"
      help="A metric that is off its target by no more than this changes nothing in this direction."
      more={<TermCard id="tolerance" />}
      min={0}
      max={50}
      limit={1000}
      step={0.5}
      value={percent ?? defaults.tolerance * 100}
      isDefault={percent === undefined}
      onChange={(value, isLast) => onEdit([set(path, ratioText(value))], isLast)}
      onSettle={onSettle}
      onReset={() => onEdit([{ op: 'remove', path }], true)}
    />
  );
}

const SELECT_POLICIES = [
  { value: 'Max', text: 'Max: the most counts' },
  { value: 'Min', text: 'Min: the least counts' },
  { value: 'Disabled', text: 'Disabled: never' },
] as const;

function Policies({ hpa, side, onEdit }: BehaviorFieldsProps): ReactNode {
  const path = ['spec', 'behavior', side, 'selectPolicy'];
  const written = SELECT_POLICIES.find(({ value }) => value === textAt(hpa, path))?.value;
  const policies = policyForms(hpa, side);
  const title = TITLES[side];
  return (
    <div className={styles.policies}>
      <div className={styles.policiesHead}>
        <Term id="scalingPolicy">Policies</Term>
        <span className={styles.dim}>{policies.length === 0 ? 'default' : null}</span>
        <Select
          label={`${title}: which policy decides (selectPolicy)`}
          value={written ?? 'Max'}
          options={SELECT_POLICIES}
          onChange={(value) => onEdit([set(path, value)], true)}
        />
      </div>
      {policies.length === 0 ? <p className={styles.note}>{NO_POLICY[side]}</p> : null}
      {policies.map((policy, index) => (
        <PolicyRow
          key={policy.path.join('.')}
          name={`${title}, policy ${index + 1}`}
          policy={policy}
          onEdit={onEdit}
        />
      ))}
      <Button
        look="outlined"
        className={styles.add ?? ''}
        aria-label={`Add a policy to ${title}`}
        onClick={() =>
          onEdit([{ op: 'append', path: ['spec', 'behavior', side, 'policies'], value: NEW_POLICY }], true)
        }
      >
        <Plus size={14} aria-hidden /> Add a policy
      </Button>
    </div>
  );
}

const NO_POLICY = {
  scaleUp: 'None is written. With a behavior block: 100 % or 4 pods every 15 s, whichever is more.',
  scaleDown: 'None is written: all the way to what the window allows, at once.',
} as const;

const NEW_POLICY = { type: 'Pods', value: 4, periodSeconds: 60 };
/** Half an hour, which the API server does not go beyond. */
const LONGEST_PERIOD = 1800;

interface PolicyRowProps {
  readonly name: string;
  readonly policy: PolicyForm;
  readonly onEdit: FieldsProps['onEdit'];
}

function PolicyRow({ name, policy, onEdit }: PolicyRowProps): ReactNode {
  const { path, type, value, periodSeconds } = policy;
  return (
    <div className={styles.policy}>
      <span className={styles.dim}>at most</span>
      <SmallNumber
        label={`${name}: value`}
        value={value}
        min={1}
        max={2 ** 31 - 1}
        onChange={(next) => onEdit([set([...path, 'value'], next)], true)}
      />
      <Select
        label={`${name}: type`}
        value={type === 'Percent' ? 'Percent' : 'Pods'}
        options={[
          { value: 'Pods', text: 'pods' },
          { value: 'Percent', text: '% of the pods' },
        ]}
        onChange={(next) => onEdit([set([...path, 'type'], next)], true)}
      />
      <span className={styles.dim}>every</span>
      <SmallNumber
        label={`${name}: period in seconds`}
        value={periodSeconds}
        min={1}
        max={LONGEST_PERIOD}
        onChange={(next) => onEdit([set([...path, 'periodSeconds'], next)], true)}
      />
      <span className={styles.dim}>s</span>
      <IconButton
        label={`Remove ${name}`}
        className={styles.remove ?? ''}
        onClick={() => onEdit([{ op: 'remove', path }], true)}
      >
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
