/** The exact instant and value of one point, in a popover beside it. */
import { Popover } from 'radix-ui';
import { type FormEvent, useId, useState } from 'react';
import { formatClock } from '../charts/units.ts';
import type { LoadPoint } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { parseInstant } from './clock.ts';
import styles from './curves.module.css';

interface PointFieldsProps {
  readonly title: string;
  readonly unit: string;
  readonly point: LoadPoint;
  /** the last point cannot be removed */
  readonly canRemove: boolean;
  readonly onApply: (point: LoadPoint) => void;
  readonly onRemove: () => void;
}

export function PointFields({ title, unit, point, canRemove, onApply, onRemove }: PointFieldsProps) {
  const [instant, setInstant] = useState(() => formatClock(point.atSeconds));
  const [value, setValue] = useState(() => String(point.value));
  const atSeconds = parseInstant(instant);
  const number = parseValue(value);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (atSeconds !== undefined && number !== undefined) onApply({ atSeconds, value: number });
  };
  return (
    <form className={styles.fields} onSubmit={apply} aria-label={title}>
      <h3 className={styles.fieldsTitle}>{title}</h3>
      <Field
        label="Time"
        unit="h:min:s"
        text={instant}
        invalid={atSeconds === undefined}
        onText={setInstant}
      />
      <Field label="Value" unit={unit} text={value} invalid={number === undefined} onText={setValue} />
      <div className={styles.fieldsButtons}>
        <Button onClick={onRemove} disabled={!canRemove}>
          Remove
        </Button>
        <Button look="outlined" type="submit" disabled={atSeconds === undefined || number === undefined}>
          Set
        </Button>
      </div>
      <Popover.Arrow className={styles.arrow} />
    </form>
  );
}

/**
 * A number from 0 on; undefined for everything else. A comma is refused: it parts thousands here and decimals
 * there.
 */
function parseValue(text: string): number | undefined {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

interface FieldProps {
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  readonly invalid: boolean;
  readonly onText: (text: string) => void;
}

function Field({ label, unit, text, invalid, onText }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        inputMode="text"
        autoComplete="off"
        aria-invalid={invalid}
        onChange={(event) => onText(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <span>{unit}</span>
    </div>
  );
}
