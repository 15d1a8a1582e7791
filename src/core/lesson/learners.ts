/** What learners get of a workshop. */
import type { Lesson, Workshop, WorkshopStep } from './types.ts';

function lessonWithoutSolution({ solution: _, ...lesson }: Lesson): Lesson {
  return lesson;
}

function stepForLearners({ note: _, ...step }: WorkshopStep): WorkshopStep {
  return step.kind === 'lesson' ? { ...step, lesson: lessonWithoutSolution(step.lesson) } : step;
}

/**
 * A workshop without the solutions of its own lessons, and without the author's notes. Those of the course's lessons
 * are in the course; whoever shows the workshop is told not to offer them.
 *
 * @rule LS7
 */
export function withoutSolutions({ notes: _, ...workshop }: Workshop): Workshop {
  return { ...workshop, hasSolutions: false, steps: workshop.steps.map(stepForLearners) };
}
