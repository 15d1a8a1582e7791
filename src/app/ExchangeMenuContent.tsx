import type { ReactNode } from 'react';
import type { Overlay } from '../store/viewSlice.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useServices } from './context.tsx';

const ITEMS: readonly { readonly overlay: Overlay; readonly text: string; readonly about?: string }[] = [
  { overlay: 'share', text: 'Link, QR code, embed…' },
  { overlay: 'export', text: 'Export…', about: 'files, pictures, report' },
  { overlay: 'import', text: 'Open or import…', about: 'or drop a file' },
];

export function ExchangeMenuContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      {ITEMS.map(({ overlay, text, about }) => (
        <MenuItem key={overlay} about={about} onSelect={() => store.getState().showOverlay(overlay)}>
          {text}
        </MenuItem>
      ))}
    </Menu>
  );
}
