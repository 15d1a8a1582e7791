/** Documents as they are written: the form that the door reads. */
import { printExpectation, printMeasure, printMoment } from '../expectations/print.ts';
import { lockText } from './locks.ts';
import { scenarioChange, shortScenario } from './scenarioPart.ts';
import type { Goal, Lesson, Prediction, Workshop, WorkshopStep } from './types.ts';

export type Written = Readonly<Record<string, unknown>>;

/** Without what is undefined or an empty list. */
function tidy(value: Written): Written {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, field]) => field !== undefined && !(Array.isArray(field) && field.length === 0),
    ),
  );
}

function writtenPrediction(prediction: Prediction): Written {
  const { kind, question } = prediction;
  switch (prediction.kind) {
    case 'choose':
      return {
        kind,
        question,
        options: prediction.options.map(({ label, when }) => ({ label, when: printExpectation(when) })),
      };
    case 'number':
      return { kind, question, measure: printMeasure(prediction.measure, prediction.span) };
    case 'draw':
      return { kind, question };
  }
}

function writtenGoal({ expectation, text }: Goal): Written {
  return tidy({ expectation: printExpectation(expectation), text });
}

/** @rule LS5 */
export function writtenLesson(lesson: Lesson): Written {
  const { version, id, chapter, title, text, reveal, start, prediction, solution, moment } = lesson;
  return tidy({
    version,
    id,
    chapter,
    title,
    text,
    reveal,
    start: shortScenario(start),
    locked: lesson.locked.map(lockText),
    prediction: prediction && writtenPrediction(prediction),
    goal: lesson.goal.map(writtenGoal),
    hints: lesson.hints,
    solution: solution && scenarioChange(start, solution),
    moment: moment && printMoment(moment),
    variants: lesson.variants.map(({ id: name, title: of, scenario }) => ({
      id: name,
      title: of,
      change: scenarioChange(start, scenario),
    })),
    sources: lesson.sources,
    beliefs: lesson.beliefs,
    given: lesson.given,
  });
}

function writtenStep(step: WorkshopStep): Written {
  switch (step.kind) {
    case 'course':
      return tidy({ ...step });
    case 'lesson':
      return tidy({ ...step, lesson: writtenLesson(step.lesson) });
    case 'scenario':
      return tidy({ ...step, scenario: shortScenario(step.scenario) });
  }
}

/** @rule LS5 LS7 */
export function writtenWorkshop({ steps, ...workshop }: Workshop): Written {
  return tidy({ ...workshop, steps: steps.map(writtenStep) });
}
