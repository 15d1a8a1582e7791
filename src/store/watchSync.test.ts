import { describe, expect, test } from 'vitest';
import type { WatchOutcome } from '../worker/simulationClient.ts';
import { startSettling } from './settledStore.ts';
import { ranResponse, storeOf, traceOf } from './testing/fixtures.ts';
import { startWatchSync } from './watchSync.ts';

/** A store with a run of four syncs, and the questions that its watch asked. */
function begin() {
  const store = storeOf();
  const asked: { readonly run: number; readonly sync: number }[] = [];
  const answers: ((outcome: WatchOutcome) => void)[] = [];
  const stop = startWatchSync(store, startSettling(store).settled, {
    watch: (run, sync) => {
      asked.push({ run, sync });
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  store.getState().finishRun(ranResponse(1, traceOf([2, 2, 2, 2])), 0);
  return { store, asked, stop, answers };
}

function watched(run: number, sync: number): WatchOutcome {
  const view = { header: 'NAME', lines: [{ sync, text: `line ${sync}` }], earlier: 0 };
  return { type: 'watched', revision: 9, run, sync, view };
}

describe('selected sync to the lines of a watch', () => {
  test('asks while somebody looks, and then for every sync and run', () => {
    const { store, asked } = begin();
    expect(asked).toEqual([]);
    store.getState().showBottomTab('kubectl');
    expect(asked).toEqual([{ run: 1, sync: 0 }]);
    store.getState().selectSync(2);
    expect(asked.at(-1)).toEqual({ run: 1, sync: 2 });
    store.getState().finishRun(ranResponse(2, traceOf([2, 2, 2, 2])), 0);
    expect(asked.at(-1)).toEqual({ run: 2, sync: 2 });
    store.getState().showKubectl('describe');
    store.getState().selectSync(3);
    expect(asked).toHaveLength(3);
    store.getState().showKubectl('watch');
    expect(asked.at(-1)).toEqual({ run: 2, sync: 3 });
  });

  test('shows an answer, and drops that of a run that is gone', async () => {
    const { store, answers } = begin();
    store.getState().showBottomTab('kubectl');
    answers[0]?.(watched(1, 0));
    await Promise.resolve();
    await Promise.resolve();
    expect(store.getState().watched).toMatchObject({ run: 1, sync: 0, view: { header: 'NAME' } });
    store.getState().selectSync(1);
    store.getState().finishRun(ranResponse(2, traceOf([2, 2, 2, 2])), 0);
    answers[1]?.(watched(1, 1));
    await Promise.resolve();
    await Promise.resolve();
    expect(store.getState().watched).toMatchObject({ run: 1, sync: 0 });
  });

  test('asks nothing more once it is stopped', () => {
    const { store, asked, stop } = begin();
    stop();
    store.getState().showBottomTab('kubectl');
    expect(asked).toEqual([]);
  });
});
