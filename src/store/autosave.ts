/**
 * The working scenario and the works put aside, kept in the browser's storage: they survive a reload, a broken link
 * and a closed tab. Every tab has a draft of its own; the works put aside are one list for all.
 */
import type { AppStore } from './appStore.ts';
import { draftText, readDraft, writeDraft } from './drafts.ts';
import { earlierText, mergeEarlier } from './earlierWorks.ts';
import { hasOtherPreferences, preferencesOf, toPreferences } from './preferences.ts';
import { toWorks } from './savedWork.ts';
import type { Work } from './scenarioSlice.ts';
import type { AppState } from './state.ts';
import { readJson, type Storage } from './storage.ts';
import type { ViewPreferences } from './viewSlice.ts';

const EARLIER_KEY = 'earlier';
const PREFERENCES_KEY = 'view';
const SAVE_PAUSE_MS = 400;
/** Characters of JSON; browsers allow about five million for everything. */
const MAX_LENGTH = 2_000_000;

export interface Saved {
  readonly work: Work | undefined;
  readonly earlier: readonly Work[];
  readonly preferences: Partial<ViewPreferences>;
}

/** Where a tab keeps what it works on. */
export interface Place {
  readonly storage: Storage;
  /** its name; another when it turns out that a twin has the same */
  tab(): string;
  /** milliseconds since 1970 */
  now(): number;
}

export interface Autosave {
  /** Saves what still waits. */
  flush(): void;
  /** Saves also what has not changed. */
  saveNow(): void;
  /** The last attempt to save has worked. */
  isSaved(): boolean;
  stop(): void;
}

export function readSaved({ storage, tab }: Place): Saved {
  return {
    work: readDraft(storage, tab()),
    earlier: readEarlier(storage),
    preferences: toPreferences(readJson(storage, PREFERENCES_KEY)),
  };
}

/**
 * Saves a moment after each change and, by `flush`, when the page goes away; what is put aside at once.
 *
 * @param stored the works put aside as they were read; what the page opened with may have put aside one more
 */
export function startAutosave(
  store: AppStore,
  place: Place,
  stored: readonly Work[] = store.getState().earlier,
): Autosave {
  const { storage } = place;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** as the storage has it too */
  let shared = stored;
  let isFailing = false;

  /** Said once, until saving works again. */
  function report(problem: string | undefined): void {
    if (problem !== undefined && !isFailing) {
      store.getState().notify('warning', problem, {
        text: 'Save to the library',
        run: () => store.getState().showOverlay('keep'),
      });
    }
    isFailing = problem !== undefined;
  }

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    storage.write(PREFERENCES_KEY, JSON.stringify(preferencesOf(store.getState())));
    // In this order: the draft that is written over may be the work that was put aside.
    report(saveEarlier() ?? saveDraft(store.getState(), place));
  }

  function saveEarlier(): string | undefined {
    const { earlier } = store.getState();
    if (earlier === shared) return undefined;
    const merged = mergeEarlier(readEarlier(storage), shared, earlier);
    if (!storage.write(EARLIER_KEY, earlierText(merged))) return FULL;
    shared = earlier;
    return undefined;
  }

  if (store.getState().earlier !== shared) save();
  const unsubscribe = store.subscribe((state, before) => {
    // What is put aside is on the page no more: it cannot wait.
    if (state.earlier !== before.earlier && state.earlier !== shared) save();
    else if (isChanged(state, before)) {
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_PAUSE_MS);
    }
  });
  const unlisten = storage.onChange((key) => {
    if (key !== EARLIER_KEY) return;
    shared = readEarlier(storage);
    store.getState().showEarlier(shared);
  });

  function flush(): void {
    if (timer !== undefined) save();
  }
  return {
    flush,
    saveNow: save,
    isSaved: () => !isFailing,
    stop() {
      flush();
      unsubscribe();
      unlisten();
    },
  };
}

const FULL =
  'This browser has no room left: what you do is not being saved. Nothing on the page is lost as long as it stays open.';
const TOO_LONG = `This scenario is longer than the ${MAX_LENGTH.toLocaleString('en')} characters that are saved by themselves. A reload would lose what is newer.`;

/** What stands in the way of it, undefined when it is saved. */
function saveDraft(state: AppState, { storage, tab, now }: Place): string | undefined {
  const text = draftText(state, now());
  if (text.length > MAX_LENGTH) return TOO_LONG;
  return writeDraft(storage, tab(), text) ? undefined : FULL;
}

function isChanged(state: AppState, before: AppState): boolean {
  return (
    state.scenario !== before.scenario ||
    state.source !== before.source ||
    state.edited !== before.edited ||
    hasOtherPreferences(state, before)
  );
}

function readEarlier(storage: Storage): readonly Work[] {
  return toWorks(readJson(storage, EARLIER_KEY));
}
