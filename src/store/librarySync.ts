/**
 * The present scenario and its entry in the library: saving it, and hearing of what other tabs do to it. Loaded with
 * the library, when somebody first asks for it or works on something from it.
 */
import type { Library } from '../library/library.ts';
import type { LibraryEntry, Outcome } from '../library/types.ts';
import type { AppStore } from './appStore.ts';

/** Keeps the present scenario under a new name. */
export async function keepPresent(
  store: AppStore,
  library: Library,
  name: string,
): Promise<Outcome<LibraryEntry>> {
  const { scenario, markKept, notify } = store.getState();
  const kept = await library.keep(name, scenario);
  if (!kept.ok) return kept;
  markKept(kept.value, scenario);
  notify('info', savedText(kept.value.name, library));
  return kept;
}

export async function openKept(store: AppStore, library: Library, id: string): Promise<void> {
  const opened = await library.open(id);
  const { openScenario, notify } = store.getState();
  if (!opened.ok) return notify('warning', opened.message);
  const { entry, scenario } = opened.value;
  openScenario(scenario, { kind: 'kept', id, name: entry.name, revision: entry.revision });
}

export function startLibrarySync(store: AppStore, library: Library): () => void {
  /** one after the other: the second of two quick wishes must know what came of the first */
  let queue: Promise<void> = Promise.resolve();

  async function save(): Promise<void> {
    const { source, scenario, markKept, notify } = store.getState();
    if (source.kind !== 'kept') return;
    const saved = await library.save(source, scenario);
    if (!saved.ok) return reportFailure(store, saved.message);
    const { entry, isCopy } = saved.value;
    markKept(entry, scenario);
    if (isCopy && entry.name !== source.name) notify('warning', copyText(source.name, entry.name));
    else notify('info', savedText(entry.name, library));
  }

  /** An entry has changed; is it what this tab works on? */
  async function follow(here: boolean): Promise<void> {
    const { source, edited, markLost, renameKept } = store.getState();
    if (source.kind !== 'kept') return;
    const list = await library.list();
    if (!list.ok) return;
    const entry = list.value.find(({ id }) => id === source.id);
    if (entry === undefined || entry.deletedAt !== undefined) markLost();
    else if (entry.revision > source.revision && !here) tellOfNewer(entry, edited);
    else if (entry.name !== source.name) renameKept(entry.name);
  }

  function tellOfNewer({ id, name }: LibraryEntry, edited: boolean): void {
    const own = edited ? ' What you have changed here stays, and is saved as a copy beside it.' : '';
    store.getState().notify('info', `“${name}” was saved in another tab.${own}`, {
      text: 'Open what was saved',
      run: () => void openKept(store, library, id),
    });
  }

  /** wishes from before the library was loaded included */
  let heard = 0;
  function hear(): void {
    const { savesAsked } = store.getState();
    if (savesAsked !== heard) queue = queue.then(save);
    heard = savesAsked;
  }

  hear();
  const unsubscribe = store.subscribe(hear);
  const unlisten = library.onChange(({ here }) => {
    // After what is being saved has got its revision.
    queue = queue.then(() => follow(here));
  });
  return () => {
    unsubscribe();
    unlisten();
  };
}

export function reportFailure(store: AppStore, message: string): void {
  store.getState().notify('warning', message);
}

function savedText(name: string, { isDurable }: Library): string {
  if (isDurable) return `Saved in the library as “${name}”.`;
  return `Saved as “${name}”, until this tab closes: this browser lets the page keep nothing. Export it to have it as a file.`;
}

function copyText(name: string, copy: string): string {
  return `“${name}” has been changed or deleted in another tab. Your work is saved beside it as “${copy}”.`;
}
