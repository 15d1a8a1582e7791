import { Check, ExternalLink } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { DOCS, type DocsPage } from '../glossary/types.ts';
import type { Overlay } from '../store/viewSlice.ts';
import { THEMES } from '../store/viewSlice.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import own from './HelpMenu.module.css';
import styles from './JumpMenu.module.css';
import { THEME_NAMES } from './themes.ts';

const HELP: readonly { readonly overlay: Overlay; readonly text: string; readonly about: string }[] = [
  { overlay: 'tour', text: 'Take the tour', about: '1 min' },
  { overlay: 'shortcuts', text: 'Keyboard', about: '?' },
  { overlay: 'glossary', text: 'Glossary', about: '' },
];

const PAGES = ['hpa', 'algorithm', 'api', 'flags'] as const satisfies readonly DocsPage[];

export function HelpMenuContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  const show = (overlay: Overlay) => () => store.getState().showOverlay(overlay);
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          {HELP.map(({ overlay, text, about }) => (
            <DropdownMenu.Item key={overlay} className={styles.item} onSelect={show(overlay)}>
              <span>{text}</span>
              <span className={styles.about}>{about}</span>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className={styles.separator} />
          <ViewItems />
          <DropdownMenu.Separator className={styles.separator} />
          <DropdownMenu.Group aria-label="Documentation of Kubernetes">
            <DropdownMenu.Label className={styles.label}>Documentation of Kubernetes</DropdownMenu.Label>
            {PAGES.map((page) => (
              <DropdownMenu.Item key={page} asChild className={`${styles.item} ${own.link}`}>
                <a href={`https://${DOCS[page].address}`} target="_blank" rel="noreferrer">
                  {DOCS[page].title}
                  <ExternalLink size={13} aria-hidden />
                </a>
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Group>
          <DropdownMenu.Separator className={styles.separator} />
          <DropdownMenu.Item className={styles.item} onSelect={show('about')}>
            About HPA Playground
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
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
      <DropdownMenu.CheckboxItem
        className={styles.item}
        checked={presentation}
        onCheckedChange={setPresentation}
      >
        <Mark />
        Presentation view
      </DropdownMenu.CheckboxItem>
      <DropdownMenu.Item className={styles.item} onSelect={resetLayout}>
        <span className={own.check} />
        Panels as they were
      </DropdownMenu.Item>
      <DropdownMenu.RadioGroup
        value={theme}
        aria-label="Theme"
        onValueChange={(value) => {
          const chosen = THEMES.find((known) => known === value);
          if (chosen !== undefined) setTheme(chosen);
        }}
      >
        <DropdownMenu.Label className={styles.label}>Theme</DropdownMenu.Label>
        {THEMES.map((known) => (
          <DropdownMenu.RadioItem key={known} className={styles.item} value={known}>
            <Mark />
            {THEME_NAMES[known]}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

function Mark(): ReactNode {
  return (
    <span className={own.check}>
      <DropdownMenu.ItemIndicator>
        <Check size={15} aria-hidden />
      </DropdownMenu.ItemIndicator>
    </span>
  );
}
