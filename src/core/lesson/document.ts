/** Documents that are taught with, from anything: checked at this door, nothing is repaired silently. */
import * as v from 'valibot';
import type { Scenario } from '../scenario/types.ts';
import { changedScenario } from './scenarioPart.ts';
import * as schema from './schema.ts';
import type { Contest, Lesson, Pattern, PlaybookEntry, Workshop, WorkshopStep } from './types.ts';

export type Document<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Thrown inside of this file alone. */
class Refused extends Error {}

/** `steps[2].lesson.title`, cut where somebody made it long. */
function placeOf(issue: v.BaseIssue<unknown>): string {
  let place = '';
  for (const { key } of issue.path ?? []) {
    place += typeof key === 'number' ? `[${key}]` : `${place === '' ? '' : '.'}${String(key)}`;
  }
  return place.slice(0, 200);
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  const place = placeOf(issue);
  if (place === '') return 'This is not such a document.';
  if (issue.kind !== 'schema' || issue.type !== 'strict_object') return `${place} ${issue.message}.`;
  if (issue.expected === 'never') return `${place} is not a field of this document.`;
  return issue.received === 'undefined' ? `${place} is missing.` : `${place} must be an object.`;
}

function check<const S extends v.GenericSchema>(of: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(of, input, { abortEarly: true });
  if (!result.success) throw new Refused(messageOf(result.issues[0]));
  return result.output;
}

/** @param place of the change, for the message */
function changed(start: Scenario, change: unknown, place: string): Scenario {
  const result = changedScenario(start, change);
  if (!result.ok) throw new Refused(`${place} cannot be read: ${result.message}`);
  return result.scenario;
}

function attempt<T>(read: () => T): Document<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: error.message };
    throw error;
  }
}

function lessonOf(input: unknown): Lesson {
  const { solution, variants, prediction, ...read } = check(schema.lesson, input);
  return {
    ...read,
    ...(prediction === undefined ? {} : { prediction: predictionOf(prediction) }),
    ...(solution === undefined ? {} : { solution: changed(read.start, solution, 'solution') }),
    variants: variants.map(({ change, ...variant }, index) => ({
      ...variant,
      scenario: changed(read.start, change, `variants[${index}].change`),
    })),
  };
}

/** A measure stands beside its span in the document. */
function predictionOf(
  prediction: NonNullable<v.InferOutput<typeof schema.lesson>['prediction']>,
): NonNullable<Lesson['prediction']> {
  return prediction.kind === 'number' ? { ...prediction, ...prediction.measure } : prediction;
}

/**
 * A lesson from anything; the answer shares nothing with the input.
 *
 * @rule LS1
 */
export function parseLesson(input: unknown): Document<Lesson> {
  return attempt(() => lessonOf(input));
}

function stepOf(step: v.InferOutput<typeof schema.workshop>['steps'][number], index: number): WorkshopStep {
  if (step.kind !== 'lesson') return step;
  const read = parseLesson(step.lesson);
  if (!read.ok) throw new Refused(`steps[${index}].lesson: ${read.message}`);
  return { ...step, lesson: read.value };
}

/** @rule LS1 LS7 */
export function parseWorkshop(input: unknown): Document<Workshop> {
  return attempt(() => {
    const read = check(schema.workshop, input);
    return { ...read, steps: read.steps.map(stepOf) };
  });
}

/** @rule LS9 */
export function parsePlaybookEntry(input: unknown): Document<PlaybookEntry> {
  return attempt(() => {
    const { questions, ...entry } = check(schema.playbookEntry, input);
    return {
      ...entry,
      questions: questions.map(({ cause: { cure, ...cause }, ...question }, index) => ({
        ...question,
        cause: {
          ...cause,
          ...(cure === undefined
            ? {}
            : {
                cure: {
                  scenario: changed(cause.scenario, cure.change, `questions[${index}].cause.cure.change`),
                  shows: cure.shows,
                },
              }),
        },
      })),
    };
  });
}

/** @rule LS10 */
export function parsePattern(input: unknown): Document<Pattern> {
  return attempt(() => {
    const { fallback, figures, ...pattern } = check(schema.pattern, input);
    return {
      ...pattern,
      fallback: changed(pattern.scenario, fallback, 'fallback'),
      figures: figures.map(({ title, measure }) => ({ title, ...measure })),
    };
  });
}

/** @rule LS11 */
export function parseContest(input: unknown): Document<Contest> {
  return attempt(() => {
    const { best, score, ...contest } = check(schema.contest, input);
    return {
      ...contest,
      score: score.map(({ measure, weight }) => ({ measure: measure.measure, weight })),
      best: changed(contest.start, best, 'best'),
    };
  });
}
