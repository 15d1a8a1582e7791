import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Overlay } from '../store/viewSlice.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { useServices } from './context.tsx';
import styles from './JumpMenu.module.css';

const ITEMS: readonly { readonly overlay: Overlay; readonly text: string; readonly about: string }[] = [
  { overlay: 'share', text: 'Link, QR code, embed…', about: '' },
  { overlay: 'export', text: 'Export…', about: 'files, pictures, report' },
  { overlay: 'import', text: 'Open or import…', about: 'or drop a file' },
];

export function ExchangeMenuContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          {ITEMS.map(({ overlay, text, about }) => (
            <DropdownMenu.Item
              key={overlay}
              className={styles.item}
              onSelect={() => store.getState().showOverlay(overlay)}
            >
              <span>{text}</span>
              <span className={styles.about}>{about}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
