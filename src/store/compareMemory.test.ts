import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startCompareMemory } from './compareMemory.ts';
import { memoryStorage } from './storage.ts';
import { storeOf } from './testing/fixtures.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A, B and a price, as they lie there after a while. */
function remembered() {
  const session = memoryStorage();
  const store = storeOf('text of A');
  const memory = startCompareMemory(store, session);
  store.getState().keepAsA();
  store.getState().setManifestText('text of B');
  store.getState().setPrice(0.2);
  vi.advanceTimersByTime(500);
  return { session, store, memory };
}

describe('the comparison of a tab', () => {
  test('is taken up again after a reload', () => {
    const { session } = remembered();
    const store = storeOf('text of B');
    startCompareMemory(store, session);
    expect(store.getState()).toMatchObject({ kept: { manifest: 'text of A' }, pricePerPodHour: 0.2 });
  });

  test('not beside another scenario than it was about', () => {
    const { session } = remembered();
    const store = storeOf('text of somebody else');
    startCompareMemory(store, session);
    expect(store.getState().kept).toBeUndefined();
  });

  test('ends when it is closed, also in the memory', () => {
    const { session, store, memory } = remembered();
    store.getState().closeComparison();
    memory.flush();
    expect(session.keys()).toEqual([]);
    memory.stop();
    store.getState().keepAsA();
    vi.advanceTimersByTime(500);
    expect(session.keys()).toEqual([]);
  });

  test.each([
    'null',
    '{',
    '[]',
    '{"kept": {}, "present": {}, "pricePerPodHour": 1}',
    '{"kept": 1, "__proto__": {"present": 2}}',
  ])('what else may lie there is nothing: %s', (text) => {
    const session = memoryStorage();
    session.write('compare', text);
    const store = storeOf('text of B');
    startCompareMemory(store, session);
    expect(store.getState()).toMatchObject({ kept: undefined, pricePerPodHour: 0.05 });
  });
});
