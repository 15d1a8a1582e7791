/** The subscribers against a store, with the worker and the address played by the test. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScenarioResult } from '../core/index.ts';
import type { AdviseOutcome, ExplainOutcome, RunOutcome } from '../worker/simulationClient.ts';
import { startAdviceSync } from './adviceSync.ts';
import { startExplainSync } from './explainSync.ts';
import { startRunSync } from './runSync.ts';
import { startSettling } from './settledStore.ts';
import { ranResponse, scenarioOf, storeOf, traceOf } from './testing/fixtures.ts';
import { type AddressBar, startUrlSync } from './urlSync.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker whose answers the test gives by hand. */
function handWorker<T>() {
  const asked: { readonly what: readonly unknown[]; readonly answer: (outcome: T) => Promise<void> }[] = [];
  const ask = (...what: readonly unknown[]): Promise<T> =>
    new Promise((resolve) => {
      asked.push({
        what,
        async answer(outcome) {
          resolve(outcome);
          await vi.advanceTimersByTimeAsync(0);
        },
      });
    });
  const at = (index: number) => {
    const found = asked[index];
    if (found === undefined) throw new Error(`nothing was asked as number ${index}`);
    return found;
  };
  return { asked, ask, at };
}

describe('scenario to run', () => {
  const begin = () => {
    const store = storeOf();
    const worker = handWorker<RunOutcome>();
    const sync = startRunSync(store, { run: worker.ask });
    return { store, worker, sync };
  };

  test('runs what the page opens with', async () => {
    const { store, worker } = begin();
    await worker.at(0).answer(ranResponse(1, traceOf([2, 2, 4])));
    expect(store.getState()).toMatchObject({ running: false, traceRun: 1, traceIsStale: false });
  });

  test('a first run opens at its first change', async () => {
    const { store, worker } = begin();
    await worker.at(0).answer(ranResponse(1, traceOf([2, 2, 4, 4])));
    expect(store.getState().selectedSync).toBe(2);
  });

  test('typing waits for a pause, a drag does not', () => {
    const { store, worker } = begin();
    for (const text of ['a', 'ab', 'abc']) store.getState().setManifestText(text);
    expect(worker.asked).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(worker.asked).toHaveLength(2);
    expect(worker.at(1).what).toMatchObject([{ manifest: 'abc' }, expect.any(Function)]);
    store.getState().setDuration(60);
    expect(worker.asked).toHaveLength(3);
  });

  test('a text from a control runs at once, and typing after it waits again', async () => {
    const { store, worker } = begin();
    store.getState().setManifestText('from a slider', true);
    expect(worker.asked).toHaveLength(2);
    store.getState().setManifestText('typed');
    expect(worker.asked).toHaveLength(2);
    vi.advanceTimersByTime(100);
    expect(worker.asked).toHaveLength(3);
  });

  test('a text that does not run leaves the last good run on show', async () => {
    const { store, worker } = begin();
    const trace = traceOf([2, 4]);
    await worker.at(0).answer(ranResponse(1, trace));
    store.getState().setManifestText('broken');
    vi.advanceTimersByTime(100);
    await worker.at(1).answer(ranResponse(2));
    expect(store.getState()).toMatchObject({ traceRun: 1, traceIsStale: true });
    expect(store.getState().trace).toBe(trace);
  });

  test('an edit keeps the selected sync, as far as the run reaches', async () => {
    const { store, worker } = begin();
    await worker.at(0).answer(ranResponse(1, traceOf([2, 2, 2, 2, 4])));
    store.getState().selectSync(3);
    store.getState().setDuration(60);
    await worker.at(1).answer(ranResponse(2, traceOf([2, 2, 2, 2, 2])));
    expect(store.getState().selectedSync).toBe(3);
    store.getState().setDuration(30);
    await worker.at(2).answer(ranResponse(3, traceOf([2, 2])));
    expect(store.getState().selectedSync).toBe(1);
  });

  test('a worker that was lost is said, and the run can be tried again', async () => {
    const { store, worker, sync } = begin();
    await worker.at(0).answer({ type: 'lost', because: 'hung', message: 'No answer for 10 s.' });
    expect(store.getState().failure).toEqual({ kind: 'worker', message: 'No answer for 10 s.' });
    sync.runAgain();
    await worker.at(1).answer(ranResponse(2, traceOf([1])));
    expect(store.getState().failure).toBeUndefined();
  });

  test('a long run says how far it is, and is under way until the newest one is answered', async () => {
    const { store, worker } = begin();
    const say = (index: number, share: number) =>
      (worker.at(index).what[1] as (share: number) => void)(share);
    say(0, 0.4);
    expect(store.getState()).toMatchObject({ running: true, progress: 0.4 });
    store.getState().setDuration(60);
    await worker.at(0).answer(ranResponse(1, traceOf([1])));
    expect(store.getState()).toMatchObject({ running: true, progress: undefined, traceRun: 1 });
    await worker.at(1).answer(ranResponse(2, traceOf([1])));
    expect(store.getState()).toMatchObject({ running: false, traceRun: 2 });
  });

  test('cancelled: the last good run stays, it is said, and goes with the next run', async () => {
    const { store, worker, sync } = begin();
    await worker.at(0).answer(ranResponse(1, traceOf([1])));
    store.getState().setDuration(60);
    await worker.at(1).answer({ type: 'cancelled' });
    expect(store.getState()).toMatchObject({
      running: false,
      traceRun: 1,
      traceIsStale: true,
      failure: { kind: 'cancelled', message: 'The run was cancelled.' },
    });
    sync.runAgain();
    expect(store.getState()).toMatchObject({ running: true, failure: undefined });
    // Cancelled because of a newer one: nothing to say.
    store.getState().setDuration(90);
    await worker.at(2).answer({ type: 'cancelled' });
    expect(store.getState()).toMatchObject({ running: true, failure: undefined });
  });

  test('an answer after the stop changes nothing', async () => {
    const { store, worker, sync } = begin();
    sync.stop();
    await worker.at(0).answer(ranResponse(1, traceOf([1])));
    expect(store.getState().trace).toBeUndefined();
  });
});

