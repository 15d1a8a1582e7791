import type { ReactNode } from 'react';
import { isChartShown } from '../store/shownCharts.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { Menu, MenuCheckItem, MenuIndent, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { CHART_NAMES } from './chartNames.ts';
import { useApp, useServices } from './context.tsx';
import { OFFERED_CHARTS } from './optionalCharts.tsx';

/** Which charts there are. It stays open while they are chosen. */
export function ChartsMenu({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  const charts = useApp((state) => state.charts);
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen} look="small">
      {OFFERED_CHARTS.map((id) => (
        <MenuCheckItem
          key={id}
          checked={isChartShown(charts, id)}
          onChange={(checked) => store.getState().showChart(id, checked)}
          staysOpen
        >
          {CHART_NAMES[id]}
        </MenuCheckItem>
      ))}
      <MenuSeparator />
      <MenuItem disabled={Object.keys(charts).length === 0} onSelect={store.getState().resetCharts}>
        <MenuIndent />
        As from the start
      </MenuItem>
    </Menu>
  );
}
