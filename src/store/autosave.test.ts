import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAppStore } from './appStore.ts';
import { readSaved, startAutosave } from './autosave.ts';
import { MAX_EARLIER } from './earlierWorks.ts';
import { openingOf } from './opening.ts';
import type { Work } from './scenarioSlice.ts';
import { browserStorage } from './storage.ts';
import { scenarioOf, storeOf } from './testing/fixtures.ts';
import { testBrowser } from './testing/places.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const manifests = (works: readonly Work[]) => works.map((work) => work.scenario.manifest);

describe('autosave', () => {
  test('what was saved comes back: work, works put aside, preferences', () => {
    const place = testBrowser().tab('a');
    const store = storeOf('one');
    startAutosave(store, place);
    store.getState().setManifestText('one, edited');
    store.getState().openScenario(scenarioOf('two'), { kind: 'example', id: 'web-cpu' });
    store.getState().setSpeed(300);
    store.getState().setTheme('dark');
    vi.advanceTimersByTime(400);
    const saved = readSaved(place);
    expect(saved.work).toEqual({
      scenario: scenarioOf('two'),
      source: { kind: 'example', id: 'web-cpu' },
      edited: false,
    });
    expect(manifests(saved.earlier)).toEqual(['one, edited']);
    expect(saved.preferences).toMatchObject({ speed: 300, theme: 'dark' });
  });

  test('a page that goes away saves what is still waiting', () => {
    const browser = testBrowser();
    const store = storeOf();
    const autosave = startAutosave(store, browser.tab('a'));
    store.getState().setManifestText('just typed');
    expect(browser.texts.size).toBe(0);
    autosave.flush();
    expect(readSaved(browser.tab('a')).work?.scenario.manifest).toBe('just typed');
  });

  test('what is put aside is saved at once: a crash a moment later loses nothing', () => {
    const browser = testBrowser();
    const store = storeOf('one');
    startAutosave(store, browser.tab('a'));
    store.getState().setManifestText('one, edited');
    store.getState().openScenario(scenarioOf('two'), { kind: 'link' });
    expect(manifests(readSaved(browser.tab('a')).earlier)).toEqual(['one, edited']);
  });

  test('what a link put aside when the page opened is saved before its draft is written over', async () => {
    const browser = testBrowser();
    const first = storeOf('one');
    const before = startAutosave(first, browser.tab('a'));
    first.getState().setManifestText('my work');
    before.flush();
    const saved = readSaved(browser.tab('a'));
    const link = { ok: true, scenario: scenarioOf('linked') } as const;
    const { start } = await openingOf(link, saved, () => Promise.reject(new Error('not needed')));
    startAutosave(createAppStore(start), browser.tab('a'), saved.earlier).saveNow();
    expect(manifests(readSaved(browser.tab('a')).earlier)).toEqual(['my work']);
    expect(readSaved(browser.tab('a')).work?.scenario.manifest).toBe('linked');
  });

  test('nothing is written before something changes', () => {
    const browser = testBrowser();
    const store = storeOf();
    const autosave = startAutosave(store, browser.tab('a'));
    store.getState().selectSync(3);
    vi.advanceTimersByTime(1000);
    autosave.flush();
    expect(browser.texts.size).toBe(0);
  });

  test('under which name it lies in the library is known after a reload', () => {
    const place = testBrowser().tab('a');
    const store = storeOf('one');
    startAutosave(store, place);
    const ref = { id: 'x', name: 'checkout', revision: 3 };
    store.getState().markKept(ref, store.getState().scenario);
    vi.advanceTimersByTime(400);
    expect(readSaved(place).work).toMatchObject({ source: { kind: 'kept', ...ref }, edited: false });
  });

  test.each([
    ['not JSON', '{'],
    ['not a scenario', '{"scenario":{"version":1}}'],
    ['a number', '5'],
    ['a newer version', JSON.stringify({ scenario: { ...scenarioOf('x'), version: 3 } })],
  ])('%s in the storage is left alone', (_, text) => {
    const browser = testBrowser();
    for (const key of ['draft.a', 'draft.b', 'earlier', 'view']) browser.texts.set(key, text);
    const saved = readSaved(browser.tab('a'));
    expect(saved).toMatchObject({ work: undefined, earlier: [] });
    expect(saved.preferences).not.toHaveProperty('theme');
    expect(browser.texts.get('draft.a')).toBe(text);
  });
});

describe('where there is no room', () => {
  test('it is said once, with a way out, and nothing on the page changes', () => {
    const browser = testBrowser();
    const store = storeOf('one');
    const autosave = startAutosave(store, browser.tab('a'));
    browser.room = 10;
    store.getState().setManifestText('two');
    autosave.flush();
    store.getState().setManifestText('three');
    autosave.flush();
    expect(store.getState().scenario.manifest).toBe('three');
    expect(autosave.isSaved()).toBe(false);
    const [notice, ...more] = store.getState().notices;
    expect(notice).toMatchObject({ tone: 'warning', text: expect.stringContaining('no room') });
    expect(more).toEqual([]);
    notice?.action?.run();
    expect(store.getState().overlay).toBe('keep');
    browser.room = 5_000_000;
    store.getState().setManifestText('four');
    autosave.flush();
    expect(autosave.isSaved()).toBe(true);
    expect(readSaved(browser.tab('a')).work?.scenario.manifest).toBe('four');
  });

  test('what is too long for the storage does not push out the rest, and the message names the limit', () => {
    const browser = testBrowser();
    const store = storeOf('before');
    const autosave = startAutosave(store, browser.tab('a'));
    store.getState().setManifestText('short');
    autosave.flush();
    store.getState().setManifestText('x'.repeat(2_000_001));
    autosave.flush();
    expect(store.getState().notices[0]?.text).toContain('2,000,000 characters');
    expect(readSaved(browser.tab('a')).work?.scenario.manifest).toBe('short');
  });

  test('of many works put aside the newest are kept', () => {
    const place = testBrowser().tab('a');
    const store = storeOf('0');
    startAutosave(store, place);
    for (let number = 1; number <= MAX_EARLIER + 3; number++) {
      store.getState().setManifestText(`edited ${number}`);
      store.getState().openScenario(scenarioOf(`${number}`), { kind: 'link' });
    }
    const kept = manifests(readSaved(place).earlier);
    expect(kept).toHaveLength(MAX_EARLIER);
    expect(kept[0]).toBe(`edited ${MAX_EARLIER + 3}`);
  });

  test('long works put aside leave room for the draft', () => {
    const browser = testBrowser();
    const store = storeOf('0');
    const autosave = startAutosave(store, browser.tab('a'));
    for (let number = 1; number <= 8; number++) {
      store.getState().setManifestText(`${number}${'x'.repeat(500_000)}`);
      store.getState().openScenario(scenarioOf('next'), { kind: 'link' });
    }
    autosave.flush();
    expect(autosave.isSaved()).toBe(true);
    expect(browser.texts.get('earlier')?.length).toBeLessThanOrEqual(2_000_000);
    expect(manifests(readSaved(browser.tab('a')).earlier)).toHaveLength(3);
  });
});

test('a browser without storage remembers nothing and says nothing of it itself', () => {
  const storage = browserStorage(() => {
    throw new Error('storage is switched off');
  });
  expect(storage.read('work')).toBeUndefined();
  expect(storage.write('work', 'text')).toBe(false);
  expect(storage.keys()).toEqual([]);
  storage.remove('work');
});
