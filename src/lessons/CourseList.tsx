import { Circle, CircleCheck, Download, FolderOpen } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { useServices } from '../app/context.tsx';
import { saveFile } from '../app/saveFile.ts';
import { Button } from '../ui/Button.tsx';
import { CHAPTERS, COURSE, type CourseLesson } from './courseIndex.ts';
import styles from './lessons.module.css';
import { openCourseLesson } from './openSheet.ts';
import { type LessonProgress, progressFile, readProgressFile } from './progress.ts';
import { progressStore, useProgress } from './progressStore.ts';

/** The lessons by chapters, and how far somebody is. */
export function CourseList(): ReactNode {
  const progress = useProgress();
  const done = COURSE.filter(({ id }) => progress[id]?.done).length;
  const next = COURSE.find(({ id }) => progress[id]?.done !== true);
  return (
    <>
      <div className={styles.overall}>
        <p>
          {done} of {COURSE.length} lessons done
        </p>
        <progress className={styles.progress} max={COURSE.length} value={done} aria-label="Lessons done" />
        {next === undefined ? null : <Start lesson={next} hasBegun={done > 0} />}
      </div>
      {CHAPTERS.map(({ id, title, lessons }) => (
        <section key={id} className={styles.chapter} aria-label={title}>
          <h3>{title}</h3>
          <ol className={styles.lessons}>
            {lessons.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} progress={progress[lesson.id]} />
            ))}
          </ol>
        </section>
      ))}
      <ProgressFile />
    </>
  );
}

interface StartProps {
  readonly lesson: CourseLesson;
  readonly hasBegun: boolean;
}

function Start({ lesson, hasBegun }: StartProps): ReactNode {
  const { store } = useServices();
  return (
    <Button look="primary" data-focus="first" onClick={() => void openCourseLesson(store, lesson)}>
      {hasBegun ? 'Go on' : 'Begin'}
    </Button>
  );
}

interface LessonRowProps {
  readonly lesson: CourseLesson;
  readonly progress: LessonProgress | undefined;
}

function LessonRow({ lesson, progress }: LessonRowProps): ReactNode {
  const { store } = useServices();
  const isDone = progress?.done === true;
  return (
    <li>
      <button type="button" className={styles.lesson} onClick={() => void openCourseLesson(store, lesson)}>
        {isDone ? (
          <CircleCheck size={16} className={styles.done} role="img" aria-label="done:" />
        ) : (
          <Circle size={16} className={styles.open} aria-hidden />
        )}
        <span>{lesson.title}</span>
        <span className={styles.note}>{noteOf(progress)}</span>
      </button>
    </li>
  );
}

function noteOf(progress: LessonProgress | undefined): string {
  if (progress === undefined) return '';
  const { predicted, hints, sawSolution } = progress;
  return [
    ...(predicted === undefined ? [] : [`predicted ${Math.round(predicted * 100)} %`]),
    ...(hints === 0 ? [] : [hints === 1 ? '1 hint' : `${hints} hints`]),
    ...(sawSolution ? ['solution seen'] : []),
  ].join(', ');
}

/** The progress lies in this browser alone; a file takes it to another one. */
function ProgressFile(): ReactNode {
  const progress = useProgress();
  const [said, say] = useState('');
  async function bring(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file === undefined) return;
    const read = file.size > 1_000_000 ? undefined : readProgressFile(await file.text());
    if (read === undefined) say('This is no file of progress. Choose one that was saved here.');
    else {
      progressStore.getState().add(read);
      say('Added. What was done in either place counts as done.');
    }
  }
  return (
    <div className={styles.buttons}>
      <Button
        look="outlined"
        disabled={Object.keys(progress).length === 0}
        onClick={() =>
          saveFile({
            name: 'hpa-playground-progress.json',
            blob: new Blob([progressFile(progress)], { type: 'application/json' }),
          })
        }
      >
        <Download size={15} aria-hidden />
        Save my progress
      </Button>
      <label className={styles.file}>
        <FolderOpen size={15} aria-hidden />
        Bring progress from a file…
        <input
          className="visuallyHidden"
          type="file"
          accept=".json"
          onChange={(event) => void bring(event)}
        />
      </label>
      <span role="status" className={styles.note}>
        {said}
      </span>
    </div>
  );
}
