import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { openKept } from '../store/librarySync.ts';
import { useApp, useServices } from './context.tsx';
import styles from './ExampleMenu.module.css';
import { agoText, recentFirst } from './libraryTexts.ts';
import { useLibrary } from './useLibrary.ts';

/** Kept scenarios in the menu; the library has the others. */
const RECENT = 4;

/** Saving the present scenario, the library, and what was worked on last of it. */
export function LibraryItems(): ReactNode {
  const { store } = useServices();
  const source = useApp((state) => state.source);
  const { open } = useLibrary();
  const { save, showOverlay } = store.getState();
  const recent = open === undefined ? [] : recentFirst(open.entries).slice(0, RECENT);
  return (
    <>
      <DropdownMenu.Item className={styles.item} onSelect={save}>
        {source.kind === 'kept' ? `Save “${source.name}”` : 'Save to the library…'}
      </DropdownMenu.Item>
      {source.kind === 'kept' ? (
        <DropdownMenu.Item className={styles.item} onSelect={() => showOverlay('keep')}>
          Save under a new name…
        </DropdownMenu.Item>
      ) : null}
      <DropdownMenu.Item className={styles.item} onSelect={() => showOverlay('library')}>
        Library…
      </DropdownMenu.Item>
      {open === undefined || recent.length === 0 ? null : (
        <>
          <DropdownMenu.Label className={styles.label}>Recent</DropdownMenu.Label>
          {recent.map(({ id, name, savedAt }) => (
            <DropdownMenu.Item
              key={id}
              className={styles.item}
              onSelect={() => void openKept(store, open.library, id)}
            >
              <span className={styles.title}>{name}</span>
              <span className={styles.about}>saved {agoText(savedAt, Date.now())}</span>
            </DropdownMenu.Item>
          ))}
        </>
      )}
      <DropdownMenu.Separator className={styles.separator} />
    </>
  );
}
