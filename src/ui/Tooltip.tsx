import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Tooltip.module.css';

export const TooltipProvider = Radix.Provider;

interface TooltipProps {
  /** nothing in it can be pressed */
  readonly text: ReactNode;
  readonly keys?: string;
  readonly children: ReactNode;
}

export function Tooltip({ text, keys, children }: TooltipProps): ReactNode {
  return (
    <Radix.Root delayDuration={350}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.content} sideOffset={6} collisionPadding={8}>
          {text}
          {keys === undefined ? null : <kbd className={styles.keys}>{keys}</kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
