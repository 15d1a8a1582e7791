/** What can be set of one event: its instant, what its kind asks for, and taking it away. */
import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { TimelineEvent } from '../core/index.ts';
import { TermCard } from '../glossary/Term.tsx';
import { Button } from '../ui/Button.tsx';
import { Help } from '../ui/Help.tsx';
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
        more={<TermCard id="timeline" />}
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
      const { type: _, key: __, term, ...texts } = field;
      return (
        <NumberField
          {...texts}
          more={<TermCard id={term} />}
          value={Number(value)}
          onChange={(next) => next !== undefined && set(next)}
        />
      );
    }
    case 'choice':
      return (
        <div className={styles.choice}>
          <span className={styles.label}>
            {field.label}
            <FieldHelp field={field} />
          </span>
          <Select label={field.label} value={String(value)} options={field.options} onChange={set} />
        </div>
      );
    case 'text':
      return <TextField field={field} value={String(value ?? '')} onChange={set} />;
  }
}

function FieldHelp({ field: { label, help, term } }: { readonly field: EventField }) {
  return <Help about={label} text={help} more={<TermCard id={term} />} />;
}

interface TextFieldProps {
  readonly field: Extract<EventField, { readonly type: 'text' }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ field, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.textField}>
      <span className={styles.label}>
        <label htmlFor={id}>{field.label}</label>
        <FieldHelp field={field} />
      </span>
      <textarea
        id={id}
        className={styles.text}
        rows={field.lines}
        spellCheck={false}
        wrap="off"
        value={value}
        onChange={(change) => onChange(change.target.value)}
      />
    </div>
  );
}
