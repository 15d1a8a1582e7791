import type { ReactNode } from 'react';
import type { ClusterText } from '../imports/cluster.ts';
import styles from './ClusterNotes.module.css';

/** What is taken over beside the manifest, what is left out, and what the text does not tell. */
export function ClusterNotes({ taken }: { readonly taken: ClusterText }): ReactNode {
  const { currentReplicas, minor, notes } = taken;
  return (
    <ul className={styles.notes}>
      {currentReplicas === undefined ? null : (
        <li>
          Pods at the start: {currentReplicas}
          {minor === undefined ? '' : `. Kubernetes ${minor}`}
        </li>
      )}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
