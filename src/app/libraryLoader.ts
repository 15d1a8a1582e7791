/** What a library takes, in one chunk. */
export { openLibrary } from '../library/openLibrary.ts';
export { startLibrarySync } from '../store/librarySync.ts';
