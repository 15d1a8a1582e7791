import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { manifestName } from '../store/manifestName.ts';
import type { ScenarioSource, Work } from '../store/scenarioSlice.ts';
import { Button } from '../ui/Button.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ExampleMenu.module.css';
import type { Example } from './examples.ts';

/** What is open, the examples, and the works that were put aside. */
export function ExampleMenu(): ReactNode {
  const { store, examples } = useServices();
  const source = useApp((state) => state.source);
  const edited = useApp((state) => state.edited);
  const earlier = useApp((state) => state.earlier);
  const { openScenario, restoreEarlier, notify } = store.getState();
  const ownName = useApp((state) => manifestName(state.scenario.manifest));
  const title = source.kind === 'own' && ownName !== undefined ? ownName : titleOf(source, examples);

  async function openExample(example: Example): Promise<void> {
    try {
      openScenario(await example.open(), { kind: 'example', id: example.id });
    } catch {
      notify('warning', `The example “${example.title}” could not be loaded.`);
    }
  }

  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button className={styles.trigger ?? ''} aria-label={`Examples. Open: ${title}`}>
          <span className={styles.title}>{title}</span>
          {edited && source.kind !== 'own' ? <span className={styles.edited}>edited</span> : null}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
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
                  <span>{earlierTitle(work, examples)}</span>
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

function titleOf(source: ScenarioSource, examples: readonly Example[]): string {
  switch (source.kind) {
    case 'example':
      return examples.find((example) => example.id === source.id)?.title ?? 'Your scenario';
    case 'link':
      return 'From a link';
    case 'own':
      return 'Your scenario';
  }
}

function earlierTitle(work: Work, examples: readonly Example[]): string {
  return work.source.kind === 'own' ? 'Your scenario' : `${titleOf(work.source, examples)}, edited`;
}
