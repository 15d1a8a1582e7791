import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { newScenario } from '../core/index.ts';
import { idbShelf } from './idbShelf.ts';
import { createLibrary, type Library, type LibraryWorld } from './library.ts';
import { cleanName, distinctName } from './names.ts';
import { memoryShelf, type Shelf } from './shelf.ts';
import { LIBRARY_LIMITS, type LibraryChange, type Outcome } from './types.ts';

const scenarioOf = (manifest: string) => newScenario(manifest);

/** One browser: its clock, its numbers for ids, and what tabs tell each other. */
function browser() {
  let time = 1_000_000;
  let ids = 0;
  const tabs: ((id: string) => void)[] = [];
  return {
    wait: (ms: number) => {
      time += ms;
    },
    tab(shelf: Shelf): Library {
      let mine: ((id: string) => void) | undefined;
      const world: LibraryWorld = {
        now: () => ++time,
        newId: () => `id-${++ids}`,
        neighbours: {
          tell: (id) => {
            for (const tab of tabs) if (tab !== mine) tab(id);
          },
          onTold: (listener) => {
            mine = listener;
            tabs.push(listener);
          },
        },
      };
      return createLibrary(shelf, world);
    },
  };
}

function got<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

let databases = 0;
const SHELVES: readonly (readonly [string, () => Promise<Shelf>])[] = [
  ['IndexedDB', () => idbShelf(`test-${++databases}`)],
  ['memory', async () => memoryShelf()],
];

describe.each(SHELVES)('the library in %s', (_, openShelf) => {
  let library: Library;
  let here: ReturnType<typeof browser>;
  let shelf: Shelf;
  const names = async () =>
    got(await library.list())
      .filter(({ deletedAt }) => deletedAt === undefined)
      .map(({ name }) => name)
      .sort();

  beforeEach(async () => {
    here = browser();
    shelf = await openShelf();
    library = here.tab(shelf);
  });

  test('keeps a scenario under a name and opens it as it was', async () => {
    const scenario = scenarioOf('name: a # ü 🚀\u2028');
    const entry = got(await library.keep('checkout', scenario));
    expect(entry).toMatchObject({ name: 'checkout', revision: 1, size: JSON.stringify(scenario).length });
    expect(got(await library.open(entry.id)).scenario).toEqual(scenario);
    expect(got(await library.list())[0]?.openedAt).toBeGreaterThan(entry.savedAt);
  });

  test('a name that is taken gets a number: nothing is overwritten', async () => {
    const first = got(await library.keep('checkout', scenarioOf('one')));
    await library.keep('Checkout', scenarioOf('two'));
    expect(await names()).toEqual(['Checkout (2)', 'checkout']);
    expect(got(await library.open(first.id)).scenario.manifest).toBe('one');
  });

  test('renames, and duplicates with the scenario', async () => {
    const entry = got(await library.keep('checkout', scenarioOf('one')));
    const copy = got(await library.duplicate(entry));
    expect(got(await library.open(copy.id)).scenario.manifest).toBe('one');
    got(await library.rename(entry.id, 'basket'));
    expect(got(await library.rename(copy.id, 'basket')).name).toBe('basket (2)');
    expect(await names()).toEqual(['basket', 'basket (2)']);
  });

  test('what is deleted can be had back, with its scenario, until the bin is emptied', async () => {
    const entry = got(await library.keep('checkout', scenarioOf('one')));
    got(await library.delete(entry.id));
    expect(await names()).toEqual([]);
    await library.keep('checkout', scenarioOf('two'));
    expect(got(await library.restore(entry.id))).toMatchObject({ name: 'checkout (2)' });
    expect(got(await library.open(entry.id)).scenario.manifest).toBe('one');
    await library.delete(entry.id);
    expect(got(await library.emptyBin())).toBe(1);
    expect(await library.open(entry.id)).toMatchObject({ ok: false, reason: 'gone' });
  });

  test('the bin forgets after a month', async () => {
    const entry = got(await library.keep('old', scenarioOf('one')));
    await library.delete(entry.id);
    here.wait(LIBRARY_LIMITS.binMs + 10);
    await library.keep('new', scenarioOf('two'));
    expect(got(await library.list()).map(({ name }) => name)).toEqual(['new']);
  });

  test('two tabs on one scenario: the second to save gets a copy, and the first loses nothing', async () => {
    const other = here.tab(shelf);
    const told: LibraryChange[] = [];
    other.onChange((change) => told.push(change));
    const entry = got(await library.keep('checkout', scenarioOf('start')));
    const mine = got(await library.save(entry, scenarioOf('mine')));
    expect(mine).toMatchObject({ isCopy: false, entry: { revision: 2 } });
    expect(told).toEqual([
      { id: entry.id, here: false },
      { id: entry.id, here: false },
    ]);
    const theirs = got(await other.save(entry, scenarioOf('theirs')));
    expect(theirs).toMatchObject({ isCopy: true, entry: { name: 'checkout (2)' } });
    expect(got(await library.open(entry.id)).scenario.manifest).toBe('mine');
    expect(got(await library.open(theirs.entry.id)).scenario.manifest).toBe('theirs');
    expect(got(await other.save(theirs.entry, scenarioOf('more'))).isCopy).toBe(false);
  });

  test('what another tab deleted is saved anew, not lost', async () => {
    const entry = got(await library.keep('checkout', scenarioOf('start')));
    await library.delete(entry.id);
    const saved = got(await library.save(entry, scenarioOf('edited')));
    expect(saved).toMatchObject({ isCopy: true, entry: { name: 'checkout' } });
    await library.emptyBin();
    expect(got(await library.open(saved.entry.id)).scenario.manifest).toBe('edited');
  });

  test('a listener that left hears nothing more', async () => {
    const told: LibraryChange[] = [];
    const stop = library.onChange((change) => told.push(change));
    await library.keep('one', scenarioOf('one'));
    stop();
    await library.keep('two', scenarioOf('two'));
    expect(told).toHaveLength(1);
  });

  test('the number of scenarios is bounded, and the message names the bound', async () => {
    await shelf.update(() => ({
      put: Array.from({ length: LIBRARY_LIMITS.entries }, (_unused, index) => ({
        entry: { id: `x${index}`, name: `x${index}`, revision: 1, savedAt: 1, openedAt: 1, size: 2 },
        text: '{}',
      })),
      result: undefined,
    }));
    expect(await library.keep('one more', scenarioOf('x'))).toMatchObject({
      ok: false,
      reason: 'limit',
      message: expect.stringContaining('500'),
    });
    expect(await library.open('x7')).toMatchObject({ ok: false, reason: 'damaged' });
  });
});

