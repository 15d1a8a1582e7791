import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
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
    <Menu
      align="start"
      trigger={
        <Button look="outlined" className={styles.add ?? ''}>
          <Plus size={14} aria-hidden /> Add a metric
        </Button>
      }
    >
      {NEW_METRICS.map(({ text, source, about, value }) => (
        <MenuItem
          key={text}
          lines="two"
          about={`${source}: ${about}`}
          onSelect={() =>
            onEdit([{ op: 'append', path: ['spec', 'metrics'], value: value(container) }], true)
          }
        >
          {text}
        </MenuItem>
      ))}
    </Menu>
  );
}
