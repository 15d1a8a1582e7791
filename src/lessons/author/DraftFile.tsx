/** The draft as a lesson: tried on this page, saved as a file, brought back from one. */
import { Download, Play } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useServices } from '../../app/context.tsx';
import { saveFile } from '../../app/saveFile.ts';
import { draftedLesson, type LessonDraft } from '../../core/lesson/draft.ts';
import { lessonFile } from '../../core/lesson/files.ts';
import { Button } from '../../ui/Button.tsx';
import shared from '../lessons.module.css';
import styles from './author.module.css';
import { LessonFileInput } from './LessonFileInput.tsx';
import { tryLesson } from './openDraft.ts';
import { inWords } from './places.ts';

export function DraftFile({ draft }: { readonly draft: LessonDraft }): ReactNode {
  const { store } = useServices();
  const lesson = useMemo(() => draftedLesson(draft), [draft]);
  const save = (): void => {
    if (!lesson.ok) return;
    const blob = new Blob([lessonFile(lesson.value)], { type: 'application/yaml' });
    saveFile({ name: `${lesson.value.id}.yaml`, blob });
  };
  return (
    <section className={styles.file} aria-label="Draft as a lesson">
      <p role="status" className={lesson.ok ? shared.note : styles.lacks}>
        {lesson.ok
          ? `A whole lesson: ${lesson.value.id}.yaml`
          : `Not a lesson yet. ${inWords(lesson.message)}`}
      </p>
      <p className={shared.buttons}>
        <Button
          look="primary"
          disabled={!lesson.ok}
          onClick={() => lesson.ok && tryLesson(store, lesson.value)}
        >
          <Play size={15} aria-hidden />
          Try it
        </Button>
        <Button look="outlined" disabled={!lesson.ok} onClick={save}>
          <Download size={15} aria-hidden />
          Save as a file
        </Button>
        <LessonFileInput />
      </p>
    </section>
  );
}
