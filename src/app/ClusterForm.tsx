import { lazy, type ReactNode, Suspense } from 'react';
import { Term, TermCard } from '../glossary/Term.tsx';
import type { TermId } from '../glossary/terms.ts';
import { Help } from '../ui/Help.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './ClusterForm.module.css';
import { CLUSTER_FIELDS } from './clusterFields.ts';
import type {
  ChoiceSetting,
  ClusterField,
  ClusterFieldGroup,
  NumberSetting,
  SwitchSetting,
} from './clusterFieldTypes.ts';
import { useApp, useServices } from './context.tsx';

const Signals = lazy(() => import('./Signals.tsx'));

export default function ClusterForm(): ReactNode {
  return (
    <div className={styles.form}>
      <Suspense fallback={null}>
        <Signals />
      </Suspense>
      {CLUSTER_FIELDS.map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </div>
  );
}

function Group({ group }: { readonly group: ClusterFieldGroup }): ReactNode {
  return (
    <section className={styles.group} aria-label={group.title}>
      <h2 className={styles.title}>
        <Term id={group.term}>{group.title}</Term>
      </h2>
      <p className={styles.about}>{group.about}</p>
      {group.fields.map((field) => (
        <BoundField key={field.label} field={field} />
      ))}
    </section>
  );
}

function BoundField({ field }: { readonly field: ClusterField }): ReactNode {
  const shown = useApp((state) => field.when?.(state.scenario) ?? true);
  if (!shown) return null;
  switch (field.kind) {
    case 'choice':
      return <BoundChoice field={field} />;
    case 'switch':
      return <BoundSwitch field={field} />;
    default:
      return <BoundNumber field={field} />;
  }
}

function moreOf(term: TermId | undefined): { readonly more?: ReactNode } {
  return term === undefined ? {} : { more: <TermCard id={term} /> };
}

function BoundNumber({ field }: { readonly field: NumberSetting }): ReactNode {
  const { store } = useServices();
  const value = useApp((state) => field.read(state.scenario));
  const { kind: _, when: __, read: ___, term, write, ...texts } = field;
  return (
    <NumberField
      {...texts}
      {...moreOf(term)}
      value={value}
      onChange={(next) => write(store.getState(), next)}
    />
  );
}

function BoundChoice({ field }: { readonly field: ChoiceSetting }): ReactNode {
  const { store } = useServices();
  const value = useApp((state) => field.read(state.scenario));
  const { label, help, options, term, write } = field;
  return (
    <div className={styles.row}>
      <span className={styles.label}>
        {label}
        <Help about={label} text={help} {...moreOf(term)} />
      </span>
      <Select
        label={label}
        value={value}
        options={options}
        onChange={(next) => write(store.getState(), next)}
      />
    </div>
  );
}

function BoundSwitch({ field }: { readonly field: SwitchSetting }): ReactNode {
  const { store } = useServices();
  const value = useApp((state) => field.read(state.scenario));
  const { label, help, term, write } = field;
  return (
    <div className={styles.row}>
      <span className={styles.label}>
        {label}
        <Help about={label} text={help} {...moreOf(term)} />
      </span>
      <Switch label={label} checked={value} onChange={(next) => write(store.getState(), next)} />
    </div>
  );
}
