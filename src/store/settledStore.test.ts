import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSettling } from './settledStore.ts';
import { ranResponse, storeOf, traceOf } from './testing/fixtures.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function begin() {
  const store = storeOf();
  const { settled, stop } = startSettling(store);
  const [curve] = store.getState().scenario.loads;
  if (curve === undefined) throw new Error('the fixture has no load');
  const drag = (value: number): void =>
    store.getState().setLoadCurve({ ...curve, points: [{ atSeconds: 0, value }] });
  return { store, settled, stop, drag };
}

test('outside of a drag every change is shown at once', () => {
  const { store, settled } = begin();
  store.getState().setDuration(120);
  expect(settled.getState()).toBe(store.getState());
  store.getState().finishRun(ranResponse(1, traceOf([2, 4])), 0);
  expect(settled.getState()).toBe(store.getState());
});

test('the steps of a drag and the runs of it are shown when the hand pauses', () => {
  const { store, settled, drag } = begin();
  const before = settled.getState();
  for (const value of [10, 20, 30]) {
    drag(value);
    store.getState().startRun();
    store.getState().finishRun(ranResponse(value, traceOf([value, value])), 0);
    vi.advanceTimersByTime(90);
  }
  expect(settled.getState()).toBe(before);
  vi.advanceTimersByTime(10);
  expect(settled.getState()).toBe(store.getState());
  expect(settled.getState().traceRun).toBe(30);
});

test('while the run of a step is under way, longer than a pause, the hand only waits for it', () => {
  const { store, settled, drag } = begin();
  const before = settled.getState();
  drag(10);
  store.getState().startRun();
  vi.advanceTimersByTime(500);
  expect(settled.getState()).toBe(before);
  store.getState().finishRun(ranResponse(1, traceOf([1])), 0);
  vi.advanceTimersByTime(100);
  expect(settled.getState()).toBe(store.getState());
});

test('a run that takes very long does not hold back what else there is to see', () => {
  const { store, settled, drag } = begin();
  drag(10);
  store.getState().startRun();
  vi.advanceTimersByTime(600);
  expect(settled.getState()).toBe(store.getState());
});

test('the end of a drag is shown at once', () => {
  const { store, settled, drag } = begin();
  drag(20);
  store.getState().commitLoadCurve();
  expect(settled.getState()).toBe(store.getState());
});

test('a gesture that moves something else is shown at every step', () => {
  const { store, settled } = begin();
  store.getState().setEvents([{ id: 'a', atSeconds: 60, kind: 'rollout' }]);
  expect(settled.getState()).toBe(store.getState());
  store.getState().finishRun(ranResponse(1, traceOf([2, 4])), 0);
  expect(settled.getState()).toBe(store.getState());
});

test('stopped, it follows no more', () => {
  const { store, settled, stop, drag } = begin();
  drag(10);
  stop();
  const before = settled.getState();
  vi.advanceTimersByTime(1000);
  store.getState().setDuration(120);
  expect(settled.getState()).toBe(before);
});
