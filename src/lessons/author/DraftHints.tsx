/** Hints one after another, where to look, and where it is said. */
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { parseMoment } from '../../core/expectations/parse.ts';
import type { LessonDraft } from '../../core/lesson/draft.ts';
import { LESSON_LIMITS } from '../../core/lesson/limits.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './author.module.css';
import { draftStore } from './draftStore.ts';
import { Fault } from './Fault.tsx';
import { Field } from './Field.tsx';

export function DraftHints({ draft }: { readonly draft: LessonDraft }): ReactNode {
  const { hints, sources, moment } = draft;
  const { change } = draftStore.getState();
  const read = moment === '' ? undefined : parseMoment(moment);
  const fault = read === undefined || read.ok ? undefined : read.fault;
  return (
    <>
      {hints.map((hint, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a hint is its place
        <div key={at} className={styles.addField}>
          <Field
            label={`Hint ${at + 1}`}
            rows={2}
            value={hint}
            most={LESSON_LIMITS.lineLength}
            onChange={(next) => change({ hints: hints.with(at, next) })}
          />
          <IconButton
            label={`Remove hint ${at + 1}`}
            onClick={() => change({ hints: hints.toSpliced(at, 1) })}
          >
            <Trash2 size={15} aria-hidden />
          </IconButton>
        </div>
      ))}
      <p>
        <Button
          look="outlined"
          disabled={hints.length >= LESSON_LIMITS.hints}
          onClick={() => change({ hints: [...hints, ''] })}
        >
          <Plus size={15} aria-hidden />
          Add a hint
        </Button>
      </p>
      <Field
        label="The moment that decides"
        value={moment}
        most={LESSON_LIMITS.lineLength}
        placeholder="first limited by policy"
        isInvalid={fault !== undefined}
        onChange={(next) => change({ moment: next })}
      />
      {fault === undefined ? null : <Fault text={moment} fault={fault} />}
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source is its place
        <div key={at} className={styles.addField}>
          <Field
            label={`Source ${at + 1}`}
            value={source.title}
            most={LESSON_LIMITS.titleLength}
            onChange={(title) => change({ sources: sources.with(at, { ...source, title }) })}
          />
          <Field
            label={`Address of source ${at + 1}`}
            value={source.url}
            most={LESSON_LIMITS.lineLength}
            placeholder="https://…"
            onChange={(url) => change({ sources: sources.with(at, { ...source, url }) })}
          />
          <IconButton
            label={`Remove source ${at + 1}`}
            onClick={() => change({ sources: sources.toSpliced(at, 1) })}
          >
            <Trash2 size={15} aria-hidden />
          </IconButton>
        </div>
      ))}
      <p>
        <Button
          look="outlined"
          disabled={sources.length >= LESSON_LIMITS.sources}
          onClick={() => change({ sources: [...sources, { title: '', url: '' }] })}
        >
          <Plus size={15} aria-hidden />
          Add a source
        </Button>
      </p>
    </>
  );
}
