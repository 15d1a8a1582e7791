import type { ReactNode } from 'react';
import { NumberField } from '../ui/NumberField.tsx';
import styles from './ClusterForm.module.css';
import { CLUSTER_FIELDS, type ClusterField } from './clusterFields.ts';
import { useApp, useServices } from './context.tsx';

export function ClusterForm(): ReactNode {
  return (
    <div className={styles.form}>
      {CLUSTER_FIELDS.map((group) => (
        <section key={group.title} className={styles.group} aria-label={group.title}>
          <h2 className={styles.title}>{group.title}</h2>
          <p className={styles.about}>{group.about}</p>
          {group.fields.map((field) => (
            <BoundField key={field.label} field={field} />
          ))}
        </section>
      ))}
    </div>
  );
}

function BoundField({ field }: { readonly field: ClusterField }): ReactNode {
  const { store } = useServices();
  const value = useApp((state) => field.read(state.scenario));
  const { read: _read, write, ...texts } = field;
  return <NumberField {...texts} value={value} onChange={(next) => write(store.getState(), next)} />;
}
