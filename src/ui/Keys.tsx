import { Fragment, type ReactNode } from 'react';
import styles from './Keys.module.css';

interface KeysProps {
  /** pressed together */
  readonly caps: readonly string[];
}

/** Keys to press, as caps. */
export function Keys({ caps }: KeysProps): ReactNode {
  return (
    <kbd className={styles.keys}>
      {caps.map((cap, index) => (
        <Fragment key={cap}>
          {index === 0 ? null : <span className="visuallyHidden">+</span>}
          <kbd className={styles.cap}>{cap}</kbd>
        </Fragment>
      ))}
    </kbd>
  );
}
