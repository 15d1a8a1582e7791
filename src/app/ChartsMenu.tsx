import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { isChartShown } from '../store/shownCharts.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import styles from './ChartsMenu.module.css';
import { CHART_NAMES } from './chartNames.ts';
import { useApp, useServices } from './context.tsx';
import { OFFERED_CHARTS } from './optionalCharts.tsx';

/** Which charts there are. It stays open while they are chosen. */
export function ChartsMenu({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  const charts = useApp((state) => state.charts);
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          {OFFERED_CHARTS.map((id) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className={styles.item}
              checked={isChartShown(charts, id)}
              onCheckedChange={(checked) => store.getState().showChart(id, checked)}
              onSelect={(event) => event.preventDefault()}
            >
              <span className={styles.sign}>
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </span>
              {CHART_NAMES[id]}
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Separator className={styles.separator} />
          <DropdownMenu.Item
            className={styles.item}
            disabled={Object.keys(charts).length === 0}
            onSelect={store.getState().resetCharts}
          >
            <span className={styles.sign} />
            As from the start
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
