import { describe, expect, test } from 'vitest';
import { startChartsSync } from './chartsSync.ts';
import { isChartShown, toChartChoice, toWorkloadView, WORKLOAD_VIEW } from './shownCharts.ts';
import { storeOf } from './testing/fixtures.ts';

function memory(texts: Record<string, string> = {}) {
  return {
    texts,
    read: (key: string) => texts[key],
    write(key: string, text: string) {
      texts[key] = text;
      return true;
    },
  };
}

describe('the choice of charts', () => {
  test('is as from the start where nothing was chosen', () => {
    const store = storeOf();
    startChartsSync(store, memory());
    const { charts, workloadView } = store.getState();
    expect(isChartShown(charts, 'replicas')).toBe(true);
    expect(isChartShown(charts, 'pods')).toBe(false);
    expect(workloadView).toEqual(WORKLOAD_VIEW);
  });

  test('comes back', () => {
    const storage = memory();
    const store = storeOf();
    startChartsSync(store, storage);
    store.getState().showChart('pods', true);
    store.getState().showChart('timeline', false);
    store.getState().setWorkloadView({ plots: ['memory'], perPod: true });
    const next = storeOf();
    startChartsSync(next, storage);
    expect(next.getState()).toMatchObject({
      charts: { pods: true, timeline: false },
      workloadView: { plots: ['memory'], perPod: true },
    });
    next.getState().resetCharts();
    expect(next.getState().charts).toEqual({});
  });

  test.each(['{', '7', 'null', '[]', '{"pods":"yes","__proto__":{"x":1},"unknown":true}'])(
    'survives %s in storage',
    (text) => {
      const store = storeOf();
      startChartsSync(store, memory({ charts: text, workload: text }));
      expect(store.getState()).toMatchObject({ charts: {}, workloadView: WORKLOAD_VIEW });
    },
  );

  test('takes over nothing that is too long or of another type', () => {
    expect(toChartChoice({ pods: true, load: 1 })).toEqual({ pods: true });
    expect(toWorkloadView({ plots: ['cpu', 3, 'x'.repeat(100)], perPod: 'yes' })).toEqual({
      plots: ['cpu'],
      perPod: false,
    });
  });
});
