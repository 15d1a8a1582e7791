import type { ReactNode } from 'react';
import { LIBRARY_LIMITS, type LibraryEntry } from '../library/types.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Library.module.css';
import { sizeText } from './libraryTexts.ts';

const DAYS = LIBRARY_LIMITS.binMs / 86_400_000;

interface LibraryBinProps {
  readonly entries: readonly LibraryEntry[];
  readonly onRestore: (entry: LibraryEntry) => void;
  readonly onEmpty: () => void;
}

/** What was deleted, until it is forgotten. */
export function LibraryBin({ entries, onRestore, onEmpty }: LibraryBinProps): ReactNode {
  if (entries.length === 0) return null;
  return (
    <details className={styles.bin}>
      <summary>Bin ({entries.length})</summary>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.row}>
            <span className={styles.open}>
              <span className={styles.name}>{entry.name}</span>
              <span className={styles.about}>{sizeText(entry.size)}</span>
            </span>
            <Button look="outlined" aria-label={`Restore ${entry.name}`} onClick={() => onRestore(entry)}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        It is emptied of what is older than {DAYS} days.{' '}
        <Button look="outlined" onClick={onEmpty}>
          Empty it now, for good
        </Button>
      </p>
    </details>
  );
}
