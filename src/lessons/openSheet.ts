/** Puts what is taught with on the page, with a word about the work that it takes the place of. */
import type { TaughtSheet } from '../core/index.ts';
import { lessonSheet } from '../core/lesson/sheet.ts';
import type { AppStore } from '../store/appStore.ts';
import { offerEarlier } from '../store/offerEarlier.ts';
import type { CourseLesson } from './courseIndex.ts';

export function openSheet(store: AppStore, sheet: TaughtSheet): void {
  const { edited, attempt, openSheet: open } = store.getState();
  open(sheet);
  // What was changed within a lesson is kept too, but nobody has to be told at every step of the course.
  if (edited && attempt === undefined) offerEarlier(store, `Opened “${sheet.title}”.`);
}

export async function openCourseLesson(store: AppStore, lesson: CourseLesson): Promise<void> {
  try {
    openSheet(store, lessonSheet(await lesson.open()));
  } catch {
    store.getState().notify('warning', `The lesson “${lesson.title}” could not be loaded. Try again.`);
  }
}
