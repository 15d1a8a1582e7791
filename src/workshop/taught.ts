/** What lies over the page as text, for this tab's next opening: whole where it was brought, by its name where the page has it. */
import type { TaughtSheet, Workshop, WorkshopStep } from '../core/index.ts';
import { readDocument, workshopFile } from '../core/lesson/files.ts';
import { causeSheet, contestSheet, patternSheet } from '../core/lesson/sheet.ts';
import { loadContests, loadPatterns, loadPlaybook } from '../lessons/courseIndex.ts';
import { sheetOf } from './hold.ts';

export interface KeptSheet {
  readonly kind: TaughtSheet['kind'];
  readonly id: string;
  /** of lessons and scenarios: the file of a workshop with this one step */
  readonly file?: string | undefined;
}

export function keptSheet(sheet: TaughtSheet): KeptSheet {
  const { kind, id } = sheet;
  const step = stepOf(sheet);
  if (step === undefined) return { kind, id };
  return { kind, id, file: workshopFile({ ...ALONE, steps: [step] }) };
}

const ALONE: Omit<Workshop, 'steps'> = { version: 1, title: 'Kept', text: '', hasSolutions: true };

function stepOf(sheet: TaughtSheet): WorkshopStep | undefined {
  const { kind, title, text, start } = sheet;
  if (kind === 'scenario') return { kind, title, text, scenario: start };
  if (kind !== 'lesson') return undefined;
  const { kind: _, runs: _runs, figures: _figures, columns: _columns, contest: _contest, ...lesson } = sheet;
  // A sheet no longer says of which chapter it is, and nothing that is shown asks for it.
  return { kind, lesson: { ...lesson, version: 1, chapter: 'kept', given: [] } };
}

/** By the documents' own door; undefined: it is none, or the page no longer has it. */
export async function sheetAgain({ kind, id, file }: KeptSheet): Promise<TaughtSheet | undefined> {
  const named = (one: { readonly id: string }): boolean => one.id === id;
  switch (kind) {
    case 'lesson':
    case 'scenario': {
      const read = file === undefined ? undefined : readDocument('HPAPlaygroundWorkshop', file);
      const step = read?.ok ? read.value.steps[0] : undefined;
      return step === undefined || step.kind === 'course' ? undefined : sheetOf(step);
    }
    case 'cause': {
      const causes = (await loadPlaybook()).flatMap(({ questions }) => questions.map(({ cause }) => cause));
      const cause = causes.find(named);
      return cause && causeSheet(cause);
    }
    case 'pattern': {
      const pattern = (await loadPatterns()).find(named);
      return pattern && patternSheet(pattern);
    }
    case 'contest': {
      const contest = (await loadContests()).find(named);
      return contest && contestSheet(contest);
    }
  }
}
