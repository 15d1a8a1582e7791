import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { LibraryEntry, Outcome } from '../library/types.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useServices } from './context.tsx';
import styles from './Library.module.css';
import { LibraryBin } from './LibraryBin.tsx';
import { LibraryRow } from './LibraryRow.tsx';
import { amountText, inBin, MANY, recentFirst, withWords } from './libraryTexts.ts';
import { type OpenLibrary, useLibrary } from './useLibrary.ts';

/** The scenarios that are kept in this browser. */
export default function Library(): ReactNode {
  const { store } = useServices();
  const { open, failure } = useLibrary();
  return (
    <Dialog title="Library" onClose={() => store.getState().showOverlay(undefined)}>
      <div className={styles.library}>
        {failure === undefined ? null : (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
        {open === undefined ? (
          <p className={styles.note}>{failure === undefined ? 'Opening the library…' : null}</p>
        ) : (
          <Shelves {...open} />
        )}
      </div>
    </Dialog>
  );
}

function Shelves({ library, entries }: OpenLibrary): ReactNode {
  const { store } = useServices();
  const [words, setWords] = useState('');
  const [deleted, setDeleted] = useState<LibraryEntry>();
  const [failure, setFailure] = useState<string>();
  const all = recentFirst(entries);
  const shown = withWords(all, words);
  const bin = inBin(entries);

  function report(outcome: Outcome<unknown>): void {
    setFailure(outcome.ok ? undefined : outcome.message);
  }
  async function remove(entry: LibraryEntry): Promise<void> {
    const outcome = await library.delete(entry.id);
    report(outcome);
    if (outcome.ok) setDeleted(entry);
  }
  async function restore(entry: LibraryEntry): Promise<void> {
    report(await library.restore(entry.id));
    setDeleted(undefined);
  }

  return (
    <>
      <div className={styles.bar}>
        <Button look="primary" onClick={() => store.getState().showOverlay('keep')}>
          Save the present one…
        </Button>
        {all.length >= MANY ? <SearchField value={words} onChange={setWords} /> : null}
      </div>
      {failure === undefined ? null : (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      {deleted === undefined ? null : <Deleted entry={deleted} onUndo={() => void restore(deleted)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keyboard */}
      <section className={styles.scroll} aria-label="Kept scenarios" tabIndex={0}>
        <ul className={styles.list}>
          {shown.map((entry) => (
            <LibraryRow
              key={entry.id}
              entry={entry}
              library={library}
              taken={all.filter(({ id }) => id !== entry.id).map(({ name }) => name)}
              onDelete={() => void remove(entry)}
              onOutcome={report}
            />
          ))}
        </ul>
        <Nothing all={all.length} shown={shown.length} />
        <LibraryBin
          entries={bin}
          onRestore={(entry) => void restore(entry)}
          onEmpty={() => {
            setDeleted(undefined);
            void library.emptyBin().then(report);
          }}
        />
      </section>
      <p className={styles.foot} role="status">
        {amountText(all)}
        {library.isDurable
          ? ''
          : '. This browser lets the page keep nothing: it is all gone when the tab closes.'}
      </p>
    </>
  );
}

function SearchField(props: {
  readonly value: string;
  readonly onChange: (words: string) => void;
}): ReactNode {
  return (
    <span className={styles.search}>
      <Search size={14} aria-hidden />
      <input
        type="search"
        className={styles.input}
        aria-label="Search the library"
        placeholder="Search"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </span>
  );
}

interface DeletedProps {
  readonly entry: LibraryEntry;
  readonly onUndo: () => void;
}

/** The button that was pressed is gone with its row: the focus goes on to the way back. */
function Deleted({ entry, onUndo }: DeletedProps): ReactNode {
  const undo = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each that is deleted anew
  useEffect(() => undo.current?.focus(), [entry.id]);
  return (
    <p className={styles.deleted} role="status">
      “{entry.name}” is in the bin.
      <Button ref={undo} look="outlined" onClick={onUndo}>
        Undo
      </Button>
    </p>
  );
}

function Nothing({ all, shown }: { readonly all: number; readonly shown: number }): ReactNode {
  if (shown > 0) return null;
  return (
    <p className={styles.nothing}>
      {all === 0
        ? 'Nothing is kept yet. Save the present scenario under a name, and it stays in this browser: manifest, load, cluster and events.'
        : 'No name has these words.'}
    </p>
  );
}
