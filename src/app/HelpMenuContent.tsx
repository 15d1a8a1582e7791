import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { DOCS, type DocsPage } from '../glossary/types.ts';
import type { Overlay } from '../store/viewSlice.ts';
import { THEMES } from '../store/viewSlice.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import {
  Menu,
  MenuCheckItem,
  MenuGroup,
  MenuIndent,
  MenuItem,
  MenuLabel,
  MenuLink,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '../ui/Menu.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './HelpMenu.module.css';
import { THEME_NAMES } from './themes.ts';

const HELP: readonly { readonly overlay: Overlay; readonly text: string; readonly about?: string }[] = [
  { overlay: 'learn', text: 'Learn', about: 'lessons' },
  { overlay: 'tour', text: 'Take the tour', about: '1 min' },
  { overlay: 'shortcuts', text: 'Keyboard', about: '?' },
  { overlay: 'glossary', text: 'Glossary' },
  { overlay: 'neighbours', text: 'HPA, VPA, KEDA, nodes' },
];

const PAGES = ['hpa', 'algorithm', 'api', 'flags'] as const satisfies readonly DocsPage[];

export function HelpMenuContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  const show = (overlay: Overlay) => () => store.getState().showOverlay(overlay);
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      {HELP.map(({ overlay, text, about }) => (
        <MenuItem key={overlay} about={about} onSelect={show(overlay)}>
          {text}
        </MenuItem>
      ))}
      <MenuSeparator />
      <ViewItems />
      <MenuSeparator />
      <MenuGroup aria-label="Documentation of Kubernetes">
        <MenuLabel>Documentation of Kubernetes</MenuLabel>
        {PAGES.map((page) => (
          <MenuLink key={page} href={`https://${DOCS[page].address}`}>
            {DOCS[page].title}
            <ExternalLink size={13} className={styles.leadsOut} aria-hidden />
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem onSelect={show('about')}>About HPA Playground</MenuItem>
    </Menu>
  );
}

/** How the page looks. */
function ViewItems(): ReactNode {
  const { store } = useServices();
  const { setTheme, setPresentation, resetLayout } = store.getState();
  const theme = useApp((state) => state.theme);
  const presentation = useApp((state) => state.presentation);
  return (
    <>
      <MenuCheckItem checked={presentation} onChange={setPresentation}>
        Presentation view
      </MenuCheckItem>
      <MenuItem onSelect={resetLayout}>
        <MenuIndent />
        Panels as they were
      </MenuItem>
      <MenuRadioGroup
        value={theme}
        aria-label="Theme"
        onValueChange={(value) => {
          const chosen = THEMES.find((known) => known === value);
          if (chosen !== undefined) setTheme(chosen);
        }}
      >
        <MenuLabel>Theme</MenuLabel>
        {THEMES.map((known) => (
          <MenuRadioItem key={known} value={known}>
            {THEME_NAMES[known]}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </>
  );
}
