import { expect, it } from 'vitest';
import { newScenario } from '../../core/index.ts';
import { draftedLesson, type LessonDraft, newDraft } from '../../core/lesson/draft.ts';
import { inWords } from './places.ts';

const start = newScenario('kind: HorizontalPodAutoscaler\n');
const draft: LessonDraft = { ...newDraft(start), title: 'One', chapter: 'first-steps' };

function lackOf(part: Partial<LessonDraft>): string {
  const lesson = draftedLesson({ ...draft, ...part });
  return lesson.ok ? '' : inWords(lesson.message);
}

it.each<[Partial<LessonDraft>, string]>([
  [{ goal: [{ expectation: 'max replicas <= x', text: '' }] }, 'Statement 1 cannot be read at character 17'],
  [{ hints: ['one', ''] }, 'Hint 2 must not be empty.'],
  [{ sources: [{ title: '', url: 'https://kubernetes.io' }] }, 'Source 1 must not be empty.'],
  [{ sources: [{ title: 'Docs', url: 'here' }] }, 'Address of source 1 must be an https address.'],
  [{ moment: 'soon' }, 'The moment that decides cannot be read'],
  [{ title: '' }, 'The title is missing.'],
])('what a draft lacks is said by the names of its fields: %o', (part, said) => {
  expect(lackOf(part)).toContain(said);
});