describe('answered run to advice', () => {
  const adviceOf = (run: number): AdviseOutcome =>
    ({ type: 'advised', revision: 9, run, advice: [{ line: run }] }) as unknown as AdviseOutcome;
  const begin = () => {
    const store = storeOf();
    const worker = handWorker<AdviseOutcome>();
    startAdviceSync(store, startSettling(store).settled, { advise: worker.ask });
    return { store, worker };
  };

  test('asks about each answer, also one without a run', async () => {
    const { store, worker } = begin();
    store.getState().finishRun(ranResponse(1, traceOf([2, 4])), 0);
    await worker.at(0).answer(adviceOf(1));
    expect(store.getState().advice).toEqual([{ line: 1 }]);
    store.getState().finishRun(ranResponse(2), 0);
    expect(worker.at(1).what).toEqual([2]);
  });

  test('advice on a run that was replaced is dropped, and so is a failure', async () => {
    const { store, worker } = begin();
    store.getState().finishRun(ranResponse(1), 0);
    store.getState().finishRun(ranResponse(2), 0);
    await worker.at(0).answer(adviceOf(1));
    await worker.at(1).answer({ type: 'failed', revision: 9, request: 'advise', message: 'gone' });
    expect(store.getState().advice).toEqual([]);
  });
});

describe('selected sync to explanation', () => {
  const explanationOf = (run: number, index: number): ExplainOutcome =>
    ({ type: 'explained', revision: 9, run, step: { index }, explanation: {} }) as unknown as ExplainOutcome;
  const begin = () => {
    const store = storeOf();
    const worker = handWorker<ExplainOutcome>();
    startExplainSync(store, startSettling(store).settled, { explain: worker.ask });
    store.getState().finishRun(ranResponse(1, traceOf([2, 2, 4])), 0);
    return { store, worker };
  };

  test('asks when a run arrives and when another sync is selected', async () => {
    const { store, worker } = begin();
    expect(worker.at(0).what).toEqual([1, 2]);
    store.getState().selectSync(0);
    expect(worker.at(1).what).toEqual([1, 0]);
    await worker.at(1).answer(explanationOf(1, 0));
    expect(store.getState().explained).toMatchObject({ run: 1, step: { index: 0 } });
  });

  test('an answer about a run that was replaced is dropped', async () => {
    const { store, worker } = begin();
    store.getState().finishRun(ranResponse(2, traceOf([2, 3])), 0);
    await worker.at(0).answer(explanationOf(1, 2));
    expect(store.getState().explained).toBeUndefined();
  });

  test('a failure is said, and gone with the next answer', async () => {
    const { store, worker } = begin();
    await worker.at(0).answer({ type: 'failed', revision: 9, request: 'explain', message: 'no such sync' });
    expect(store.getState().explainFailure).toBe('no such sync');
    store.getState().selectSync(1);
    await worker.at(1).answer(explanationOf(1, 1));
    expect(store.getState().explainFailure).toBeUndefined();
  });
});

