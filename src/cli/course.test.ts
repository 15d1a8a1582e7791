/** Every lesson is replayed: the start does not meet its goal, the solution does, and every figure comes from a run. */
import { describe, expect, it } from 'vitest';
import { judge } from '../core/expectations/judge.ts';
import { findMoment } from '../core/expectations/moments.ts';
import { lessonFile, readDocument } from '../core/lesson/files.ts';
import { brokenLocks } from '../core/lesson/locks.ts';
import { resolveText, runsNamedIn, type TextRuns } from '../core/lesson/placeholders.ts';
import { outcomeOf } from '../core/lesson/predictions.ts';
import type { Lesson } from '../core/lesson/types.ts';
import type { Trace } from '../core/trace/types.ts';
import { readLessons, textRunsOf } from './course.ts';
import { numberOf, unexplainedFigures } from './testing/figures.ts';

const LESSONS = readLessons();

/** Everything of a lesson that somebody reads. */
function textsOf({ text, reveal, hints, beliefs, title, prediction, goal }: Lesson): readonly string[] {
  const asked = prediction === undefined ? [] : [prediction.question];
  const options = prediction?.kind === 'choose' ? prediction.options.map(({ label }) => label) : [];
  return [
    title,
    text,
    reveal,
    ...hints,
    ...beliefs.flatMap(({ said, so }) => [said, so]),
    ...asked,
    ...options,
    ...goal.flatMap(({ text: words }) => words ?? []),
  ];
}

describe('the course', () => {
  it('has at least 24 lessons, in chapters of the order of their folders', () => {
    expect(LESSONS.length).toBeGreaterThanOrEqual(24);
    for (const { path, content } of LESSONS) {
      expect(path).toBe(`lessons/${path.split('/')[1]}/${path.split('/')[2]}`);
      expect(path.split('/')[1]).toMatch(new RegExp(`^\\d\\d-${content.chapter}$`));
      expect(path.split('/')[2]).toMatch(new RegExp(`^\\d\\d-${content.id}\\.yaml$`));
    }
    expect(new Set(LESSONS.map(({ content }) => content.id)).size).toBe(LESSONS.length);
  });
});

describe.each(LESSONS.map(({ path, content }) => [content.id, path, content] as const))(
  '%s',
  (_, path, lesson) => {
    const runs: TextRuns = textRunsOf(lesson);
    const { run, solution } = runs.runs as { readonly run: Trace; readonly solution?: Trace };

    it('does not meet its goal at the start, and does with the solution', () => {
      expect(lesson.goal.length).toBeGreaterThan(0);
      const atStart = lesson.goal.map(({ expectation }) => judge(expectation, run).isMet);
      expect(atStart).toContain(false);
      if (solution === undefined) throw new Error('there is no solution');
      for (const { expectation } of lesson.goal) {
        const { isMet, sentence } = judge(expectation, solution);
        expect(isMet, sentence).toBe(true);
      }
    });

    it('solves it without touching what is locked', () => {
      expect(brokenLocks(lesson.locked, lesson.start, lesson.solution ?? lesson.start)).toEqual([]);
      expect(brokenLocks(lesson.locked, lesson.start, lesson.start)).toEqual([]);
    });

    it('takes every figure of its texts from a run', () => {
      for (const text of textsOf(lesson)) expect(resolveText(text, runs).problems).toEqual([]);
      const named = new Set(textsOf(lesson).flatMap((text) => [...runsNamedIn(text)]));
      for (const { id } of lesson.variants)
        expect(named.has(id), `the variant ${id} is not spoken of`).toBe(true);
    });

    it('writes by hand only what the scenario says, or what is given with its reason', () => {
      const scenarios = [
        lesson.start,
        lesson.solution ?? lesson.start,
        ...lesson.variants.map(({ scenario }) => scenario),
      ];
      const unknown = unexplainedFigures(
        textsOf(lesson),
        scenarios,
        lesson.given.map(({ figure }) => figure),
      ).filter((figure) => !isInstant(figure, lesson));
      expect(unknown).toEqual([]);
    });

    it('has one right answer to its prediction, and the moment that decides', () => {
      const { prediction, moment } = lesson;
      if (prediction !== undefined) {
        const outcome = outcomeOf(prediction, run);
        if (outcome.kind === 'choose') expect(outcome.option).toBeTypeOf('number');
        if (outcome.kind === 'number') expect(Number.isFinite(outcome.value)).toBe(true);
      }
      expect(moment && findMoment(moment, run)).toBeDefined();
    });

    it('is short, and read again as it is written', () => {
      const words = `${lesson.text} ${lesson.reveal}`.split(/\s+/).length;
      expect(words).toBeLessThanOrEqual(190);
      expect(lesson.hints.length).toBeGreaterThan(0);
      expect(readDocument('HPAPlaygroundLesson', lessonFile(lesson))).toEqual({ ok: true, value: lesson });
      expect(path).toContain(lesson.id);
    });
  },
);

/** An instant that a goal or a question of the lesson is about is not a figure of the run. */
function isInstant(figure: string, { goal, prediction }: Lesson): boolean {
  const seconds = Number(numberOf(figure));
  const said = JSON.stringify([goal.map(({ expectation }) => expectation), prediction]);
  const numbers: readonly string[] = said.match(/\d+(\.\d+)?/g) ?? [];
  return numbers.includes(String(seconds));
}
