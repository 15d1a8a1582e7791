/** A labelled line or text of the draft. */
import { type ReactNode, useId } from 'react';
import styles from './author.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  /** undefined: one line */
  readonly rows?: number;
  readonly placeholder?: string;
  /** id of a datalist */
  readonly list?: string;
  readonly isInvalid?: boolean;
  readonly onChange: (value: string) => void;
}

export function Field(props: FieldProps): ReactNode {
  const { label, value, most, rows, placeholder, list, isInvalid = false, onChange } = props;
  const id = useId();
  const common = { id, value, maxLength: most, placeholder, 'aria-invalid': isInvalid };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...common} list={list} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...common} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}
