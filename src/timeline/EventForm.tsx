/** What can be set of one event: its instant, what its kind asks for, and taking it away. */
import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { TimelineEvent } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { EVENT_KINDS, type EventField, withField } from './eventKinds.ts';
import styles from './timeline.module.css';

interface EventFormProps {
  readonly event: TimelineEvent;
  readonly durationSeconds: number;
  readonly onChange: (event: TimelineEvent) => void;
  readonly onRemove: () => void;
}

export function EventForm({ event, durationSeconds, onChange, onRemove }: EventFormProps) {
  const { text, help, fields } = EVENT_KINDS[event.kind];
  return (
    <div className={styles.form}>
      <h2 className={styles.formTitle}>{text}</h2>
      <p className={styles.about}>{help}</p>
      <NumberField
        label="At"
        unit="s"
        help="Seconds since the start of the run."
        min={0}
        max={durationSeconds}
        value={event.atSeconds}
        onChange={(value) => value !== undefined && onChange({ ...event, atSeconds: value })}
      />
      {fields.map((field) => (
        <Field key={field.key} event={event} field={field} onChange={onChange} />
      ))}
      <div className={styles.formEnd}>
        <Button onClick={onRemove}>
          <Trash2 size={14} aria-hidden />
          Remove
        </Button>
      </div>
    </div>
  );
}

interface FieldProps {
  readonly event: TimelineEvent;
  readonly field: EventField;
  readonly onChange: (event: TimelineEvent) => void;
}

function Field({ event, field, onChange }: FieldProps) {
  const value = (event as unknown as Readonly<Record<string, unknown>>)[field.key];
  const set = (next: unknown): void => onChange(withField(event, field.key, next));
  switch (field.type) {
    case 'number': {
      const { type: _, key: __, ...texts } = field;
      return (
        <NumberField {...texts} value={Number(value)} onChange={(next) => next !== undefined && set(next)} />
      );
    }
    case 'choice':
      return (
        <div className={styles.choice}>
          <span>{field.label}</span>
          <Select label={field.label} value={String(value)} options={field.options} onChange={set} />
        </div>
      );
    case 'text':
      return <TextField label={field.label} lines={field.lines} value={String(value ?? '')} onChange={set} />;
  }
}

interface TextFieldProps {
  readonly label: string;
  readonly lines: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ label, lines, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.textField}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.text}
        rows={lines}
        spellCheck={false}
        wrap="off"
        value={value}
        onChange={(change) => onChange(change.target.value)}
      />
    </div>
  );
}
