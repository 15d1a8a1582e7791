/** Whatever is taught with, in the one form that is laid over a scenario: its texts, its start, what is asked and aimed at. */
import type { Measure, RunSpan } from '../expectations/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { runsNamedIn, type TextRuns } from './placeholders.ts';
import type { Contest, Lesson, Pattern, PlaybookCause, WorkshopStep } from './types.ts';

/** A figure that is shown for several runs beside each other. */
export interface SheetFigure {
  readonly title: string;
  readonly measure: Measure;
  readonly span?: RunSpan;
}

export interface TaughtSheet extends Omit<Lesson, 'version' | 'chapter' | 'given'> {
  readonly kind: 'lesson' | 'cause' | 'pattern' | 'contest' | 'scenario';
  /** by which its texts name their runs */
  readonly runs: Readonly<Record<string, Scenario>>;
  /** shown for each of `columns` */
  readonly figures: readonly SheetFigure[];
  readonly columns: readonly { readonly run: string; readonly title: string }[];
  readonly contest?: Pick<Contest, 'score' | 'rules' | 'best'>;
}

const NOTHING = {
  reveal: '',
  locked: [],
  goal: [],
  hints: [],
  variants: [],
  sources: [],
  beliefs: [],
  figures: [],
  columns: [],
} as const;

export function lessonSheet(lesson: Lesson): TaughtSheet {
  const { version: _, chapter: __, given: ___, ...shown } = lesson;
  const { start, solution, variants } = lesson;
  const others = Object.fromEntries(variants.map(({ id, scenario }) => [id, scenario]));
  const runs = { run: start, ...(solution === undefined ? {} : { solution }), ...others };
  return { ...NOTHING, ...shown, kind: 'lesson', runs };
}

/** The cure stands where a lesson has its solution. @rule LS9 */
export function causeSheet({ id, title, text, scenario, moment, cure }: PlaybookCause): TaughtSheet {
  return {
    ...NOTHING,
    kind: 'cause',
    id,
    title,
    text,
    start: scenario,
    ...(cure === undefined ? {} : { solution: cure.scenario }),
    ...(moment === undefined ? {} : { moment }),
    runs: { run: scenario, ...(cure === undefined ? {} : { cured: cure.scenario }) },
  };
}

/** @rule LS10 */
export function patternSheet({ id, title, text, scenario, fallback, figures }: Pattern): TaughtSheet {
  return {
    ...NOTHING,
    kind: 'pattern',
    id,
    title,
    text,
    start: scenario,
    variants: [{ id: 'default', title: 'The same with the defaults', scenario: fallback }],
    runs: { pattern: scenario, default: fallback },
    figures,
    columns: [
      { run: 'pattern', title: 'Pattern' },
      { run: 'default', title: 'Defaults' },
    ],
  };
}

/** @rule LS11 */
export function contestSheet({ id, title, text, start, locked, rules, score, best }: Contest): TaughtSheet {
  const runs = { run: start, best };
  return {
    ...NOTHING,
    kind: 'contest',
    id,
    title,
    text,
    start,
    locked,
    goal: rules,
    runs,
    contest: { score, rules, best },
  };
}

/** The runs that its texts, figures and prediction speak of. */
export function runsNeeded({
  text,
  reveal,
  runs,
  columns,
  prediction,
  contest,
}: TaughtSheet): readonly string[] {
  const named = new Set([
    ...runsNamedIn(text),
    ...runsNamedIn(reveal),
    ...columns.map(({ run }) => run),
    ...(prediction === undefined ? [] : ['run']),
    ...(contest === undefined ? [] : ['best']),
  ]);
  return Object.keys(runs).filter((name) => named.has(name));
}

/** What `resolveText` is given, of the runs that are there by now. */
export function sheetRuns({ moment }: TaughtSheet, runs: TextRuns['runs']): TextRuns {
  return moment === undefined ? { runs } : { runs, moment };
}

/** A scenario of a workshop with a few words over it. */
export function scenarioSheet({
  title,
  text,
  scenario,
}: Pick<Extract<WorkshopStep, { kind: 'scenario' }>, 'title' | 'text' | 'scenario'>): TaughtSheet {
  return {
    ...NOTHING,
    kind: 'scenario',
    id: 'scenario',
    title,
    text,
    start: scenario,
    runs: { run: scenario },
  };
}
