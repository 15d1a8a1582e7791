/** The wish to keep the present scenario in the library. The library itself is reached by `librarySync.ts`. */
import type { Slice } from './scenarioSlice.ts';

export interface LibrarySlice {
  /** counts the wishes to save under the name it has */
  readonly savesAsked: number;
  /** under its name in the library, or else under one that is asked for */
  save(): void;
}

export const librarySlice: Slice<LibrarySlice> = (set, get) => ({
  savesAsked: 0,
  save() {
    const { source, savesAsked, showOverlay } = get();
    if (source.kind === 'kept') set({ savesAsked: savesAsked + 1 });
    else showOverlay('keep');
  },
});
