/** Which charts the column has, and what they show. Never shared; remembered by the browser. */
import type { Slice } from './scenarioSlice.ts';
import { type ChartChoice, type ChartId, WORKLOAD_VIEW, type WorkloadView } from './shownCharts.ts';

export interface ChartsSlice {
  readonly charts: ChartChoice;
  readonly workloadView: WorkloadView;
  showChart(id: ChartId, shown: boolean): void;
  /** as from the start */
  resetCharts(): void;
  setWorkloadView(view: WorkloadView): void;
}

export const chartsSlice: Slice<ChartsSlice> = (set, get) => ({
  charts: {},
  workloadView: WORKLOAD_VIEW,
  showChart: (id, shown) => set({ charts: { ...get().charts, [id]: shown } }),
  resetCharts: () => set({ charts: {} }),
  setWorkloadView: (workloadView) => set({ workloadView }),
});
