import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '../core/index.ts';
import { type Checker, startSchemaSync } from './schemaSync.ts';
import { storeOf } from './testing/fixtures.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function problemIn(text: string): Problem {
  const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
  return { severity: 'warning', rule: text, message: text, range };
}

async function begin() {
  const store = storeOf('first');
  const checker = vi.fn<Checker>((text) => Promise.resolve([problemIn(text)]));
  const stop = startSchemaSync(store, Promise.resolve(), () => Promise.resolve(checker));
  await vi.advanceTimersByTimeAsync(120);
  return { store, checker, stop };
}

test('the first text and each later one is checked, in pauses of the typing', async () => {
  const { store, checker } = await begin();
  expect(store.getState().schemaProblems).toEqual([problemIn('first')]);
  for (const text of ['a', 'ab']) store.getState().setManifestText(text);
  await vi.advanceTimersByTimeAsync(120);
  expect(checker.mock.calls.map(([text]) => text)).toEqual(['first', 'ab']);
  expect(store.getState().schemaProblems).toEqual([problemIn('ab')]);
  store.getState().setKubernetes('1.30');
  await vi.advanceTimersByTimeAsync(120);
  expect(checker).toHaveBeenLastCalledWith('ab', '1.30');
});

test('a slow answer about an older text is dropped', async () => {
  const { store, checker } = await begin();
  let late: (problems: readonly Problem[]) => void = () => undefined;
  checker.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        late = resolve;
      }),
  );
  store.getState().setManifestText('old');
  await vi.advanceTimersByTimeAsync(120);
  store.getState().setManifestText('new');
  await vi.advanceTimersByTimeAsync(120);
  late([problemIn('old')]);
  await vi.advanceTimersByTimeAsync(1);
  expect(store.getState().schemaProblems).toEqual([problemIn('new')]);
});

test('nothing is checked after the stop', async () => {
  const { store, checker, stop } = await begin();
  stop();
  store.getState().setManifestText('a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(checker).toHaveBeenCalledTimes(1);
});
