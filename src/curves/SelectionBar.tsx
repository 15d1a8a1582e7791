/** The selection in the editor's heading: which points, by how much, or away with them. Loaded when first asked for. */
import { type FormEvent, useState } from 'react';
import { formatClock } from '../charts/units.ts';
import { parseInstant } from './clock.ts';
import styles from './curves.module.css';
import { useEditor } from './editorContext.ts';
import { boundsOf, pointsInside, removeSelected, scaleSelected, stretchSelected } from './selection.ts';

export default function SelectionBar() {
  const { curve, title, editing, selection } = useEditor();
  const { selected } = selection;
  const remove = (): void => {
    editing.change(removeSelected(editing.live.get(), selected));
    editing.commit();
    selection.clear();
    editing.focus(Math.max(0, (selected[0] ?? 0) - 1));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and breaks the heading's single line
    <span className={styles.bar} role="group" aria-label={`Selected points of ${title}`}>
      <span role="status">
        {selected.length === 0
          ? 'Drag over points, or say from when to when'
          : `${selected.length} of ${curve.points.length} points`}
      </span>
      <Span key={selected.join(' ')} />
      {selected.length > 0 && (
        <>
          <Factors />
          <button type="button" className={styles.tool} onClick={remove}>
            Delete
          </button>
        </>
      )}
    </span>
  );
}

/** From when to when: every point in between is selected. */
function Span() {
  const { curve, durationSeconds, selection } = useEditor();
  const bounds = boundsOf(curve, selection.selected);
  const [from, setFrom] = useState(formatClock(bounds?.fromSeconds ?? 0));
  const [to, setTo] = useState(formatClock(bounds?.toSeconds ?? durationSeconds));
  const fromSeconds = parseInstant(from);
  const toSeconds = parseInstant(to);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (fromSeconds === undefined || toSeconds === undefined) return;
    selection.select(pointsInside(curve, { fromSeconds, toSeconds, low: 0, high: Number.POSITIVE_INFINITY }));
  };
  return (
    <form className={styles.barForm} onSubmit={apply}>
      <BarField label="from" text={from} isWrong={fromSeconds === undefined} onText={setFrom} wide />
      <BarField label="to" text={to} isWrong={toSeconds === undefined} onText={setTo} wide />
      <button type="submit" className={styles.tool}>
        Select
      </button>
    </form>
  );
}

function factorOf(text: string): number | undefined {
  const factor = text.trim() === '' ? Number.NaN : Number(text);
  return factor >= 0 && factor <= 1e6 ? factor : undefined;
}

/** What values and distances are multiplied by. */
function Factors() {
  const { durationSeconds, editing, selection } = useEditor();
  const { selected } = selection;
  const [value, setValue] = useState('1');
  const [time, setTime] = useState('1');
  const valueFactor = factorOf(value);
  const timeFactor = factorOf(time);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (valueFactor === undefined || timeFactor === undefined) return;
    const scaled = scaleSelected(editing.live.get(), selected, valueFactor);
    editing.change(stretchSelected(scaled, selected, timeFactor, 'first', durationSeconds));
    editing.commit();
    setValue('1');
    setTime('1');
  };
  return (
    <form className={styles.barForm} onSubmit={apply}>
      <BarField label="value ×" text={value} isWrong={valueFactor === undefined} onText={setValue} />
      <BarField label="time ×" text={time} isWrong={timeFactor === undefined} onText={setTime} />
      <button type="submit" className={styles.tool}>
        Apply
      </button>
    </form>
  );
}

interface BarFieldProps {
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly onText: (text: string) => void;
  readonly wide?: boolean;
}

function BarField({ label, text, isWrong, onText, wide = false }: BarFieldProps) {
  return (
    <label className={styles.barField}>
      {label}
      <input
        value={text}
        data-wide={wide}
        autoComplete="off"
        aria-invalid={isWrong}
        onChange={(event) => onText(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
    </label>
  );
}
