import { useCallback, useEffect, useState } from 'react';
import type { Library } from '../library/library.ts';
import type { LibraryEntry, Outcome } from '../library/types.ts';
import { useServices } from './context.tsx';

export interface OpenLibrary {
  readonly library: Library;
  /** as they are now, changes of other tabs included; in no order */
  readonly entries: readonly LibraryEntry[];
}

interface State {
  readonly open: OpenLibrary | undefined;
  readonly failure: string | undefined;
}

const NOT_LOADED = 'The library could not be loaded. Try again when the page can reach where it came from.';

/** The library and what is in it, for as long as somebody looks. */
export function useLibrary(): State {
  const services = useServices();
  const [library, setLibrary] = useState<Library>();
  const [entries, setEntries] = useState<readonly LibraryEntry[]>();
  const [failure, setFailure] = useState<string>();

  const show = useCallback((listed: Outcome<readonly LibraryEntry[]>): void => {
    setFailure(listed.ok ? undefined : listed.message);
    if (listed.ok) setEntries(listed.value);
  }, []);

  useEffect(() => {
    services.library().then(setLibrary, () => setFailure(NOT_LOADED));
  }, [services]);
  useEffect(() => {
    if (library === undefined) return;
    const read = (): void => void library.list().then(show);
    read();
    return library.onChange(read);
  }, [library, show]);

  const open = library === undefined || entries === undefined ? undefined : { library, entries };
  return { open, failure };
}
