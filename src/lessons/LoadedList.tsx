import type { ReactNode } from 'react';
import styles from './lessons.module.css';
import { useLoaded } from './useLoaded.ts';

interface LoadedListProps<T> {
  /** must stay the same function */
  readonly load: () => Promise<readonly T[]>;
  /** plural, for what is said of them */
  readonly what: string;
  readonly children: (items: readonly T[]) => ReactNode;
}

export function LoadedList<T>({ load, what, children }: LoadedListProps<T>): ReactNode {
  const loaded = useLoaded(load);
  if (loaded.state === 'loading') return <p className={styles.note}>Loading the {what}…</p>;
  if (loaded.state === 'failed') {
    return <p className={styles.note}>The {what} could not be loaded. Close this and try again.</p>;
  }
  if (loaded.value.length === 0) return <p className={styles.note}>There are no {what} yet.</p>;
  return children(loaded.value);
}
