import type { ReactNode } from 'react';
import { openKept } from '../store/librarySync.ts';
import { MenuItem, MenuLabel, MenuSeparator } from '../ui/Menu.tsx';
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
      <MenuItem onSelect={save}>
        {source.kind === 'kept' ? `Save “${source.name}”` : 'Save to the library…'}
      </MenuItem>
      {source.kind === 'kept' ? (
        <MenuItem onSelect={() => showOverlay('keep')}>Save under a new name…</MenuItem>
      ) : null}
      <MenuItem onSelect={() => showOverlay('library')}>Library…</MenuItem>
      {open === undefined || recent.length === 0 ? null : (
        <>
          <MenuLabel>Recent</MenuLabel>
          {recent.map(({ id, name, savedAt }) => (
            <MenuItem
              key={id}
              lines="two"
              about={`saved ${agoText(savedAt, Date.now())}`}
              onSelect={() => void openKept(store, open.library, id)}
            >
              <span className={styles.title}>{name}</span>
            </MenuItem>
          ))}
        </>
      )}
      <MenuSeparator />
    </>
  );
}
