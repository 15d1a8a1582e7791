import type { ReactNode } from 'react';
import styles from './Skeleton.module.css';

/** A card of the final size while its content loads. */
export function SkeletonCard({
  grow,
  height,
}: {
  readonly grow?: number;
  readonly height?: number;
}): ReactNode {
  const size = height === undefined ? { flex: `${grow ?? 1} 1 0` } : { height, flex: 'none' };
  return <div className={styles.card} style={size} aria-hidden />;
}
