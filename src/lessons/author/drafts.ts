/** The one lesson that is being written, kept in this browser. */
import { createStore } from 'zustand/vanilla';
import { draftText, type LessonDraft, readDraft } from '../../core/lesson/draft.ts';
import type { Storage } from '../../store/storage.ts';

const KEY = 'lesson-draft';

export interface DraftStore {
  readonly draft: LessonDraft | undefined;
  /** false: the browser had no room for the last change */
  readonly isKept: boolean;
  change(part: Partial<LessonDraft>): void;
  /** @returns the draft whose place it takes */
  replace(draft: LessonDraft): LessonDraft | undefined;
}

export function createDrafts(storage: Storage) {
  const stored = (): LessonDraft | undefined => {
    const text = storage.read(KEY);
    return text === undefined ? undefined : readDraft(text);
  };
  const store = createStore<DraftStore>()((set, get) => {
    const keep = (draft: LessonDraft): void => set({ draft, isKept: storage.write(KEY, draftText(draft)) });
    return {
      draft: stored(),
      isKept: true,
      change(part) {
        const { draft } = get();
        if (draft !== undefined) keep({ ...draft, ...part });
      },
      replace(draft) {
        const { draft: before } = get();
        keep(draft);
        return before;
      },
    };
  });
  // Another tab writes at the same draft.
  storage.onChange((key) => {
    if (key === KEY) store.setState({ draft: stored() ?? store.getState().draft });
  });
  return store;
}
