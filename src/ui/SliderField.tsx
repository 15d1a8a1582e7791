import { RotateCcw } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { IconButton } from './Button.tsx';
import { Help } from './Help.tsx';
import styles from './SliderField.module.css';

interface SliderFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly help: string;
  /** under the help, once it was pressed */
  readonly more?: ReactNode;
  readonly value: number;
  readonly min: number;
  /** the slider's end; the box beside it takes more, up to `limit` */
  readonly max: number;
  readonly step?: number;
  readonly limit?: number;
  /** the value is not written: this is what applies, and moving it writes it */
  readonly isDefault?: boolean;
  readonly disabled?: boolean;
  /** `isLast` is false while a drag goes on */
  readonly onChange: (value: number, isLast: boolean) => void;
  /** the drag has ended */
  readonly onSettle: () => void;
  /** takes the written value away; absent where one has to be written */
  readonly onReset?: (() => void) | undefined;
}

/** A number that can be dragged, and typed exactly. */
export function SliderField(props: SliderFieldProps): ReactNode {
  const { label, unit, help, value, min, max, step = 1, isDefault = false, disabled = false } = props;
  const id = useId();
  return (
    <div className={styles.field} data-default={isDefault}>
      <span className={styles.head}>
        <label htmlFor={id}>{label}</label>
        <Help about={label} text={help} more={props.more} />
        {isDefault ? <span className={styles.default}>default</span> : null}
        {isDefault || props.onReset === undefined ? null : (
          <IconButton
            label={`Remove ${label}: the default applies`}
            className={styles.reset ?? ''}
            onClick={props.onReset}
          >
            <RotateCcw size={13} aria-hidden />
          </IconButton>
        )}
      </span>
      <input
        id={id}
        type="range"
        className={styles.slider}
        min={min}
        max={Math.max(max, value)}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={`${value} ${unit}`}
        onChange={(event) => props.onChange(Number(event.target.value), false)}
        onPointerUp={props.onSettle}
        onKeyUp={props.onSettle}
        onBlur={props.onSettle}
      />
      <ExactNumber {...props} step={step} />
    </div>
  );
}

/** Only what can be used is taken over; leaving the box puts the value back. */
function ExactNumber({
  label,
  unit,
  value,
  min,
  limit,
  max,
  step = 1,
  disabled,
  onChange,
}: SliderFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const most = limit ?? max;
  const isUsable = (text: string): boolean => {
    const number = Number(text);
    const isFine = step % 1 !== 0 || Number.isInteger(number);
    return text.trim() !== '' && Number.isFinite(number) && isFine && number >= min && number <= most;
  };
  const isInvalid = draft !== undefined && !isUsable(draft);
  return (
    <span className={styles.box} data-invalid={isInvalid}>
      <input
        className={styles.number}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${label}, exact`}
        aria-invalid={isInvalid}
        title={`From ${min} to ${most.toLocaleString('en')}`}
        disabled={disabled}
        value={draft ?? String(value)}
        onChange={(event) => {
          setDraft(event.target.value);
          if (isUsable(event.target.value)) onChange(Number(event.target.value), true);
        }}
        onBlur={() => setDraft(undefined)}
      />
      <span className={styles.unit}>{unit}</span>
    </span>
  );
}
