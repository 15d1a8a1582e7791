import type { ReactNode } from 'react';
import { manifestName } from '../store/manifestName.ts';
import type { Work } from '../store/scenarioSlice.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/Menu.tsx';
import { useApp, useServices } from './context.tsx';
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
    <Menu trigger={trigger} defaultOpen={defaultOpen} align="start" look="wide">
      <LibraryItems />
      {earlier.length === 0 ? null : (
        <>
          <MenuLabel>Your earlier work</MenuLabel>
          {earlier.map((work, index) => (
            <MenuItem
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
              key={index}
              lines="two"
              about={manifestName(work.scenario.manifest) ?? 'no name in the manifest'}
              onSelect={() => restoreEarlier(index)}
            >
              {earlierTitle(work)}
            </MenuItem>
          ))}
          <MenuSeparator />
        </>
      )}
      <MenuLabel>Examples</MenuLabel>
      {examples.map((example) => (
        <MenuItem
          key={example.id}
          lines="two"
          about={example.description}
          onSelect={() => void openExample(example)}
        >
          {example.title}
        </MenuItem>
      ))}
    </Menu>
  );
}

function earlierTitle({ source }: Work): string {
  return source.kind === 'own' ? 'Your scenario' : `${sourceTitle(source)}, edited`;
}
