import { type ReactNode, useId, useState } from 'react';
import { Help } from './Help.tsx';
import styles from './NumberField.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly help: string;
  /** under the help, once it was pressed */
  readonly more?: ReactNode;
  /** undefined: left empty */
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  /** whole numbers only; true unless said otherwise */
  readonly whole?: boolean;
  /** what stands in an empty field; a field without it may not be left empty */
  readonly emptyText?: string;
  readonly onChange: (value: number | undefined) => void;
}

/** A number with its unit. What cannot be used stays as typed, with the reason, and changes nothing. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, unit, help, value, emptyText, onChange } = props;
  const id = useId();
  /** what is being typed, while it differs from the value */
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const text = draft ?? (value === undefined ? '' : String(value));
  const error = draft === undefined ? undefined : problemOf(draft, props);

  function type(next: string): void {
    setDraft(next);
    if (problemOf(next, props) === undefined) onChange(next.trim() === '' ? undefined : Number(next));
  }

  return (
    <div className={styles.field}>
      <span className={styles.label}>
        <label htmlFor={id}>{label}</label>
        <Help about={label} text={help} more={props.more} />
      </span>
      <span className={styles.box} data-invalid={error !== undefined}>
        <input
          id={id}
          className={styles.input}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          placeholder={emptyText}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-unit ${id}-error`}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setDraft(undefined)}
        />
        <span id={`${id}-unit`} className={styles.unit}>
          {text === '' && emptyText !== undefined ? '' : unit}
        </span>
      </span>
      <span id={`${id}-error`} className={styles.error} role="status">
        {error}
      </span>
    </div>
  );
}

function problemOf(text: string, limits: NumberFieldProps): string | undefined {
  const { min, max, whole = true, emptyText } = limits;
  if (text.trim() === '') return emptyText === undefined ? 'A number is needed.' : undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return 'Not a number.';
  if (whole && !Number.isInteger(number)) return 'A whole number is needed.';
  if (number < min || number > max) return `From ${min} to ${max.toLocaleString('en')}.`;
  return undefined;
}
