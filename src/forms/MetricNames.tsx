import { type ReactNode, useState } from 'react';
import { type MetricForm, type MetricName, set } from './formModel.ts';
import styles from './forms.module.css';
import type { Edit } from './ManifestForm.tsx';

interface MetricNamesProps {
  readonly metric: MetricForm;
  readonly onEdit: Edit;
}

/** What a metric is called, and whom it describes, for the types that say so. */
export function MetricNames({ metric, onEdit }: MetricNamesProps): ReactNode {
  if (metric.names.length === 0) return null;
  return (
    <div className={styles.names}>
      {metric.names.map((name) => (
        <NameBox
          key={name.label}
          label={`${name.label} of ${metric.title}`}
          name={name}
          onChange={(text) => onEdit([set(name.path, text)], true)}
        />
      ))}
    </div>
  );
}

interface NameBoxProps {
  readonly label: string;
  readonly name: Pick<MetricName, 'label' | 'text'>;
  readonly onChange: (text: string) => void;
}

/** Written when somebody has finished with it: half a name is another metric. */
export function NameBox({ label, name, onChange }: NameBoxProps): ReactNode {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const finish = (): void => {
    const text = draft?.trim() ?? '';
    setDraft(undefined);
    if (text !== '' && text !== name.text) onChange(text);
  };
  return (
    <label className={styles.nameField}>
      <span className={styles.dim}>{name.label}</span>
      <span className={styles.box}>
        <input
          className={styles.nameInput}
          aria-label={label}
          autoComplete="off"
          spellCheck={false}
          value={draft ?? name.text}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
            if (event.key === 'Escape') setDraft(undefined);
          }}
        />
      </span>
    </label>
  );
}
