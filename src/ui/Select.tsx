import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Select.module.css';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
  readonly look?: 'outlined' | 'plain';
  readonly disabled?: boolean;
}

/** The browser's own select: it brings its keyboard and, on a phone, its own list. */
export function Select<T extends string>(props: SelectProps<T>): ReactNode {
  const { label, value, options, onChange, look = 'outlined', disabled = false } = props;
  return (
    <span className={`${styles.frame} ${styles[look]}`}>
      <select
        className={styles.select}
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <ChevronDown className={styles.arrow} size={14} aria-hidden />
    </span>
  );
}
