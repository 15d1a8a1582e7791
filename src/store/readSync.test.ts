import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ManifestResult } from '../core/index.ts';
import { type Reader, startReadSync } from './readSync.ts';
import { storeOf } from './testing/fixtures.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function begin() {
  const store = storeOf('before');
  const reader = vi.fn<Reader>((text) => ({
    outcome: 'error',
    hpas: [],
    problems: [
      {
        severity: 'error',
        rule: text,
        message: text,
        range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
      },
    ],
  }));
  const stop = startReadSync(store, () => Promise.resolve(reader));
  return { store, reader, stop };
}

describe('typed text to problems', () => {
  test('they are there 40 ms after the last key, without any run', async () => {
    const { store, reader } = begin();
    for (const text of ['a', 'ab', 'abc']) store.getState().setManifestText(text);
    await vi.advanceTimersByTimeAsync(40);
    expect(reader).toHaveBeenCalledTimes(1);
    expect(store.getState().problems.map(({ rule }) => rule)).toEqual(['abc']);
    expect(store.getState().verdict?.outcome).toBe('error');
  });

  test('what a control, another document or a setting changes is left to the run', async () => {
    const { store, reader } = begin();
    store.getState().setManifestText('from a slider', true);
    store.getState().openScenario({ ...store.getState().scenario, manifest: 'opened' }, { kind: 'link' });
    store.getState().setDuration(60);
    store.getState().setManifestText('x'.repeat(40_000));
    await vi.advanceTimersByTimeAsync(1000);
    expect(reader).not.toHaveBeenCalled();
  });

  test('nothing is said after the stop', async () => {
    const { store, stop } = begin();
    store.getState().setManifestText('a');
    stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.getState().problems).toEqual([]);
  });

  test('a reader that cannot be loaded changes nothing', async () => {
    const store = storeOf('before');
    startReadSync(store, () => Promise.reject<Reader>(new Error('offline')));
    store.getState().setManifestText('a');
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.getState().verdict).toBeUndefined();
  });

  test('the last run stays on show, as one that is not of this text', () => {
    const { store } = begin();
    const verdict: ManifestResult = { outcome: 'error', hpas: [], problems: [] };
    store.getState().showVerdict(verdict);
    expect(store.getState()).toMatchObject({ verdict, traceIsStale: false });
  });
});
