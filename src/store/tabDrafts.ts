/** This tab among the others: its name, and what tabs that are gone have left behind. */
import type { AppStore } from './appStore.ts';
import type { Autosave, Place } from './autosave.ts';
import { abandonedDrafts, renameTab, tabName } from './drafts.ts';
import { sameScenario } from './sameScenario.ts';
import type { Storage } from './storage.ts';
import { claimTab, livingTabs, type TabLocks } from './tabs.ts';

export interface TabPlace extends Place {
  /** once the page stands; a tab that is new to its name, and what others left, take their time */
  settleIn(store: AppStore, autosave: Autosave): Promise<void>;
}

interface Browser {
  /** shared by all tabs */
  readonly storage: Storage;
  /** of this tab alone */
  readonly session: Storage;
  readonly locks: TabLocks;
  newName(): string;
  now(): number;
}

export function tabPlace({ storage, session, locks, newName, now }: Browser): TabPlace {
  let name = tabName(session, newName);
  return {
    storage,
    tab: () => name,
    now,
    async settleIn(store, autosave) {
      // The twin that this tab was duplicated from keeps the name.
      if (!(await claimTab(locks, name))) {
        name = renameTab(session, newName());
        await claimTab(locks, name);
      }
      autosave.saveNow();
      const left = abandonedDrafts(storage, name, await livingTabs(locks), now());
      const { scenario, addEarlier } = store.getState();
      addEarlier(
        left.map(({ work }) => work).filter((work) => work.edited && !sameScenario(work.scenario, scenario)),
      );
      // Only what lies safely among the works put aside.
      if (autosave.isSaved()) for (const { key } of left) storage.remove(key);
    },
  };
}
