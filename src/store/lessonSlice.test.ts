import { describe, expect, it } from 'vitest';
import { newScenario } from '../core/index.ts';
import { lessonSheet } from '../core/lesson/sheet.ts';
import type { Lesson } from '../core/lesson/types.ts';
import { createAppStore } from './appStore.ts';
import { isLocked, selectHasLesson, selectIsCovered } from './lessonSlice.ts';

const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  maxReplicas: 6
`;
const own = newScenario(HPA.replace('web', 'mine'));
const start = newScenario(HPA);

const LESSON: Lesson = {
  version: 1,
  id: 'a-lesson',
  chapter: 'one',
  title: 'A lesson',
  text: '',
  reveal: '',
  start,
  locked: [{ part: 'load' }],
  prediction: { kind: 'draw', question: 'How?' },
  goal: [],
  hints: ['one', 'two'],
  variants: [],
  sources: [],
  beliefs: [],
  given: [],
};

function opened(lesson: Lesson = LESSON) {
  const store = createAppStore({ scenario: own, source: { kind: 'own' }, edited: true, earlier: [] });
  store.getState().openSheet(lessonSheet(lesson));
  return store;
}

describe('a lesson', () => {
  it('puts its start on the page, and what was worked on aside', () => {
    const { scenario, earlier, attempt } = opened().getState();
    expect(scenario).toBe(start);
    expect(earlier.map((work) => work.scenario)).toEqual([own]);
    expect(attempt?.sheet.id).toBe('a-lesson');
  });

  it('covers the run until something was said, or waved aside', () => {
    const store = opened();
    expect(selectIsCovered(store.getState())).toBe(true);
    store.getState().reveal({ kind: 'draw', points: [{ atSeconds: 0, value: 3 }] });
    expect(selectIsCovered(store.getState())).toBe(false);
    expect(store.getState().attempt?.answer?.kind).toBe('draw');
  });

  it('covers nothing where nothing is asked', () => {
    const { prediction: _, ...without } = LESSON;
    expect(selectIsCovered(opened(without).getState())).toBe(false);
  });

  it('keeps what it locks, whatever tries to change it, and says so', () => {
    const store = opened();
    const other = { ...start.loads[0], unit: 'other' } as (typeof start.loads)[0];
    store.getState().setLoadCurve(other);
    store.getState().setKubernetes('1.30');
    const { scenario, notices } = store.getState();
    expect(scenario.loads).toBe(start.loads);
    expect(scenario.kubernetes).toBe('1.30');
    expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('locked')]);
    expect(isLocked(store.getState(), 'load')).toBe(true);
    expect(isLocked(store.getState(), 'cluster')).toBe(false);
  });

  it('takes a solution that says the same of what is locked', () => {
    const store = opened();
    store.getState().replaceScenario({ ...structuredClone(start), manifest: HPA.replace('6', '9') });
    expect(store.getState().notices).toEqual([]);
    expect(store.getState().scenario.manifest).toContain('maxReplicas: 9');
  });

  it('gives its hints one at a time', () => {
    const store = opened();
    store.getState().nextHint();
    expect(store.getState().attempt?.hints).toBe(1);
  });

  it('goes when something else is opened, and frees what it locked when it is left', () => {
    const store = opened();
    store.getState().openScenario(own, { kind: 'own' });
    expect(store.getState().attempt).toBe(undefined);
    const left = opened();
    left.getState().closeSheet();
    expect(isLocked(left.getState(), 'load')).toBe(false);
    expect(left.getState().scenario).toBe(start);
  });
});

describe('the draft of a lesson', () => {
  it('takes the place of a lesson, and is there again when the one that was tried is left', () => {
    const store = opened();
    expect(selectHasLesson(store.getState())).toBe(true);
    store.getState().author(true);
    expect(store.getState()).toMatchObject({ attempt: undefined, isAuthoring: true });
    store.getState().openSheet(lessonSheet(LESSON));
    store.getState().closeSheet();
    expect(selectHasLesson(store.getState())).toBe(true);
    store.getState().author(false);
    expect(selectHasLesson(store.getState())).toBe(false);
  });
});
