import { type ReactNode, useMemo } from 'react';
import { differencesOf } from '../compare/differences.ts';
import type { Scenario } from '../core/index.ts';
import styles from './Compare.module.css';

interface CompareDifferencesProps {
  readonly a: Scenario;
  readonly b: Scenario;
}

/** The settings that the two do not share. */
export function CompareDifferences({ a, b }: CompareDifferencesProps): ReactNode {
  const differences = useMemo(() => differencesOf(a, b), [a, b]);
  if (differences.length === 0) return <p className={styles.note}>The settings are the same.</p>;
  return (
    <ul className={styles.differences} aria-label="Settings that differ">
      {differences.map(({ path, a: before, b: after }) => (
        <li key={path}>
          <code>{path}</code> {before ?? 'not set'} → {after ?? 'not set'}
        </li>
      ))}
    </ul>
  );
}
