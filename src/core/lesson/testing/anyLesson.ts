/** Lessons for property tests. */
import fc from 'fast-check';
import { anyExpectation, anyMeasure, anyMoment } from '../../expectations/testing/anyExpectation.ts';
import { anyScenario } from '../../scenario/testing/anyScenario.ts';
import type { Lesson } from '../types.ts';

const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 6
`;

const line = fc.string({ minLength: 1, maxLength: 40 });

/** Lessons of every kind that pass the door. */
export const anyLesson: fc.Arbitrary<Lesson> = fc
  .record({
    start: anyScenario(HPA),
    solution: fc.option(anyScenario(HPA), { nil: undefined }),
    variant: anyScenario(HPA),
    text: fc.string({ maxLength: 200 }),
    goal: fc.array(
      fc.record({ expectation: anyExpectation, text: line }, { requiredKeys: ['expectation'] }),
      { maxLength: 3 },
    ),
    options: fc.array(fc.record({ label: line, when: anyExpectation }), { minLength: 2, maxLength: 3 }),
    measure: anyMeasure,
    kind: fc.constantFrom('choose' as const, 'number' as const, 'draw' as const),
    question: line,
    moment: anyMoment,
    hints: fc.array(line, { maxLength: 3 }),
  })
  .map(({ solution, variant, options, measure, kind, question, moment, ...rest }) => ({
    version: 1,
    id: 'a-1',
    chapter: 'one',
    title: 'A title',
    reveal: 'seen',
    locked: [{ part: 'load' }, { part: 'field', path: ['spec', 'maxReplicas'] }],
    ...rest,
    ...(solution === undefined ? {} : { solution }),
    prediction:
      kind === 'choose'
        ? { kind, question, options }
        : kind === 'number'
          ? { kind, question, measure }
          : { kind, question },
    moment,
    variants: [{ id: 'old', title: 'As before', scenario: variant }],
    sources: [{ title: 'Docs', url: 'https://kubernetes.io/docs/' }],
    beliefs: [{ said: 'a', so: 'b' }],
    given: [],
  }));
