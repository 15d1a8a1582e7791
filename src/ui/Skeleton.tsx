import type { ReactNode } from 'react';
import styles from './Skeleton.module.css';

/** A card of about the final size, by its share of the room, until it is known what it holds. */
export function SkeletonCard({ grow }: { readonly grow: number }): ReactNode {
  return <div className={styles.card} style={{ flex: `${grow} 1 0` }} aria-hidden />;
}
