/** What is taught with at the door, as it is written: expectations as texts, scenarios in short. */
import * as v from 'valibot';
import { flag, text } from '../scenario/schemaParts.ts';
import { LESSON_LIMITS as LIMITS } from './limits.ts';
import {
  chapter,
  expectation,
  goals,
  id,
  line,
  list,
  locks,
  markdown,
  measure,
  moment,
  scenario,
  title,
} from './schemaParts.ts';
import { LESSON_VERSION, WORKSHOP_VERSION } from './types.ts';

const prediction = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('choose'),
      question: line,
      options: v.pipe(
        v.array(v.strictObject({ label: title, when: expectation }), 'must be a list'),
        v.minLength(2, 'must have at least two entries'),
        v.maxLength(LIMITS.options, `must have at most ${LIMITS.options} entries`),
      ),
    }),
    v.strictObject({ kind: v.literal('number'), question: line, measure }),
    v.strictObject({ kind: v.literal('draw'), question: line }),
  ],
  'must be choose, number or draw',
);

const url = v.pipe(text(LIMITS.lineLength), v.regex(/^https:\/\/[^\s<>"']+$/, 'must be an https address'));

/** A change of the scenario before it; `scenarioPart.ts` reads it. */
const change = v.record(v.string(), v.unknown(), 'must say what differs');

export const lesson = v.strictObject({
  version: v.literal(LESSON_VERSION, `must be ${LESSON_VERSION}`),
  id,
  chapter,
  title,
  text: markdown,
  reveal: v.optional(markdown, ''),
  start: scenario,
  locked: locks,
  prediction: v.exactOptional(prediction),
  goal: goals,
  hints: list(line, LIMITS.hints),
  solution: v.exactOptional(change),
  moment: v.exactOptional(moment),
  variants: list(v.strictObject({ id, title, change }), LIMITS.variants),
  sources: list(v.strictObject({ title, url }), LIMITS.sources),
  beliefs: list(v.strictObject({ said: line, so: line }), LIMITS.beliefs),
  given: list(v.strictObject({ figure: title, because: line }), LIMITS.given),
});

const note = v.exactOptional(markdown);

const step = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('course'), lesson: id, note }),
    v.strictObject({ kind: v.literal('lesson'), lesson: v.unknown(), note }),
    v.strictObject({ kind: v.literal('scenario'), title, text: markdown, scenario, note }),
  ],
  'must be course, lesson or scenario',
);

export const workshop = v.strictObject({
  version: v.literal(WORKSHOP_VERSION, `must be ${WORKSHOP_VERSION}`),
  title,
  text: v.optional(markdown, ''),
  notes: note,
  hasSolutions: v.optional(flag, true),
  steps: v.pipe(
    v.array(step, 'must be a list of steps'),
    v.minLength(1, 'must have at least one step'),
    v.maxLength(LIMITS.steps, `must have at most ${LIMITS.steps} steps`),
  ),
});

const shows = list(expectation, LIMITS.goals);

const question = v.strictObject({
  ask: line,
  look: line,
  cause: v.strictObject({
    id,
    title,
    text: markdown,
    scenario,
    shows,
    moment: v.exactOptional(moment),
    cure: v.exactOptional(v.strictObject({ change, shows })),
  }),
});

export const playbookEntry = v.strictObject({
  id,
  symptom: title,
  questions: list(question, LIMITS.entries),
});

export const pattern = v.strictObject({
  id,
  title,
  text: markdown,
  scenario,
  fallback: change,
  figures: list(v.strictObject({ title, measure }), LIMITS.goals),
  shows,
});

export const contest = v.strictObject({
  id,
  title,
  text: markdown,
  start: scenario,
  locked: locks,
  rules: goals,
  score: list(
    v.strictObject({ measure, weight: v.pipe(v.number('must be a number'), v.finite()) }),
    LIMITS.goals,
  ),
  best: change,
});