describe('a browser that does not help', () => {
  const failing = (error: unknown): Shelf => ({
    ...memoryShelf(),
    update: () => Promise.reject(error),
  });

  test.each([
    [new DOMException('no room', 'QuotaExceededError'), 'full', /no room.*export it as a file/],
    [new DOMException('closed', 'InvalidStateError'), 'unavailable', /cannot be reached/],
  ])('%s', async (error, reason, message) => {
    const outcome = await browser().tab(failing(error)).keep('checkout', scenarioOf('one'));
    expect(outcome).toMatchObject({ ok: false, reason, message: expect.stringMatching(message) });
  });

  test('a save that has no room leaves what was saved before', async () => {
    const shelf = memoryShelf();
    const entry = got(await browser().tab(shelf).keep('checkout', scenarioOf('before')));
    const full: Shelf = {
      ...shelf,
      update: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    };
    expect(await browser().tab(full).save(entry, scenarioOf('after'))).toMatchObject({ reason: 'full' });
    expect(got(await browser().tab(shelf).open(entry.id)).scenario.manifest).toBe('before');
  });
});

test('what stands in the database is not taken on trust', async () => {
  const shelf = await idbShelf('tampered');
  const good = got(await browser().tab(shelf).keep('good', scenarioOf('x')));
  const raw = await openDB('tampered', 1);
  const entry = { id: 'b', name: 'b', revision: 1, savedAt: 1, openedAt: 1, size: 1 };
  for (const [id, value] of Object.entries({
    a: 'text',
    b: { ...entry, name: '<b>'.repeat(100) },
    c: { ...entry, revision: Number.NaN },
    d: { ...entry, size: -1 },
    e: { ...entry, savedAt: Number.POSITIVE_INFINITY },
    f: null,
  })) {
    await raw.put('entries', value, id);
  }
  await raw.put('texts', { not: 'text' }, good.id);
  const library = browser().tab(shelf);
  expect(got(await library.list()).map(({ name }) => name)).toEqual(['good']);
  expect(await library.open(good.id)).toMatchObject({ ok: false, reason: 'gone' });
  for (const text of ['{', '{"version":2}', '{"__proto__":{"polluted":1}}']) {
    await raw.put('texts', text, good.id);
    expect(await library.open(good.id)).toMatchObject({ ok: false, reason: 'damaged' });
  }
  raw.close();
});

test('a newer version of the page may change the database: the older one says so and does not hang', async () => {
  const library = browser().tab(await idbShelf('upgraded'));
  const entry = got(await library.keep('one', scenarioOf('one')));
  const newer = await openDB('upgraded', 2);
  newer.close();
  expect(await library.open(entry.id)).toMatchObject({ ok: false, reason: 'unavailable' });
});

test('names', () => {
  expect(cleanName('  a\n\t b\u200e ')).toBe('a b');
  expect(cleanName(' \n ')).toBe('');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), fc.array(fc.string()), (text, taken) => {
      const name = cleanName(text);
      expect(name.length).toBeLessThanOrEqual(LIBRARY_LIMITS.nameLength);
      const distinct = distinctName(name, [...taken, name]);
      expect(distinct.length).toBeLessThanOrEqual(LIBRARY_LIMITS.nameLength);
      expect([...taken, name].map((other) => other.toLowerCase())).not.toContain(distinct.toLowerCase());
    }),
  );
});
