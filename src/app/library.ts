/** The library for the views: fetched when somebody first asks for it, or works on something that lies in it. */
import type { Library } from '../library/library.ts';
import type { AppStore } from '../store/appStore.ts';

const NOT_LOADED = 'The library could not be loaded. Try again when the page can reach where it came from.';

/** @param after settles when loading keeps nothing more urgent waiting */
export function libraryLater(store: AppStore, after: Promise<unknown>): () => Promise<Library> {
  let library: Promise<Library> | undefined;

  async function load(): Promise<Library> {
    const { openLibrary, startLibrarySync } = await import('./libraryLoader.ts');
    const opened = await openLibrary();
    startLibrarySync(store, opened);
    return opened;
  }

  function get(): Promise<Library> {
    library ??= load();
    library.catch(() => {
      // The next wish tries again.
      library = undefined;
    });
    return library;
  }

  store.subscribe((state, before) => {
    if (library !== undefined || state.savesAsked === before.savesAsked) return;
    get().catch(() => store.getState().notify('warning', NOT_LOADED));
  });
  void after.then(() => {
    if (store.getState().source.kind === 'kept') get().catch(() => undefined);
  });
  return get;
}
