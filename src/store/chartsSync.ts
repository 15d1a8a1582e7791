/** Remembers which charts somebody chose. */
import type { AppStore } from './appStore.ts';
import { toChartChoice, toWorkloadView } from './shownCharts.ts';
import { readJson, type Storage } from './storage.ts';

const SHOWN_KEY = 'charts';
const WORKLOAD_KEY = 'workload';

/** Shows what was chosen last time, and keeps each choice from here on; small and rare, so at once. */
export function startChartsSync(store: AppStore, storage: Pick<Storage, 'read' | 'write'>): () => void {
  store.setState({
    charts: toChartChoice(readJson(storage, SHOWN_KEY)),
    workloadView: toWorkloadView(readJson(storage, WORKLOAD_KEY)),
  });
  return store.subscribe(({ charts, workloadView }, before) => {
    if (charts !== before.charts) storage.write(SHOWN_KEY, JSON.stringify(charts));
    if (workloadView !== before.workloadView) storage.write(WORKLOAD_KEY, JSON.stringify(workloadView));
  });
}
