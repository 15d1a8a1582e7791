/** What learners read: title, chapter, the text before the run and the one after it. */
import { type ReactNode, useId, useMemo, useState } from 'react';
import { parseMoment } from '../../core/expectations/parse.ts';
import type { LessonDraft } from '../../core/lesson/draft.ts';
import { LESSON_LIMITS } from '../../core/lesson/limits.ts';
import { resolveText } from '../../core/lesson/placeholders.ts';
import { Button } from '../../ui/Button.tsx';
import { CHAPTERS } from '../courseIndex.ts';
import shared from '../lessons.module.css';
import { Markdown } from '../Markdown.tsx';
import styles from './author.module.css';
import { draftStore } from './draftStore.ts';
import { Field } from './Field.tsx';
import type { DraftRuns } from './judged.ts';

interface DraftTextsProps {
  readonly draft: LessonDraft;
  readonly runs: DraftRuns;
}

export function DraftTexts({ draft, runs }: DraftTextsProps): ReactNode {
  const { change } = draftStore.getState();
  const chapters = useId();
  const [isRead, setRead] = useState(false);
  return (
    <>
      <Field
        label="Title"
        value={draft.title}
        most={LESSON_LIMITS.titleLength}
        onChange={(title) => change({ title })}
      />
      <Field
        label="Chapter"
        value={draft.chapter}
        most={LESSON_LIMITS.idLength}
        list={chapters}
        placeholder="first-steps"
        onChange={(chapter) => change({ chapter })}
      />
      <datalist id={chapters}>
        {CHAPTERS.map(({ id }) => (
          <option key={id} value={id} />
        ))}
      </datalist>
      <p className={styles.side}>
        <span className={shared.note}>
          Markdown. A figure comes from a run: <code>{'{{run: max replicas}}'}</code>,{' '}
          <code>{'{{solution: pod-hours}}'}</code>.
        </span>
        <Button look="outlined" aria-pressed={isRead} onClick={() => setRead(!isRead)}>
          Preview
        </Button>
      </p>
      {isRead ? (
        <Preview draft={draft} runs={runs} />
      ) : (
        <>
          <Field
            label="Text before the run"
            rows={6}
            value={draft.text}
            most={LESSON_LIMITS.textLength}
            onChange={(text) => change({ text })}
          />
          <Field
            label="Text after the run"
            rows={4}
            value={draft.reveal}
            most={LESSON_LIMITS.textLength}
            onChange={(reveal) => change({ reveal })}
          />
        </>
      )}
    </>
  );
}

/** As learners will read it, and what of it has no figure. */
function Preview({ draft, runs }: DraftTextsProps): ReactNode {
  const { start, solution } = runs;
  const { text: before, reveal, moment: decides } = draft;
  const resolved = useMemo(() => {
    const known = { ...(start && { run: start }), ...(solution && { solution }) };
    const moment = parseMoment(decides);
    const texts = { runs: known, ...(moment.ok ? { moment: moment.value } : {}) };
    return [before, reveal].map((text) => resolveText(text, texts));
  }, [before, reveal, decides, start, solution]);
  const problems = resolved.flatMap((text) => text.problems);
  const isEmpty = resolved.every(({ text }) => text.trim() === '');
  return (
    <section className={styles.preview} aria-label="Preview">
      {isEmpty ? <p className={shared.note}>There is no text yet.</p> : null}
      {resolved.map(({ text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: before the run and after it
        <Markdown key={at} text={text} />
      ))}
      {problems.length === 0 ? null : (
        <ul className={styles.problems} aria-label="Figures that cannot be shown">
          {[...new Set(problems)].map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
