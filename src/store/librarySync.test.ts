import { describe, expect, test } from 'vitest';
import { createLibrary, type Library } from '../library/library.ts';
import { memoryShelf, type Shelf } from '../library/shelf.ts';
import type { AppStore } from './appStore.ts';
import { keepPresent, openKept, startLibrarySync } from './librarySync.ts';
import { scenarioOf, storeOf } from './testing/fixtures.ts';

/** Tabs that share a shelf and hear of each other. */
function tabsOn(shelf: Shelf) {
  const listeners: ((id: string) => void)[] = [];
  let count = 0;
  return (manifest: string): { readonly store: AppStore; readonly library: Library } => {
    let own: ((id: string) => void) | undefined;
    const library = createLibrary(shelf, {
      now: () => ++count,
      newId: () => `id-${++count}`,
      neighbours: {
        tell: (id) => {
          for (const listener of listeners) if (listener !== own) listener(id);
        },
        onTold: (listener) => {
          own = listener;
          listeners.push(listener);
        },
      },
    });
    const store = storeOf(manifest);
    startLibrarySync(store, library);
    return { store, library };
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const texts = (store: AppStore) => store.getState().notices.map(({ text }) => text);

describe('saving', () => {
  test('without a name one is asked for', () => {
    const { store } = tabsOn(memoryShelf())('one');
    store.getState().save();
    expect(store.getState()).toMatchObject({ overlay: 'keep', savesAsked: 0 });
  });

  test('under a name, again and again; each time what is newer is the edit', async () => {
    const shelf = memoryShelf();
    const { store, library } = tabsOn(shelf)('one');
    await keepPresent(store, library, 'checkout');
    expect(store.getState()).toMatchObject({
      source: { kind: 'kept', name: 'checkout', revision: 1 },
      edited: false,
    });
    store.getState().setManifestText('name: other');
    expect(store.getState()).toMatchObject({ source: { kind: 'kept' }, edited: true });
    store.getState().save();
    store.getState().save();
    await settled();
    expect(store.getState()).toMatchObject({ source: { revision: 3 }, edited: false });
    expect(await shelf.entries()).toHaveLength(1);
  });

  test('what is typed while it is being saved is not taken for saved', async () => {
    const { store, library } = tabsOn(memoryShelf())('one');
    const kept = keepPresent(store, library, 'checkout');
    store.getState().setManifestText('typed meanwhile');
    await kept;
    expect(store.getState().edited).toBe(true);
  });

  test('no room: a message, and the work stays edited', async () => {
    const shelf = memoryShelf();
    const { store, library } = tabsOn(shelf)('one');
    await keepPresent(store, library, 'checkout');
    store.getState().setManifestText('two');
    shelf.update = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    store.getState().save();
    await settled();
    expect(texts(store).at(-1)).toMatch(/no room left/);
    expect(store.getState()).toMatchObject({ edited: true, scenario: { manifest: 'two' } });
  });
});

describe('two tabs', () => {
  test('the second to save keeps a copy, and both works are there', async () => {
    const open = tabsOn(memoryShelf());
    const one = open('start');
    const other = open('something else');
    await keepPresent(one.store, one.library, 'checkout');
    const { source } = one.store.getState();
    if (source.kind !== 'kept') throw new Error('not kept');
    await openKept(other.store, other.library, source.id);
    one.store.getState().setManifestText('mine');
    other.store.getState().setManifestText('theirs');
    one.store.getState().save();
    await settled();
    expect(texts(other.store).at(-1)).toMatch(/saved in another tab.*stays, and is saved as a copy/);
    other.store.getState().save();
    await settled();
    expect(texts(other.store).at(-1)).toContain('saved beside it as “checkout (2)”');
    expect(other.store.getState()).toMatchObject({ source: { name: 'checkout (2)' }, edited: false });
    await openKept(other.store, other.library, source.id);
    expect(other.store.getState().scenario.manifest).toBe('mine');
  });

  test('a new name is heard of; what was deleted elsewhere is somebody’s own again, and edited', async () => {
    const open = tabsOn(memoryShelf());
    const one = open('start');
    const other = open('start');
    await keepPresent(one.store, one.library, 'checkout');
    const { source } = one.store.getState();
    if (source.kind !== 'kept') throw new Error('not kept');
    await other.library.rename(source.id, 'basket');
    await settled();
    expect(one.store.getState()).toMatchObject({ source: { name: 'basket' }, edited: false });
    await other.library.delete(source.id);
    await settled();
    expect(one.store.getState()).toMatchObject({ source: { kind: 'own' }, edited: true });
    one.store.getState().openScenario(scenarioOf('next'), { kind: 'link' });
    expect(one.store.getState().earlier.map((work) => work.scenario.manifest)).toEqual(['start']);
  });
});
