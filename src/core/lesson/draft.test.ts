import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newScenario } from '../scenario/newScenario.ts';
import { draftedLesson, draftOf, draftText, idOf, type LessonDraft, newDraft, readDraft } from './draft.ts';
import { LESSON_LIMITS } from './limits.ts';
import { anyLesson } from './testing/anyLesson.ts';

const start = newScenario('kind: HorizontalPodAutoscaler\n');
const draft: LessonDraft = { ...newDraft(start), title: 'Look here', chapter: 'first-steps' };

function messageOf(part: Partial<LessonDraft>): string {
  const read = draftedLesson({ ...draft, ...part });
  return read.ok ? '' : read.message;
}

describe('[LS12] drafts', () => {
  it('lose nothing of a lesson, kept or not', () => {
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        const made = draftOf(lesson);
        expect(draftedLesson(made)).toEqual({ ok: true, value: lesson });
        expect(readDraft(draftText(made))).toEqual(made);
      }),
      { numRuns: 60 },
    );
  });

  it('become a lesson with a title and a chapter', () => {
    const read = draftedLesson(draft);
    expect(read.ok && read.value).toMatchObject({ id: 'look-here', title: 'Look here', start, goal: [] });
    expect(draftedLesson({ ...draft, id: 'kept' })).toMatchObject({ value: { id: 'kept' } });
  });

  it.each<[Partial<LessonDraft>, string]>([
    [{ title: ' ' }, 'The title is missing.'],
    [{ chapter: '' }, 'The chapter is missing.'],
    [{ title: '中文' }, 'needs a letter or a digit'],
    [
      { goal: [{ expectation: 'max replicas', text: '' }] },
      'goal[0].expectation cannot be read at character 13',
    ],
    [{ moment: 'first nothing' }, 'moment cannot be read'],
    [{ locked: ['everything'] }, 'locked[0] must be a part such as load'],
    [{ hints: [''] }, 'hints[0] must not be empty'],
    [{ sources: [{ title: 'Docs', url: 'http://example.org' }] }, 'sources[0].url must be an https address'],
  ])('say what they lack: %o', (part, message) => {
    expect(messageOf(part)).toContain(message);
  });

  it('say that the start is missing', () => {
    const { start: _, ...without } = draft;
    const read = draftedLesson(without);
    expect(!read.ok && read.message).toContain('The start is missing');
    expect(readDraft(draftText(without))).toEqual(without);
  });

  it('are not read from anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readDraft(text)).toBe(undefined);
      }),
    );
    expect(readDraft(draftText({ ...draft, title: 'x'.repeat(LESSON_LIMITS.titleLength + 1) }))).toBe(
      undefined,
    );
    expect(readDraft(draftText(draft).replace('"locked":[]', '"locked":"load"'))).toBe(undefined);
  });

  it('name their file by the title', () => {
    expect(idOf('The first climb!')).toBe('the-first-climb');
    expect(idOf('  Über 80 % – wann? ')).toBe('uber-80-wann');
    expect(idOf('…')).toBe('');
  });
});
