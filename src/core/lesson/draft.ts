/** A lesson while it is written: everything as it is typed, and parts that are not there yet. */
import * as v from 'valibot';
import { printExpectation, printMoment } from '../expectations/print.ts';
import { text } from '../scenario/schemaParts.ts';
import type { Scenario } from '../scenario/types.ts';
import { type Document, parseLesson } from './document.ts';
import { LESSON_LIMITS as LIMITS } from './limits.ts';
import { lockText } from './locks.ts';
import { scenarioChange, shortScenario } from './scenarioPart.ts';
import { list, scenario } from './schemaParts.ts';
import { LESSON_VERSION, type Lesson } from './types.ts';
import { type Written, writtenLesson } from './written.ts';

export interface DraftGoal {
  /** as it is typed; it may not be readable yet */
  readonly expectation: string;
  /** in words; empty: the expectation’s own text */
  readonly text: string;
}

export interface LessonDraft {
  readonly title: string;
  /** empty: made of the title */
  readonly id: string;
  readonly chapter: string;
  readonly text: string;
  readonly reveal: string;
  readonly start?: Scenario;
  readonly solution?: Scenario;
  /** as `readLock` reads them */
  readonly locked: readonly string[];
  readonly goal: readonly DraftGoal[];
  /** as `parseMoment` reads it; empty: none */
  readonly moment: string;
  readonly hints: readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** what a file brought that is not written here, as it stands in files: prediction, variants, beliefs, given */
  readonly rest: Written;
}

/** A draft with nothing in it but where it starts. */
export function newDraft(start: Scenario): LessonDraft {
  return {
    title: '',
    id: '',
    chapter: '',
    text: '',
    reveal: '',
    start,
    locked: [],
    goal: [],
    moment: '',
    hints: [],
    sources: [],
    rest: {},
  };
}

/** A lesson to be written further. @rule LS12 */
export function draftOf(lesson: Lesson): LessonDraft {
  const { prediction, variants, beliefs, given } = writtenLesson(lesson);
  const { title, id, chapter, text: before, reveal, start, solution, moment } = lesson;
  return {
    title,
    id,
    chapter,
    text: before,
    reveal,
    start,
    ...(solution === undefined ? {} : { solution }),
    locked: lesson.locked.map(lockText),
    goal: lesson.goal.map((goal) => ({
      expectation: printExpectation(goal.expectation),
      text: goal.text ?? '',
    })),
    moment: moment === undefined ? '' : printMoment(moment),
    hints: lesson.hints,
    sources: lesson.sources,
    rest: present({ prediction, variants, beliefs, given }),
  };
}

function present(fields: Written): Written {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** `The first climb!` as `the-first-climb`; empty where no letter or digit is in it. */
export function idOf(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const id = plain.replace(/[^a-z0-9]+/g, '-').slice(0, LIMITS.idLength);
  return id.replace(/^-+|-+$/g, '');
}

/**
 * The lesson that a draft has become, or the first thing that it lacks.
 *
 * @rule LS12
 */
export function draftedLesson(draft: LessonDraft): Document<Lesson> {
  const { start, solution, moment } = draft;
  if (start === undefined) return { ok: false, message: 'The start is missing: take a scenario for it.' };
  if (draft.title.trim() === '') return { ok: false, message: 'The title is missing.' };
  if (draft.chapter.trim() === '') return { ok: false, message: 'The chapter is missing.' };
  const id = draft.id === '' ? idOf(draft.title) : draft.id;
  if (id === '')
    return { ok: false, message: 'The title needs a letter or a digit: the file is named by it.' };
  return parseLesson({
    ...draft.rest,
    version: LESSON_VERSION,
    id,
    chapter: draft.chapter,
    title: draft.title,
    text: draft.text,
    reveal: draft.reveal,
    start: shortScenario(start),
    locked: draft.locked,
    goal: draft.goal.map((goal) => (goal.text === '' ? { expectation: goal.expectation } : { ...goal })),
    hints: draft.hints,
    ...(solution === undefined ? {} : { solution: scenarioChange(start, solution) }),
    ...(moment === '' ? {} : { moment }),
    sources: draft.sources,
  });
}

const line = text(LIMITS.lineLength);
const schema = v.strictObject({
  title: text(LIMITS.titleLength),
  id: text(LIMITS.idLength),
  chapter: line,
  text: text(LIMITS.textLength),
  reveal: text(LIMITS.textLength),
  start: v.exactOptional(scenario),
  solution: v.exactOptional(scenario),
  locked: list(line, LIMITS.locks),
  goal: list(v.strictObject({ expectation: line, text: line }), LIMITS.goals),
  moment: line,
  hints: list(line, LIMITS.hints),
  sources: list(v.strictObject({ title: text(LIMITS.titleLength), url: line }), LIMITS.sources),
  rest: v.record(v.string(), v.unknown()),
});

/** As `readDraft` reads it. */
export function draftText({ start, solution, ...draft }: LessonDraft): string {
  return JSON.stringify({
    ...draft,
    ...(start === undefined ? {} : { start: shortScenario(start) }),
    ...(solution === undefined ? {} : { solution: shortScenario(solution) }),
  });
}

/** A draft that was kept; undefined for anything else. @rule LS12 */
export function readDraft(kept: string): LessonDraft | undefined {
  if (kept.length > LIMITS.fileLength) return undefined;
  try {
    const read = v.safeParse(schema, JSON.parse(kept), { abortEarly: true });
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
