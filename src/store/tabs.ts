/** Which tabs of this page are open: each holds a lock of its own for as long as it lives. */

const LOCK = 'hpa-playground.tab.';

/** `undefined` where the browser has no locks: without https, for one. */
export type TabLocks = Pick<LockManager, 'request' | 'query'> | undefined;

/** @returns false: another tab has this name, because one of the two was duplicated from the other */
export async function claimTab(locks: TabLocks, tab: string): Promise<boolean> {
  if (locks === undefined) return true;
  return new Promise((resolve) => {
    locks
      .request(LOCK + tab, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the tab is gone.
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .catch(() => resolve(true));
  });
}

export async function livingTabs(locks: TabLocks): Promise<ReadonlySet<string> | undefined> {
  const held = await locks?.query().then(
    (answer) => answer.held,
    () => undefined,
  );
  if (held === undefined) return undefined;
  return new Set(held.map(({ name = '' }) => name.slice(LOCK.length)));
}
