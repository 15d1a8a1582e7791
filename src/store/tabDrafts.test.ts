import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readSaved, startAutosave } from './autosave.ts';
import type { Work } from './scenarioSlice.ts';
import { tabPlace } from './tabDrafts.ts';
import type { TabLocks } from './tabs.ts';
import { scenarioOf, storeOf } from './testing/fixtures.ts';
import { type TestBrowser, testBrowser } from './testing/places.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const manifests = (works: readonly Work[]) => works.map((work) => work.scenario.manifest);

/** As the Web Locks of a browser; a tab that closes gives its own back. */
function locksOf(held: Set<string>): TabLocks {
  return {
    request: async (name: string, _options: unknown, callback: (lock: unknown) => unknown) => {
      if (held.has(name)) return callback(null);
      held.add(name);
      return callback({ name });
    },
    query: async () => ({ held: Array.from(held, (name) => ({ name })), pending: [] }),
  } as unknown as TabLocks;
}

/** A page in a tab: `session` survives a reload and is copied when the tab is duplicated. */
function openPage(browser: TestBrowser, locks: TabLocks, session: Map<string, string>, time = 1000) {
  let names = 0;
  const { storage } = browser.tab(`${session.get('tab')}`);
  const place = tabPlace({
    storage,
    session: {
      ...browser.tab('session').storage,
      read: (key) => session.get(key),
      write: (key, text) => session.set(key, text) !== undefined,
    },
    locks,
    newName: () => `new-${browser.texts.size}-${++names}`,
    now: () => time,
  });
  const { work, earlier } = readSaved(place);
  const store = storeOf('example');
  if (work !== undefined) store.setState(work);
  store.setState({ earlier });
  const autosave = startAutosave(store, place);
  return { place, store, autosave, settle: () => place.settleIn(store, autosave) };
}

describe('tabs', () => {
  test('two tabs write drafts of their own, and each reloads with its own', async () => {
    const browser = testBrowser();
    const locks = locksOf(new Set());
    const sessions = [new Map([['tab', 'a']]), new Map([['tab', 'b']])];
    const pages = sessions.map((session) => openPage(browser, locks, session));
    for (const [index, { store, settle, autosave }] of pages.entries()) {
      await settle();
      store.getState().setManifestText(`typed in ${index}`);
      autosave.flush();
    }
    const reloaded = sessions.map((session) => openPage(browser, locks, session));
    expect(reloaded.map(({ store }) => store.getState().scenario.manifest)).toEqual([
      'typed in 0',
      'typed in 1',
    ]);
  });

  test('what tabs that are gone have left comes to the next one: the newest as its work, the others put aside', async () => {
    const browser = testBrowser();
    const held = new Set<string>();
    for (const name of ['a', 'b', 'c']) {
      const page = openPage(browser, locksOf(held), new Map([['tab', name]]), name.charCodeAt(0));
      await page.settle();
      if (name !== 'a') page.store.getState().setManifestText(`typed in ${name}`);
      page.autosave.flush();
    }
    held.delete('hpa-playground.tab.b');
    held.delete('hpa-playground.tab.a');
    const next = openPage(browser, locksOf(held), new Map(), 2000);
    expect(next.store.getState().scenario.manifest).toBe('typed in c');
    await next.settle();
    expect(manifests(next.store.getState().earlier)).toContain('typed in b');
    expect(manifests(readSaved(next.place).earlier)).toEqual(manifests(next.store.getState().earlier));
    expect([...browser.texts.keys()].filter((key) => /draft\.[ab]$/.test(key))).toEqual([]);
    expect(browser.texts.has('draft.c')).toBe(true);
  });

  test('drafts stay where they are as long as there is no room to put them aside', async () => {
    const browser = testBrowser();
    const gone = openPage(browser, locksOf(new Set()), new Map([['tab', 'gone']]));
    gone.store.getState().setManifestText('x'.repeat(10_000));
    gone.autosave.flush();
    const next = openPage(browser, locksOf(new Set()), new Map([['tab', 'next']]), 5000);
    next.store.getState().openScenario(scenarioOf('another'), { kind: 'link' });
    browser.texts.delete('earlier');
    next.store.setState({ earlier: [] });
    next.autosave.flush();
    browser.room = [...browser.texts.values()].reduce((sum, { length }) => sum + length, 0) + 100;
    await next.settle();
    expect(browser.texts.has('draft.gone')).toBe(true);
  });

  test('a tab that was duplicated takes a name of its own', async () => {
    const browser = testBrowser();
    const locks = locksOf(new Set());
    const first = openPage(browser, locks, new Map([['tab', 'a']]));
    await first.settle();
    const twin = openPage(browser, locks, new Map([['tab', 'a']]));
    await twin.settle();
    expect(first.place.tab()).toBe('a');
    expect(twin.place.tab()).not.toBe('a');
    twin.store.getState().setManifestText('of the twin');
    twin.autosave.flush();
    expect(readSaved(first.place).work?.scenario.manifest).toBe('example');
  });

  test('without locks only old drafts are taken over', async () => {
    const browser = testBrowser();
    const hour = 3_600_000;
    for (const [name, time] of [
      ['old', hour],
      ['young', 20 * hour],
    ] as const) {
      const page = openPage(browser, undefined, new Map([['tab', name]]), time);
      page.store.getState().setManifestText(name);
      page.autosave.flush();
    }
    const next = openPage(browser, undefined, new Map([['tab', 'next']]), 21 * hour);
    next.store.getState().setManifestText('something else');
    await next.settle();
    expect(manifests(next.store.getState().earlier)).toContain('old');
    expect(browser.texts.has('draft.old')).toBe(false);
    expect(browser.texts.has('draft.young')).toBe(true);
  });

  test('works put aside are one list for all tabs', () => {
    const browser = testBrowser();
    const locks = locksOf(new Set());
    const one = openPage(browser, locks, new Map([['tab', 'a']])).store;
    const other = openPage(browser, locks, new Map([['tab', 'b']])).store;
    one.getState().setManifestText('typed in one');
    one.getState().openScenario(scenarioOf('linked'), { kind: 'link' });
    other.getState().setManifestText('typed in the other');
    other.getState().openScenario(scenarioOf('linked too'), { kind: 'link' });
    const both = ['typed in the other', 'typed in one'];
    expect(manifests(one.getState().earlier)).toEqual(both);
    expect(manifests(other.getState().earlier)).toEqual(both);
    one.getState().restoreEarlier(1);
    expect(manifests(other.getState().earlier)).toEqual(['typed in the other']);
    expect(one.getState().scenario.manifest).toBe('typed in one');
  });
});
