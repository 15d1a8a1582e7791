/** Comparing, with the second worker played by the test. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Scenario } from '../core/index.ts';
import type { RunOutcome } from '../worker/simulationClient.ts';
import { startCompareSync } from './compareSync.ts';
import { ranResponse, scenarioOf, storeOf, traceOf } from './testing/fixtures.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function begin() {
  const store = storeOf('text of A');
  const asked: {
    readonly scenario: Scenario;
    readonly answer: (outcome: RunOutcome) => void;
    readonly progress: ((share: number) => void) | undefined;
  }[] = [];
  let workers = 0;
  let disposed = 0;
  const sync = startCompareSync(store, store, () => {
    workers += 1;
    return {
      run: (scenario, progress) => new Promise((answer) => asked.push({ scenario, answer, progress })),
      cancelRun: () => asked.at(-1)?.answer({ type: 'cancelled' }),
      dispose: () => {
        disposed += 1;
      },
    };
  });
  const pause = () => vi.advanceTimersByTimeAsync(200);
  const answer = async (outcome: RunOutcome = ranResponse(1, traceOf([2, 3]))) => {
    asked.at(-1)?.answer(outcome);
    await pause();
  };
  return { store, sync, asked, pause, answer, workers: () => workers, disposed: () => disposed };
}

describe('comparing', () => {
  test('no worker before something is kept', async () => {
    const { store, pause, workers } = begin();
    store.getState().setManifestText('edited');
    await pause();
    expect(workers()).toBe(0);
  });

  test('A stays as it was, follows the load, and is not run again for an edit of B', async () => {
    const { store, asked, pause, answer } = begin();
    store.getState().keepAsA();
    await pause();
    expect(store.getState().comparing).toBe(true);
    await answer();
    expect(store.getState()).toMatchObject({ comparing: false, compared: { label: 'A: desired' } });
    store.getState().setManifestText('text of B');
    store.getState().setKubernetes('1.30');
    await pause();
    expect(asked).toHaveLength(1);
    const [load] = store.getState().scenario.loads;
    if (load !== undefined) store.getState().setLoadCurve({ ...load, points: [] });
    await pause();
    expect(asked).toHaveLength(2);
    expect(asked[1]?.scenario).toMatchObject({
      manifest: 'text of A',
      kubernetes: '1.37',
      loads: [{ points: [] }],
    });
  });

  test('an answer that comes after the end of the comparison is dropped, and the worker let go', async () => {
    const { store, pause, answer, disposed } = begin();
    store.getState().keepAsA();
    await pause();
    store.getState().closeComparison();
    await pause();
    await answer();
    expect(store.getState().compared).toBeUndefined();
    expect(disposed()).toBe(1);
  });

  test('the same kept again at once is run again', async () => {
    const { store, asked, pause, answer } = begin();
    store.getState().keepAsA();
    await pause();
    await answer();
    store.getState().closeComparison();
    store.getState().keepAsA();
    await pause();
    await answer();
    expect(asked).toHaveLength(2);
    expect(store.getState().compared).toBeDefined();
  });

  test('a question follows the present scenario, takes A’s place, and gives it back', async () => {
    const { store, asked, pause, answer } = begin();
    store.getState().keepAsA();
    await pause();
    await answer();
    store.getState().ask({ id: 'minor', minor: '1.30' });
    await pause();
    await answer();
    expect(store.getState().compared).toMatchObject({ label: 'what if: Kubernetes 1.30' });
    store.getState().setManifestText('text of B');
    await pause();
    expect(asked.at(-1)?.scenario).toMatchObject({ manifest: 'text of B', kubernetes: '1.30' });
    await answer();
    store.getState().ask(undefined);
    await pause();
    await answer();
    expect(store.getState().compared).toMatchObject({ label: 'A: desired' });
  });

  test('what cannot be run says why', async () => {
    const { store, pause, answer } = begin();
    store.getState().ask({ id: 'twiceMax' });
    await pause();
    expect(store.getState().compareFailure).toBeDefined();
    store.getState().keepAsA();
    await pause();
    await answer({ type: 'lost', because: 'died', message: 'The simulation stopped.' });
    expect(store.getState()).toMatchObject({ compareFailure: 'The simulation stopped.', comparing: false });
  });
});

describe('A and B', () => {
  test('taking A back is one step of undo, its text included', () => {
    const { store } = begin();
    const { keepAsA, setManifestText, setKubernetes, takeBackA, undo, redo } = store.getState();
    keepAsA();
    setManifestText('text of B');
    setKubernetes('1.30');
    takeBackA();
    expect(store.getState().scenario).toEqual(scenarioOf('text of A'));
    expect(store.getState().kept).toBeUndefined();
    undo();
    expect(store.getState().scenario).toMatchObject({ manifest: 'text of B', kubernetes: '1.30' });
    redo();
    expect(store.getState().scenario).toEqual(scenarioOf('text of A'));
  });

  test('undo takes back no text that was typed since', () => {
    const { store } = begin();
    const { keepAsA, setManifestText, takeBackA, undo, redo } = store.getState();
    keepAsA();
    setManifestText('text of B');
    takeBackA();
    setManifestText('typed since');
    undo();
    expect(store.getState().scenario.manifest).toBe('typed since');
    redo();
    expect(store.getState().scenario.manifest).toBe('typed since');
  });

  test('swapping keeps the load, and swapping again restores both', () => {
    const { store } = begin();
    const { keepAsA, setManifestText, setDuration, swapWithA } = store.getState();
    keepAsA();
    setManifestText('text of B');
    setDuration(7200);
    swapWithA();
    expect(store.getState()).toMatchObject({
      scenario: { manifest: 'text of A', durationSeconds: 7200 },
      kept: { manifest: 'text of B' },
    });
    swapWithA();
    expect(store.getState()).toMatchObject({
      scenario: { manifest: 'text of B' },
      kept: { manifest: 'text of A' },
    });
  });

  test('what was asked can become the present scenario', () => {
    const { store } = begin();
    store.getState().ask({ id: 'minor', minor: '1.30' });
    store.getState().adopt({ ...scenarioOf('text of A'), kubernetes: '1.30' });
    expect(store.getState()).toMatchObject({ scenario: { kubernetes: '1.30' }, whatIf: undefined });
    store.getState().undo();
    expect(store.getState().scenario.kubernetes).toBe('1.37');
  });

  test('a long one says how far it is; cancelled, it keeps the figures and runs again when told to', async () => {
    const { store, sync, asked, pause, answer } = begin();
    store.getState().keepAsA();
    await pause();
    await answer();
    store.getState().setDuration(7200);
    await pause();
    asked.at(-1)?.progress?.(0.25);
    expect(store.getState()).toMatchObject({ comparing: true, compareProgress: 0.25 });
    sync.cancel();
    await pause();
    expect(store.getState()).toMatchObject({
      comparing: false,
      compareProgress: undefined,
      compareCancelled: true,
      compareFailure: undefined,
      compared: { label: 'A: desired' },
    });
    store.getState().setManifestText('text of B');
    await pause();
    expect(asked).toHaveLength(2);
    sync.runAgain();
    await pause();
    expect(asked).toHaveLength(3);
    expect(store.getState()).toMatchObject({ comparing: true, compareCancelled: false });
    await answer();
    expect(store.getState()).toMatchObject({ comparing: false, compareCancelled: false });
  });
});
