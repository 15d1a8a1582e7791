import { lazy, type ReactNode, Suspense } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { WhyPanel } from '../explanations/WhyPanel.tsx';
import type { WhyState } from '../explanations/whyPanelProps.ts';
import { selectSyncCount } from '../store/selectors.ts';
import type { AppState } from '../store/state.ts';
import { syncAt } from '../store/syncs.ts';
import { useApp, useServices } from './context.tsx';
import { useSettled } from './useSettled.ts';

const WhatIf = lazy(() => import('./WhatIf.tsx'));
const Clocks = lazy(() => import('./Clocks.tsx'));

export default function Why(): ReactNode {
  const state = useApp(useShallow(whyState));
  const syncCount = useApp(selectSyncCount);
  const hasKeda = useApp((state) => state.trace?.keda !== undefined);
  const { store } = useServices();
  const goTo = (seconds: number): void => {
    const { trace, selectSync } = store.getState();
    if (trace !== undefined) selectSync(syncAt(trace, seconds));
  };
  const chartsAreThere = useSettled(useServices().firstCharts);
  return (
    <>
      <Suspense fallback={null}>{hasKeda ? <Clocks /> : null}</Suspense>
      <WhyPanel state={state} onGoTo={goTo} {...(syncCount === 0 ? {} : { syncCount })} />
      <Suspense fallback={null}>{chartsAreThere && syncCount > 0 ? <WhatIf /> : null}</Suspense>
    </>
  );
}

const PAUSED: WhyState = {
  kind: 'empty',
  title: 'Nothing decides in this run',
  message:
    'An annotation pauses this ScaledObject from the start: KEDA polls nothing and makes no HPA. Without the annotation it decides again.',
};

function whyState(state: AppState): WhyState {
  const { trace, traceRun, selectedSync, explained, explainFailure, failure, problems } = state;
  if (trace === undefined) {
    const message = failure?.message ?? problems.find(({ severity }) => severity === 'error')?.message;
    return message === undefined ? { kind: 'empty' } : { kind: 'empty', message };
  }
  if (trace.syncs.atSeconds.length === 0) return PAUSED;
  if (explainFailure !== undefined) return { kind: 'failed', message: explainFailure };
  if (explained === undefined) return { kind: 'pending' };
  const { step, explanation } = explained;
  const isCurrent = explained.run === traceRun && step.index === selectedSync;
  if (isCurrent) return { kind: 'ready', step, explanation };
  return { kind: 'pending', last: explained };
}
