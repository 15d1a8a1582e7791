import { Copy, PencilLine, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Library } from '../library/library.ts';
import type { LibraryEntry, Outcome } from '../library/types.ts';
import { openKept } from '../store/librarySync.ts';
import { Button } from '../ui/Button.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Library.module.css';
import { agoText, sizeText } from './libraryTexts.ts';
import { NameForm } from './NameForm.tsx';

interface LibraryRowProps {
  readonly entry: LibraryEntry;
  readonly library: Library;
  /** names of the others */
  readonly taken: readonly string[];
  readonly onDelete: () => void;
  readonly onOutcome: (outcome: Outcome<unknown>) => void;
}

/** One kept scenario and what can be done with it. */
export function LibraryRow({ entry, library, taken, onDelete, onOutcome }: LibraryRowProps): ReactNode {
  const { store } = useServices();
  const [renaming, setRenaming] = useState(false);
  const isOpen = useApp(({ source }) => source.kind === 'kept' && source.id === entry.id);
  const edited = useApp((state) => state.edited);
  const { id, name } = entry;

  function open(): void {
    store.getState().showOverlay(undefined);
    void openKept(store, library, id);
  }
  async function rename(wanted: string): Promise<void> {
    onOutcome(await library.rename(id, wanted));
    setRenaming(false);
  }

  if (renaming) {
    return (
      <li className={styles.row}>
        <NameForm
          label={`New name of ${name}`}
          initial={name}
          taken={taken}
          action="Rename"
          onName={(wanted) => void rename(wanted)}
          onCancel={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li className={styles.row} data-open={isOpen}>
      <button type="button" className={styles.open} onClick={open}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>
          {isOpen ? `open${edited ? ', with changes that are not saved' : ''} · ` : ''}
          saved {agoText(entry.savedAt, Date.now())} · {sizeText(entry.size)}
        </span>
      </button>
      <Button aria-label={`Rename ${name}`} title="Rename" onClick={() => setRenaming(true)}>
        <PencilLine size={15} aria-hidden />
      </Button>
      <Button
        aria-label={`Duplicate ${name}`}
        title="Duplicate"
        onClick={() => void library.duplicate(entry).then(onOutcome)}
      >
        <Copy size={15} aria-hidden />
      </Button>
      <Button aria-label={`Delete ${name}`} title="Delete" onClick={onDelete}>
        <Trash2 size={15} aria-hidden />
      </Button>
    </li>
  );
}
