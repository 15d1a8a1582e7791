/** The tooltip itself: loaded by `tooltipLoader.ts` once the first charts are there. */
import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode, Ref } from 'react';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  /** nothing in it can be pressed */
  readonly text: ReactNode;
  readonly keys?: string;
  readonly children: ReactElement<{ readonly ref?: Ref<HTMLElement> | undefined }>;
}

/** Every tooltip brings its own provider: where they are loaded later, nothing above them is made anew. */
export function RadixTooltip({ text, keys, children }: TooltipProps): ReactNode {
  return (
    <Radix.Provider>
      <Radix.Root delayDuration={350}>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal container={document.querySelector('main')}>
          <Radix.Content className={styles.content} sideOffset={6} collisionPadding={8}>
            {text}
            {keys === undefined ? null : <kbd className={styles.keys}>{keys}</kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
