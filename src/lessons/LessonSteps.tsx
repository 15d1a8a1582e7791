/** Where a lesson stands: in the workshop that is held, else in the course. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useServices } from '../app/context.tsx';
import { IconButton } from '../ui/Button.tsx';
import { COURSE, type CourseLesson, chapterTitle } from './courseIndex.ts';
import styles from './lessons.module.css';
import { openCourseLesson } from './openSheet.ts';

interface LessonStepsProps {
  readonly id: string;
  /** of what is no lesson of the course */
  readonly fallback: string;
}

export function LessonSteps({ id, fallback }: LessonStepsProps): ReactNode {
  const { store } = useServices();
  const place = COURSE.findIndex((lesson) => lesson.id === id);
  const lesson = COURSE[place];
  if (lesson === undefined) return <p className={styles.place}>{fallback}</p>;
  const step = (other: CourseLesson | undefined, label: string, arrow: ReactNode): ReactNode => (
    <IconButton
      label={other === undefined ? label : `${label}: ${other.title}`}
      disabled={other === undefined}
      onClick={() => other !== undefined && void openCourseLesson(store, other)}
    >
      {arrow}
    </IconButton>
  );
  return (
    <p className={styles.place}>
      {step(COURSE[place - 1], 'Previous lesson', <ChevronLeft size={15} aria-hidden />)}
      <span>
        {chapterTitle(lesson.chapter)}, {place + 1} of {COURSE.length}
      </span>
      {step(COURSE[place + 1], 'Next lesson', <ChevronRight size={15} aria-hidden />)}
    </p>
  );
}
