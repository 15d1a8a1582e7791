import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readSaved, startAutosave } from './autosave.ts';
import { browserStorage, type Storage } from './storage.ts';
import { scenarioOf, storeOf } from './testing/fixtures.ts';

function memoryStorage(): Storage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: (key) => texts.get(key),
    write: (key, text) => {
      texts.set(key, text);
      return true;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  test('what was saved comes back: work, works put aside, preferences', () => {
    const storage = memoryStorage();
    const store = storeOf('one');
    startAutosave(store, storage);
    store.getState().setManifestText('one, edited');
    store.getState().openScenario(scenarioOf('two'), { kind: 'example', id: 'web-cpu' });
    store.getState().setSpeed(300);
    store.getState().setTheme('dark');
    vi.advanceTimersByTime(400);
    const saved = readSaved(storage);
    expect(saved.work).toEqual({
      scenario: scenarioOf('two'),
      source: { kind: 'example', id: 'web-cpu' },
      edited: false,
    });
    expect(saved.earlier.map((work) => work.scenario.manifest)).toEqual(['one, edited']);
    expect(saved.preferences).toEqual({ speed: 300, theme: 'dark' });
  });

  test('a page that goes away saves what is still waiting', () => {
    const storage = memoryStorage();
    const store = storeOf();
    const autosave = startAutosave(store, storage);
    store.getState().setManifestText('just typed');
    expect(storage.texts.size).toBe(0);
    autosave.flush();
    expect(readSaved(storage).work?.scenario.manifest).toBe('just typed');
  });

  test('nothing is written before something changes', () => {
    const storage = memoryStorage();
    const store = storeOf();
    const autosave = startAutosave(store, storage);
    store.getState().selectSync(3);
    vi.advanceTimersByTime(1000);
    autosave.flush();
    expect(storage.texts.size).toBe(0);
  });

  test('a text too long for the storage does not push out the rest', () => {
    const storage = memoryStorage();
    const store = storeOf();
    startAutosave(store, storage);
    store.getState().setManifestText('x'.repeat(1_100_000));
    vi.advanceTimersByTime(400);
    expect([...storage.texts.keys()].sort()).toEqual(['earlier', 'view']);
  });

  test.each([
    ['not JSON', '{'],
    ['not a scenario', '{"scenario":{"version":1}}'],
    ['a number', '5'],
    ['a newer version', JSON.stringify({ scenario: { ...scenarioOf('x'), version: 3 } })],
  ])('%s in the storage is left alone', (_, text) => {
    const storage = memoryStorage();
    for (const key of ['work', 'earlier', 'view']) storage.texts.set(key, text);
    expect(readSaved(storage)).toEqual({ work: undefined, earlier: [], preferences: {} });
  });
});

test('a browser without storage remembers nothing and says nothing', () => {
  const storage = browserStorage(() => {
    throw new Error('storage is switched off');
  });
  expect(storage.read('work')).toBeUndefined();
  expect(storage.write('work', 'text')).toBe(false);
});
