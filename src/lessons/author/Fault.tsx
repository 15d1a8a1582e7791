import type { ReactNode } from 'react';
import type { ExpectationFault } from '../../core/index.ts';
import styles from './author.module.css';

interface FaultProps {
  readonly text: string;
  readonly fault: ExpectationFault;
}

/** What the grammar does not understand, marked where it stands. */
export function Fault({ text, fault: { message, start, end } }: FaultProps): ReactNode {
  const piece = text.slice(start, end);
  return (
    <p className={styles.fault} role="status">
      {text.trim() === '' ? null : (
        <code>
          {text.slice(0, start)}
          <mark>{piece === '' ? '…' : piece}</mark>
          {text.slice(end)}
        </code>
      )}
      <span>
        At character {start + 1}: {message}
      </span>
    </p>
  );
}
