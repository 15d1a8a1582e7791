import { ChartNoAxesGantt, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { isChartShown } from '../store/shownCharts.ts';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { CHART_NAMES } from './chartNames.ts';
import { useApp, useServices } from './context.tsx';
import styles from './MoreCharts.module.css';
import { OPTIONAL_CHARTS, type OptionalChart } from './optionalCharts.tsx';
import { chartToggleId } from './ShownChart.tsx';

const loadMenu = () => import('./ChartsMenu.tsx').then((module) => module.ChartsMenu);

/** Under the charts: those that are there on request, and the menu of all. */
export function MoreCharts(): ReactNode {
  const { firstCharts } = useServices();
  const trigger = (
    <Button className={styles.menu ?? ''} aria-label="Choose charts">
      Charts
      <ChevronDown size={13} aria-hidden />
    </Button>
  );
  return (
    <nav className={styles.row} aria-label="More charts" data-print="no">
      <ChartNoAxesGantt size={14} aria-hidden className={styles.sign ?? ''} />
      {OPTIONAL_CHARTS.map((chart) => (
        <Toggle key={chart.id} chart={chart} />
      ))}
      <Later load={loadMenu} after={firstCharts} trigger={trigger} />
    </nav>
  );
}

function Toggle({ chart: { id, about } }: { readonly chart: OptionalChart }): ReactNode {
  const { store } = useServices();
  const shown = useApp((state) => isChartShown(state.charts, id));
  return (
    <Tooltip text={about}>
      <button
        type="button"
        id={chartToggleId(id)}
        className={styles.toggle}
        aria-label={`Show chart: ${CHART_NAMES[id]}`}
        aria-pressed={shown}
        onClick={() => store.getState().showChart(id, !shown)}
      >
        {CHART_NAMES[id]}
      </button>
    </Tooltip>
  );
}