describe('scenario and address', () => {
  const begin = (decode: (fragment: string) => Promise<ScenarioResult>, isOpened = true) => {
    const store = storeOf('first');
    let fragment = '';
    let listener: ((fragment: string) => void) | undefined;
    const address: AddressBar = {
      readFragment: () => fragment,
      replaceFragment: (next) => {
        fragment = next;
      },
      onFragmentChange: (added) => {
        listener = added;
        return () => {
          listener = undefined;
        };
      },
    };
    const codec = { encode: async (scenario: { manifest: string }) => `1.${scenario.manifest}`, decode };
    const sync = startUrlSync(store, address, codec, isOpened ? Promise.resolve() : undefined);
    const visit = async (next: string, writtenOver = next) => {
      fragment = writtenOver;
      listener?.(next);
      await vi.advanceTimersByTimeAsync(0);
    };
    return { store, sync, visit, fragment: () => fragment };
  };
  const noLink = async (): Promise<ScenarioResult> => ({ ok: false, message: 'It was cut off.' });

  test('the address holds the scenario from the start', async () => {
    const { fragment } = begin(noLink);
    await vi.advanceTimersByTimeAsync(0);
    expect(fragment()).toBe('1.first');
  });

  test('a link that comes while the address is being written is opened, not what was written over it', async () => {
    const decoded: string[] = [];
    const { visit } = begin(async (fragment) => {
      decoded.push(fragment);
      return { ok: false, message: 'It was cut off.' };
    });
    await visit('1.pasted', '1.first');
    expect(decoded).toEqual(['1.pasted']);
  });

  test('a link that could not be opened stays until something changes', async () => {
    const { store, fragment } = begin(noLink, false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(fragment()).toBe('');
    store.getState().setManifestText('second');
    await vi.advanceTimersByTimeAsync(250);
    expect(fragment()).toBe('1.second');
  });

  test('many changes are written once', async () => {
    const { store, fragment } = begin(noLink);
    await vi.advanceTimersByTimeAsync(0);
    for (const text of ['a', 'ab', 'abc']) store.getState().setManifestText(text);
    await vi.advanceTimersByTimeAsync(249);
    expect(fragment()).toBe('1.first');
    await vi.advanceTimersByTimeAsync(1);
    expect(fragment()).toBe('1.abc');
  });

  test('sharing does not wait for the pause', async () => {
    const { store, sync, fragment } = begin(noLink);
    store.getState().setManifestText('now');
    await sync.writeNow();
    expect(fragment()).toBe('1.now');
  });

  test('another link opens, and the work before it is kept', async () => {
    const { store, visit } = begin(async () => ({ ok: true, scenario: scenarioOf('linked') }));
    store.getState().setManifestText('mine');
    await visit('1.linked');
    expect(store.getState()).toMatchObject({ scenario: { manifest: 'linked' }, source: { kind: 'link' } });
    expect(store.getState().earlier.map((work) => work.scenario.manifest)).toEqual(['mine']);
  });

  test('a broken link says so and changes nothing', async () => {
    const { store, visit } = begin(noLink);
    store.getState().setManifestText('mine');
    await visit('1.broken');
    expect(store.getState().scenario.manifest).toBe('mine');
    expect(store.getState().notices.map((notice) => notice.text)).toEqual([
      'This link could not be opened. It was cut off.',
    ]);
  });
});
