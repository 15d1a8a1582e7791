/** What becomes the draft: the present scenario, or a file. The draft before it can be had back. */
import type { Lesson } from '../../core/index.ts';
import { draftOf, type LessonDraft, newDraft } from '../../core/lesson/draft.ts';
import { readDocument } from '../../core/lesson/files.ts';
import { LESSON_LIMITS } from '../../core/lesson/limits.ts';
import { lessonSheet } from '../../core/lesson/sheet.ts';
import type { AppStore } from '../../store/appStore.ts';
import { openSheet } from '../openSheet.ts';
import { TRIED } from '../progress.ts';
import { draftStore } from './draftStore.ts';

function write(store: AppStore, draft: LessonDraft): void {
  const before = draftStore.getState().replace(draft);
  store.getState().author(true);
  if (before === undefined) return;
  const name = before.title.trim() === '' ? 'The draft before' : `The draft “${before.title}”`;
  store.getState().notify('info', `${name} has made way for this one.`, {
    text: 'Take it back',
    run: () => void draftStore.getState().replace(before),
  });
}

export function beginDraft(store: AppStore): void {
  write(store, newDraft(store.getState().scenario));
}

/** @returns what is wrong with the file, in words */
export async function openDraftFile(store: AppStore, file: File): Promise<string | undefined> {
  // In bytes, of which a character has up to four.
  if (file.size > 4 * LESSON_LIMITS.fileLength)
    return 'This file is no lesson. It is larger than any lesson.';
  const read = readDocument('HPAPlaygroundLesson', await file.text());
  if (!read.ok) return `This file is no lesson. ${read.message}`;
  write(store, draftOf(read.value));
  return undefined;
}

/** Opens what a draft has become as learners will see it; it stays a draft. */
export function tryLesson(store: AppStore, lesson: Lesson): void {
  openSheet(store, { ...lessonSheet(lesson), id: TRIED });
}
