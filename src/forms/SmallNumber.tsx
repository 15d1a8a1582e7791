import { type ReactNode, useState } from 'react';
import styles from './forms.module.css';

interface SmallNumberProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number inside of a sentence. What cannot be used changes nothing. */
export function SmallNumber({ label, value, min, max, onChange }: SmallNumberProps): ReactNode {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const isUsable = (text: string): boolean =>
    /^\d+$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
  const isInvalid = draft !== undefined && !isUsable(draft);
  return (
    <span className={styles.smallBox} data-invalid={isInvalid}>
      <input
        className={styles.exact}
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isInvalid}
        title={`From ${min} to ${max.toLocaleString('en')}`}
        value={draft ?? value ?? ''}
        onChange={(event) => {
          setDraft(event.target.value);
          if (isUsable(event.target.value)) onChange(Number(event.target.value));
        }}
        onBlur={() => setDraft(undefined)}
      />
    </span>
  );
}
