import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import { cleanName, distinctName } from '../library/names.ts';
import { LIBRARY_LIMITS } from '../library/types.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Library.module.css';

interface NameFormProps {
  readonly label: string;
  readonly initial: string;
  /** of others; a name that is taken gets a number */
  readonly taken: readonly string[];
  readonly action: string;
  readonly busy?: boolean;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a name in the library. */
export function NameForm(props: NameFormProps): ReactNode {
  const { label, initial, taken, action, busy = false, onName, onCancel } = props;
  const id = useId();
  const [text, setText] = useState(initial);
  const name = cleanName(text);
  const distinct = distinctName(name, taken);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (name !== '' && !busy) onName(name);
  }

  return (
    <form className={styles.nameForm} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={focusAndSelect}
        className={styles.input}
        value={text}
        maxLength={LIBRARY_LIMITS.nameLength}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-note`}
        onChange={(event) => setText(event.target.value)}
      />
      <span id={`${id}-note`} className={styles.note} role="status">
        {noteOf(name, distinct)}
      </span>
      <span className={styles.buttons}>
        <Button look="outlined" onClick={onCancel}>
          Cancel
        </Button>
        <Button look="primary" type="submit" disabled={name === '' || busy}>
          {action}
        </Button>
      </span>
    </form>
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

function noteOf(name: string, distinct: string): string {
  if (name === '') return 'It needs a name.';
  return name === distinct ? '' : `There is one of this name already. This one becomes “${distinct}”.`;
}
