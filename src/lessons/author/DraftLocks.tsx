/** What learners are not to touch. */
import { type ReactNode, useState } from 'react';
import type { LessonDraft } from '../../core/lesson/draft.ts';
import { LESSON_LIMITS } from '../../core/lesson/limits.ts';
import { lockText, readLock } from '../../core/lesson/locks.ts';
import { LOCKABLE_PARTS } from '../../core/lesson/types.ts';
import { Button } from '../../ui/Button.tsx';
import { lockName } from '../Locks.tsx';
import shared from '../lessons.module.css';
import styles from './author.module.css';
import { draftStore } from './draftStore.ts';
import { Field } from './Field.tsx';

/** Of the HPA, what lessons lock most. */
const FIELDS = ['spec.minReplicas', 'spec.maxReplicas', 'spec.metrics', 'spec.behavior'];
const OFFERED = [
  ...LOCKABLE_PARTS.map((part) => lockText({ part })),
  ...FIELDS.map((field) => lockText({ part: 'field', path: field.split('.') })),
];

function nameOf(text: string): string {
  const lock = readLock(text);
  return lock === undefined ? text : lockName(lock);
}

export function DraftLocks({ draft: { locked } }: { readonly draft: LessonDraft }): ReactNode {
  const { change } = draftStore.getState();
  const [field, setField] = useState('');
  const lock = readLock(`manifest:${field.trim()}`);
  const isFull = locked.length >= LESSON_LIMITS.locks;
  const add = (): void => {
    if (lock === undefined) return;
    change({ locked: [...new Set([...locked, lockText(lock)])] });
    setField('');
  };
  return (
    <>
      <fieldset className={styles.locks}>
        <legend className="visuallyHidden">Locked for learners</legend>
        {[...new Set([...OFFERED, ...locked])].map((text) => (
          <label key={text}>
            <input
              type="checkbox"
              checked={locked.includes(text)}
              disabled={isFull && !locked.includes(text)}
              onChange={(event) =>
                change({
                  locked: event.target.checked ? [...locked, text] : locked.filter((other) => other !== text),
                })
              }
            />
            {nameOf(text)}
          </label>
        ))}
      </fieldset>
      <div className={styles.addField}>
        <Field
          label="Another field of the HPA"
          value={field}
          most={200}
          placeholder="spec.behavior.scaleDown"
          onChange={setField}
        />
        <Button look="outlined" disabled={lock === undefined || isFull} onClick={add}>
          Lock it
        </Button>
      </div>
      <p className={shared.note}>
        What is locked is put back when a learner changes it; a field counts as broken.
      </p>
    </>
  );
}
