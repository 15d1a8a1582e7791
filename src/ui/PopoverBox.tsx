import { Popover } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import styles from './PopoverBox.module.css';

interface PopoverBoxProps extends ComponentProps<typeof Popover.Content> {
  /** the accessible name */
  readonly label: string;
}

/** What a popover shows, all of one look: inside of a `Popover.Root`. */
export function PopoverBox({ label, className, children, ...rest }: PopoverBoxProps): ReactNode {
  return (
    <Popover.Portal>
      <Popover.Content
        sideOffset={6}
        collisionPadding={8}
        {...rest}
        className={className === undefined ? styles.box : `${styles.box} ${className}`}
        aria-label={label}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  );
}
