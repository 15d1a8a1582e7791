import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpectation, parseMeasure, parseMoment } from '../expectations/parse.ts';
import type { Parsed } from '../expectations/types.ts';
import { newScenario } from '../scenario/newScenario.ts';
import { anyScenario } from '../scenario/testing/anyScenario.ts';
import { parseLesson, parseWorkshop } from './document.ts';
import { kindOf, lessonFile, readDocument, workshopFile } from './files.ts';
import { withoutSolutions } from './learners.ts';
import { LESSON_LIMITS } from './limits.ts';
import { brokenLocks, lockText, readLock } from './locks.ts';
import { changedScenario, scenarioChange } from './scenarioPart.ts';
import { anyLesson } from './testing/anyLesson.ts';
import type { Lesson, Workshop } from './types.ts';
import { writtenLesson } from './written.ts';

const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 6
`;

const start = newScenario(HPA);

function value<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.value;
}

const LESSON: Lesson = {
  version: 1,
  id: 'a-1',
  chapter: 'one',
  title: 'A title',
  text: 'Look',
  reveal: '',
  start,
  locked: [],
  goal: [{ expectation: value(parseExpectation('max replicas <= 4')) }],
  hints: [],
  solution: { ...start, manifest: HPA.replace('6', '4') },
  moment: value(parseMoment('first change')),
  variants: [],
  sources: [],
  beliefs: [],
  given: [],
};

describe('[LS5] files', () => {
  it('read again what they say of a lesson', () => {
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        const text = lessonFile(lesson);
        expect(kindOf(text)).toBe('HPAPlaygroundLesson');
        expect(readDocument('HPAPlaygroundLesson', text)).toEqual({ ok: true, value: lesson });
      }),
      { numRuns: 60 },
    );
  });
  it('read again what they say of a workshop', () => {
    const workshop: Workshop = {
      version: 1,
      title: 'Tuesday',
      text: 'Welcome',
      notes: 'Be early',
      hasSolutions: true,
      steps: [
        { kind: 'course', lesson: 'first-climb', note: 'slowly' },
        { kind: 'lesson', lesson: LESSON },
        { kind: 'scenario', title: 'Look', text: '', scenario: start },
      ],
    };
    expect(readDocument('HPAPlaygroundWorkshop', workshopFile(workshop))).toEqual({
      ok: true,
      value: workshop,
    });
  });
  it.each(['', '- a', 'kind: HPAPlaygroundScenario', 'a: [', '{"kind": "HPAPlaygroundLesson"}'])(
    'refuse %j with a message',
    (text) => {
      expect(readDocument('HPAPlaygroundLesson', text)).toMatchObject({
        ok: false,
        message: expect.stringMatching(/\.$/),
      });
    },
  );
});

describe('[LS1] the door', () => {
  const written = writtenLesson(LESSON);
  it.each<[string, object, string]>([
    ['an unknown field', { more: 1 }, 'more is not a field'],
    ['a missing field', { title: undefined }, 'title'],
    [
      'an address that runs a program',
      { sources: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'sources[0].url must be an https address',
    ],
    [
      'a goal that cannot be read',
      { goal: [{ expectation: 'max replicas <= soon' }] },
      'goal[0].expectation cannot be read at character 17',
    ],
    [
      'a scenario that is none',
      { start: { version: 2, manifest: HPA, durationSeconds: -1 } },
      'start cannot be read: durationSeconds must be at least 1',
    ],
    ['a text that is too long', { text: 'x'.repeat(LESSON_LIMITS.textLength + 1) }, 'text must be at most'],
    ['an id that is no file name', { id: '../up' }, 'id must be small letters'],
    [
      'an edit that fits nowhere',
      { solution: { edits: [{ replace: 'nothing', with: '' }] } },
      'solution cannot be read: “nothing” must be in the manifest exactly once',
    ],
    ['an edit that fits twice', { solution: { edits: [{ replace: 'web', with: '' }] } }, 'exactly once'],
    [
      'one option',
      { prediction: { kind: 'choose', question: 'q', options: [{ label: 'a', when: 'changes == 0' }] } },
      'at least two',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(parseLesson({ ...written, ...change })).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    });
  });
  it('names the step of a workshop', () => {
    const steps = [{ kind: 'lesson', lesson: { ...written, version: 2 } }];
    expect(parseWorkshop({ version: 1, title: 'x', steps })).toMatchObject({
      ok: false,
      message: 'steps[0].lesson: version must be 1.',
    });
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(written)), (anything, field) => {
        for (const input of [anything, { ...written, [field]: anything }]) {
          const { ok } = parseLesson(input);
          expect(typeof ok).toBe('boolean');
          expect(typeof parseWorkshop(input).ok).toBe('boolean');
        }
      }),
    );
  });
  it('does not let a document change what objects are', () => {
    const evil = JSON.parse(
      '{"version": 2, "manifest": "", "__proto__": {"polluted": 1}, "cluster": {"__proto__": {"polluted": 1}}}',
    ) as object;
    parseLesson({ ...written, start: evil });
    expect(({} as { polluted?: number }).polluted).toBe(undefined);
  });
});

describe('[LS3] what differs', () => {
  it('is enough to come to the other scenario', () => {
    fc.assert(
      fc.property(anyScenario(HPA), anyScenario(HPA), (one, other) => {
        expect(changedScenario(one, scenarioChange(one, other))).toEqual({ ok: true, scenario: other });
      }),
      { numRuns: 60 },
    );
  });
});

describe('[LS4] locks', () => {
  const locks = ['load', 'manifest:spec.maxReplicas', 'workload'].map(
    (text) => readLock(text) ?? { part: 'load' as const },
  );
  it.each(['load', 'cluster', 'manifest:spec.behavior.scaleUp'])('reads %s', (text) => {
    const lock = readLock(text);
    expect(lock && lockText(lock)).toBe(text);
  });
  it.each(['', 'loads', 'manifest:', 'manifest:a..b'])('does not read %j', (text) => {
    expect(readLock(text)).toBe(undefined);
  });
  it('hold what was locked, and nothing else', () => {
    const broken = (change: Partial<typeof start>) =>
      brokenLocks(locks, start, { ...start, ...change }).map(lockText);
    expect(broken({})).toEqual([]);
    expect(broken({ manifest: `# mine\n${HPA.replace('minReplicas: 2', 'minReplicas: 3')}` })).toEqual([]);
    expect(broken({ manifest: HPA.replace('6', '7') })).toEqual(['manifest:spec.maxReplicas']);
    expect(broken({ loads: [{ ...(start.loads[0] as (typeof start.loads)[0]), unit: 'x' }] })).toEqual([
      'load',
    ]);
  });
});

describe('[LS7] what learners get', () => {
  it('holds no solution and no note', () => {
    const workshop: Workshop = {
      version: 1,
      title: 'x',
      text: '',
      notes: 'SECRET',
      hasSolutions: true,
      steps: [
        {
          kind: 'lesson',
          lesson: { ...LESSON, solution: { ...start, manifest: '# SECRET' } },
          note: 'SECRET',
        },
        { kind: 'course', lesson: 'first-climb', note: 'SECRET' },
      ],
    };
    const learners = withoutSolutions(workshop);
    expect(learners.hasSolutions).toBe(false);
    expect(JSON.stringify(learners)).not.toContain('SECRET');
    expect(learners.steps).toHaveLength(2);
  });
});

describe('[LS6] measures in texts', () => {
  it('are read by the same grammar', () => {
    expect(parseMeasure('replicas at 10m').ok).toBe(true);
  });
});
