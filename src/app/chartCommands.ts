/** What the palette offers of the charts. */
import { isChartShown } from '../store/shownCharts.ts';
import type { AppState } from '../store/state.ts';
import { CHART_NAMES } from './chartNames.ts';
import type { Command } from './commands.ts';
import { OFFERED_CHARTS } from './optionalCharts.tsx';

export function chartCommands(state: AppState): Command[] {
  const { charts } = state;
  const reset: Command[] =
    Object.keys(charts).length === 0 ? [] : [{ title: 'Charts as from the start', run: state.resetCharts }];
  return [
    ...OFFERED_CHARTS.map((id) => {
      const shown = isChartShown(charts, id);
      const run = (): void => {
        state.showChart(id, !shown);
        state.showPhoneTab('charts');
      };
      return { title: `${shown ? 'Hide' : 'Show'} chart: ${CHART_NAMES[id]}`, run };
    }),
    ...reset,
  ];
}
