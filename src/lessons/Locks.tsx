import { Lock as LockIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Lock, LockablePart } from '../core/index.ts';
import styles from './lessons.module.css';

const PART_NAMES: Readonly<Record<LockablePart, string>> = {
  manifest: 'the manifest',
  workload: 'the workload in the manifest',
  load: 'the load',
  cluster: 'the cluster',
  controller: 'the controller’s flags',
  kubernetes: 'the Kubernetes version',
  featureGates: 'the feature gates',
  events: 'the events',
  signals: 'what the metrics show',
  durationSeconds: 'the duration',
};

export function lockName(lock: Lock): string {
  return lock.part === 'field' ? lock.path.join('.') : PART_NAMES[lock.part];
}

interface LocksProps {
  readonly locked: readonly Lock[];
  readonly broken: readonly Lock[];
}

/** What is not to be touched; a field of the manifest can be, and then the goal does not count until it is put back. */
export function Locks({ locked, broken }: LocksProps): ReactNode {
  if (locked.length === 0) return null;
  return (
    <>
      <p className={styles.locks}>
        <LockIcon size={13} aria-hidden />
        <span>Locked, so that the aim stays the aim: {locked.map(lockName).join(', ')}.</span>
      </p>
      {broken.length === 0 ? null : (
        <p className={styles.broken} role="alert">
          Changed although locked: {broken.map(lockName).join(', ')}. Put it back as it was; until then the
          goal does not count.
        </p>
      )}
    </>
  );
}
