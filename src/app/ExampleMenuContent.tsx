import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { manifestName } from '../store/manifestName.ts';
import type { Work } from '../store/scenarioSlice.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ExampleMenu.module.css';
import { sourceTitle } from './examples.ts';
import { LibraryItems } from './LibraryItems.tsx';
import { useOpenExample } from './useOpenExample.ts';

/** The examples, and the works that were put aside. */
export function ExampleMenuContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store, examples } = useServices();
  const earlier = useApp((state) => state.earlier);
  const { restoreEarlier } = store.getState();
  const openExample = useOpenExample();

  return (
    <DropdownMenu.Root defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
          <LibraryItems />
          {earlier.length === 0 ? null : (
            <>
              <DropdownMenu.Label className={styles.label}>Your earlier work</DropdownMenu.Label>
              {earlier.map((work, index) => (
                <DropdownMenu.Item
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
                  key={index}
                  className={styles.item}
                  onSelect={() => restoreEarlier(index)}
                >
                  <span>{earlierTitle(work)}</span>
                  <span className={styles.about}>
                    {manifestName(work.scenario.manifest) ?? 'no name in the manifest'}
                  </span>
                </DropdownMenu.Item>
              ))}
              <DropdownMenu.Separator className={styles.separator} />
            </>
          )}
          <DropdownMenu.Label className={styles.label}>Examples</DropdownMenu.Label>
          {examples.map((example) => (
            <DropdownMenu.Item
              key={example.id}
              className={styles.item}
              onSelect={() => void openExample(example)}
            >
              <span>{example.title}</span>
              <span className={styles.about}>{example.description}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function earlierTitle({ source }: Work): string {
  return source.kind === 'own' ? 'Your scenario' : `${sourceTitle(source)}, edited`;
}
