import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** the title is for screen readers alone, and there is no button to close it but Escape and a press outside */
  readonly bare?: boolean;
  readonly onClose: () => void;
  /** after it is gone and the focus is back where it was */
  readonly onClosed?: () => void;
  readonly children: ReactNode;
}

/** Not its cross, where something in it says that it comes first. */
function focusFirst(event: Event): void {
  const first = (event.target as HTMLElement).querySelector<HTMLElement>('[data-focus="first"]');
  if (first === null) return;
  event.preventDefault();
  first.focus();
}

/** A box over the page, open for as long as it is rendered. The focus goes back to where it came from. */
export function Dialog({ title, bare = false, onClose, onClosed, children }: DialogProps): ReactNode {
  const [cameFrom] = useState(() => document.activeElement);

  function goBack(event: Event): void {
    event.preventDefault();
    if (cameFrom instanceof HTMLElement) cameFrom.focus();
    onClosed?.();
  }

  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          className={styles.box}
          data-bare={bare}
          aria-describedby={undefined}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={goBack}
        >
          <div className={bare ? 'visuallyHidden' : styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {bare ? null : (
              // Without a tooltip: it would open with the box, and Escape would close the tooltip alone.
              <Button aria-label="Close" aria-keyshortcuts="Escape" onClick={onClose}>
                <X size={16} aria-hidden />
              </Button>
            )}
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
