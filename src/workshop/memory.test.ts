import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newScenario, type Workshop } from '../core/index.ts';
import { readDocument } from '../core/lesson/files.ts';
import { lessonSheet, scenarioSheet } from '../core/lesson/sheet.ts';
import { type AppStore, createAppStore } from '../store/appStore.ts';
import { memoryStorage } from '../store/storage.ts';
import { startTaughtMemory } from './memory.ts';

// The course is a part of the built page; what is kept here was brought.
vi.mock('../lessons/courseIndex.ts', () => ({
  COURSE: [],
  loadPlaybook: async () => [],
  loadPatterns: async () => [],
  loadContests: async () => [],
}));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const read = readDocument(
  'HPAPlaygroundLesson',
  readFileSync('lessons/01-first-steps/04-five-minutes.yaml', 'utf8'),
);
if (!read.ok) throw new Error(read.message);
const LESSON = read.value;

const WORKSHOP: Workshop = {
  version: 1,
  title: 'Tuesday',
  text: '',
  hasSolutions: true,
  steps: [
    { kind: 'lesson', lesson: LESSON, note: 'Ask who draws' },
    { kind: 'scenario', title: 'Mine', text: 'Look.', scenario: LESSON.start },
  ],
};

function storeOf(scenario = newScenario(LESSON.start.manifest)): AppStore {
  return createAppStore({ scenario, source: { kind: 'own' }, edited: false, earlier: [] });
}

/** The second step of a workshop and something said in a lesson, as they lie there after a while. */
async function remembered() {
  const session = memoryStorage();
  const store = storeOf();
  const memory = await startTaughtMemory(store, session);
  store.getState().holdWorkshop({
    workshop: WORKSHOP,
    at: 1,
    role: 'presenter',
    hidesSolutions: false,
    spotlight: 'charts',
  });
  store.getState().openSheet(lessonSheet(LESSON));
  store.getState().reveal({ kind: 'number', value: 300 });
  store.getState().nextHint();
  vi.advanceTimersByTime(500);
  return { session, store, memory };
}

describe('what is taught in a tab', () => {
  test('goes on after a reload: lesson, answer, hints, workshop and its step', async () => {
    const { session, store: before } = await remembered();
    const store = storeOf(before.getState().scenario);
    await startTaughtMemory(store, session);
    const { attempt, held } = store.getState();
    expect(attempt).toMatchObject({
      opened: store.getState().opened,
      answer: { kind: 'number', value: 300 },
      isRevealed: true,
      hints: 1,
    });
    expect(attempt?.sheet).toEqual(lessonSheet({ ...LESSON, given: [] }));
    expect(held).toEqual({ ...before.getState().held });
  });

  test('what a lesson locks stays as it is, and nobody is told of it for nothing', async () => {
    const { session, store: before } = await remembered();
    const store = storeOf(before.getState().scenario);
    await startTaughtMemory(store, session);
    const { notices, setManifestText, scenario } = store.getState();
    setManifestText(`${scenario.manifest}# mine\n`);
    expect(store.getState().notices).toEqual(notices);
    expect(store.getState().scenario.manifest).toContain('# mine');
  });

  test('a scenario with words over it goes on too', async () => {
    const session = memoryStorage();
    const before = storeOf();
    const memory = await startTaughtMemory(before, session);
    const sheet = scenarioSheet({ title: 'Mine', text: 'Look.', scenario: LESSON.start });
    before.getState().openSheet(sheet);
    memory.flush();
    const store = storeOf(before.getState().scenario);
    await startTaughtMemory(store, session);
    expect(store.getState().attempt?.sheet).toEqual(sheet);
  });

  test('not over another scenario than it lay over', async () => {
    const { session } = await remembered();
    const store = storeOf(newScenario('text of somebody else'));
    await startTaughtMemory(store, session);
    expect(store.getState()).toMatchObject({ attempt: undefined, held: undefined });
  });

  test('is forgotten when both are left', async () => {
    const { session, store, memory } = await remembered();
    store.getState().closeSheet();
    store.getState().leaveWorkshop();
    memory.flush();
    expect(session.keys()).toEqual([]);
    memory.stop();
    store.getState().openSheet(lessonSheet(LESSON));
    vi.advanceTimersByTime(500);
    expect(session.keys()).toEqual([]);
  });

  test.each([
    ['no JSON', () => '{'],
    ['nothing', () => 'null'],
    ['a step that the workshop does not have', (text: string) => text.replace('"at":1', '"at":2')],
    ['no workshop', (text: string) => text.replace('HPAPlaygroundWorkshop', 'HPAPlaygroundContest')],
    ['an answer that is none', (text: string) => text.replace('"value":300', '"value":"<b>"')],
  ])('%s in the storage does no harm', async (_what, bend) => {
    const { session, store: before } = await remembered();
    session.write('taught', bend(session.read('taught') ?? ''));
    const store = storeOf(before.getState().scenario);
    await startTaughtMemory(store, session);
    const { attempt, held } = store.getState();
    expect([attempt, held]).toContain(undefined);
  });
});
