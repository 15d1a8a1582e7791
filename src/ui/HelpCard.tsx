import { Popover } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import styles from './HelpCard.module.css';

interface HelpCardProps {
  readonly label: string;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open for as long as it is rendered; Escape or a press elsewhere closes it, and the focus goes back to its button. */
export default function HelpCard({ label, anchor, onClose, children }: HelpCardProps): ReactNode {
  // The button is there: a press on it is what renders this.
  const virtualRef = anchor as RefObject<HTMLButtonElement>;
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor virtualRef={virtualRef} />
      <Popover.Portal>
        <Popover.Content
          className={styles.card}
          aria-label={label}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus({ preventScroll: true });
          }}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
