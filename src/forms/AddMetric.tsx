import { Plus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './forms.module.css';
import type { Edit } from './ManifestForm.tsx';
import { NEW_METRICS } from './newMetrics.ts';

interface AddMetricProps {
  /** the first container of the pods */
  readonly container: string;
  readonly onEdit: Edit;
}

/** A metric of any type at the end of the list; its name and its target are changed where it then stands. */
export function AddMetric({ container, onEdit }: AddMetricProps): ReactNode {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button look="outlined" className={styles.add ?? ''}>
          <Plus size={14} aria-hidden /> Add a metric
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
          {NEW_METRICS.map(({ text, source, about, value }) => (
            <DropdownMenu.Item
              key={text}
              className={styles.menuItem}
              onSelect={() =>
                onEdit([{ op: 'append', path: ['spec', 'metrics'], value: value(container) }], true)
              }
            >
              <span>{text}</span>
              <span className={styles.dim}>
                {source}: {about}
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
