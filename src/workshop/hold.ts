/** A workshop that is held on this page: its steps one after another, and where it stands after a reload. */
import type { TaughtSheet, Workshop, WorkshopStep } from '../core/index.ts';
import { readDocument, workshopFile } from '../core/lesson/files.ts';
import { lessonSheet, scenarioSheet } from '../core/lesson/sheet.ts';
import { COURSE } from '../lessons/courseIndex.ts';
import { openSheet } from '../lessons/openSheet.ts';
import type { AppStore } from '../store/appStore.ts';
import { browserStorage } from '../store/storage.ts';

const KEY = 'workshop';
const storage = browserStorage(() => window.localStorage);

/** The one that is written or was opened last, kept in this browser. */
export function keptWorkshop(): Workshop | undefined {
  const text = storage.read(KEY);
  const read = text === undefined ? undefined : readDocument('HPAPlaygroundWorkshop', text);
  return read?.ok ? read.value : undefined;
}

/** @returns false: it did not fit */
export function keepWorkshop(workshop: Workshop): boolean {
  return storage.write(KEY, workshopFile(workshop));
}

export function stepTitle(step: WorkshopStep): string {
  if (step.kind === 'scenario') return step.title;
  if (step.kind === 'lesson') return step.lesson.title;
  return COURSE.find(({ id }) => id === step.lesson)?.title ?? `Unknown lesson ${step.lesson}`;
}

export async function sheetOf(step: WorkshopStep): Promise<TaughtSheet> {
  if (step.kind === 'scenario') return scenarioSheet(step);
  if (step.kind === 'lesson') return lessonSheet(step.lesson);
  const lesson = COURSE.find(({ id }) => id === step.lesson);
  if (lesson === undefined) throw new Error(`there is no lesson ${step.lesson}`);
  return lessonSheet(await lesson.open());
}

export async function goToStep(store: AppStore, at: number): Promise<void> {
  const { held, changeHeld, notify } = store.getState();
  const step = held?.workshop.steps[at];
  if (step === undefined) return;
  try {
    const sheet = await sheetOf(step);
    changeHeld({ at });
    openSheet(store, sheet);
  } catch {
    notify(
      'warning',
      `“${stepTitle(step)}” could not be opened. It may be of a newer course than this page.`,
    );
  }
}

export function hold(store: AppStore, workshop: Workshop, role: 'presenter' | 'learner'): void {
  const { holdWorkshop, setPresentation, showOverlay } = store.getState();
  const hidesSolutions = role === 'presenter' || !workshop.hasSolutions;
  holdWorkshop({ workshop, at: 0, role, hidesSolutions, spotlight: 'all' });
  if (role === 'presenter') setPresentation(true);
  showOverlay(undefined);
  void goToStep(store, 0);
}

/** What a link of the kind `#w.…` opens. */
export async function openWorkshopLink(store: AppStore, fragment: string): Promise<void> {
  const { decodeWorkshop } = await import('../share/workshops.ts');
  const opened = await decodeWorkshop(fragment);
  if (!opened.ok) {
    store.getState().notify('warning', `This workshop could not be opened. ${opened.message}`);
    return;
  }
  hold(store, opened.workshop, 'learner');
}
