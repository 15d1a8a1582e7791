import { describe, expect, test } from 'vitest';
import { type Frames, startPlayback } from './playback.ts';
import { createPlayhead } from './playhead.ts';
import { ranResponse, storeOf, traceOf } from './testing/fixtures.ts';

/** Frames that come when the test says so. */
function handFrames() {
  let waiting: ((nowMs: number) => void) | undefined;
  const frames: Frames = {
    request: (onFrame) => {
      waiting = onFrame;
      return 1;
    },
    cancel: () => {
      waiting = undefined;
    },
  };
  const frameAt = (nowMs: number): void => {
    const onFrame = waiting;
    waiting = undefined;
    onFrame?.(nowMs);
  };
  return { frames, frameAt, isWaiting: () => waiting !== undefined };
}

function begin(replicas: readonly number[]) {
  const store = storeOf();
  const playhead = createPlayhead();
  const hand = handFrames();
  const stop = startPlayback(store, playhead, hand.frames);
  store.getState().finishRun(ranResponse(1, traceOf(replicas)), 0);
  return { store, playhead, stop, ...hand };
}

describe('playback', () => {
  test('the playhead stands on the selected sync', () => {
    const { store, playhead } = begin([2, 2, 4, 4]);
    expect(playhead.getSeconds()).toBe(30);
    store.getState().selectSync(1);
    expect(playhead.getSeconds()).toBe(15);
  });

  test('moves by the speed and selects the syncs that it passes', () => {
    const { store, playhead, frameAt } = begin([2, 2, 2, 2, 2]);
    store.getState().setSpeed(60);
    store.getState().play();
    frameAt(1000);
    frameAt(1100);
    expect(playhead.getSeconds()).toBeCloseTo(6);
    expect(store.getState().selectedSync).toBe(0);
    frameAt(1300);
    expect(playhead.getSeconds()).toBeCloseTo(18);
    expect(store.getState().selectedSync).toBe(1);
  });

  test('the store hears of a sync once, not of every frame', () => {
    const { store, frameAt } = begin([2, 2, 2, 2]);
    store.getState().play();
    let heard = 0;
    store.subscribe(() => {
      heard += 1;
    });
    for (let frame = 0; frame <= 24; frame += 1) frameAt(1000 + frame * 16);
    expect(store.getState().selectedSync).toBe(1);
    expect(heard).toBe(1);
  });

  test('one frame is asked for at a time', () => {
    const { store, playhead, frameAt } = begin([2, 2, 2, 2, 2, 2]);
    store.getState().play();
    for (const now of [0, 100, 200, 300, 400, 500]) frameAt(now);
    expect(playhead.getSeconds()).toBeCloseTo(30);
    expect(store.getState().selectedSync).toBe(2);
  });

  test('stops at the end, and plays from the start again', () => {
    const { store, frameAt, isWaiting } = begin([2, 2]);
    store.getState().play();
    frameAt(0);
    frameAt(250);
    expect(store.getState()).toMatchObject({ playing: false, selectedSync: 1 });
    expect(isWaiting()).toBe(false);
    store.getState().play();
    expect(store.getState()).toMatchObject({ playing: true, selectedSync: 0 });
  });

  test('goes round where it is told to, over the run or over what is shown of it', () => {
    const { store, playhead, frameAt } = begin([2, 2, 2, 2, 2, 2]);
    store.getState().setLoops(true);
    store.getState().selectSync(4);
    store.getState().play();
    for (const now of [0, 250, 266]) frameAt(now);
    expect(store.getState()).toMatchObject({ playing: true, selectedSync: 0 });
    store.getState().showRange({ fromSeconds: 20, toSeconds: 50 });
    const passed = new Set<number>();
    for (let now = 300; now < 3000; now += 16) {
      frameAt(now);
      passed.add(store.getState().selectedSync);
    }
    // It came from before what is shown, and stays inside from then on.
    expect([...passed]).toEqual([0, 1, 2, 3]);
    expect(playhead.getSeconds()).toBeLessThanOrEqual(45);
    store.getState().setLoops(false);
    for (let now = 3000; now < 6000; now += 16) frameAt(now);
    expect(store.getState()).toMatchObject({ playing: false, selectedSync: 5 });
  });

  test('a run of one sync does not go round', () => {
    const { store, frameAt, isWaiting } = begin([2]);
    store.getState().setLoops(true);
    store.getState().play();
    frameAt(0);
    expect(store.getState().playing).toBe(false);
    expect(isWaiting()).toBe(false);
  });

  test('goes on at the same instant when the run is another one meanwhile', () => {
    const { store, playhead, frameAt } = begin([2, 2, 2, 2, 2, 2]);
    store.getState().play();
    for (const now of [0, 250, 500, 600]) frameAt(now);
    expect(playhead.getSeconds()).toBeCloseTo(36);
    const faster = traceOf([2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4]);
    faster.syncs.atSeconds.set(faster.syncs.atSeconds.map((seconds) => seconds / 2));
    store.getState().finishRun(ranResponse(2, faster), 0);
    expect(store.getState()).toMatchObject({ playing: true, selectedSync: 4 });
    frameAt(616);
    expect(playhead.getSeconds()).toBeCloseTo(36.96);
    expect(store.getState().selectedSync).toBe(4);
  });

  test('a sync selected meanwhile is where it goes on', () => {
    const { store, playhead, frameAt } = begin([2, 2, 2, 2, 2, 2]);
    store.getState().play();
    frameAt(0);
    store.getState().selectSync(3);
    expect(playhead.getSeconds()).toBe(45);
    frameAt(100);
    expect(playhead.getSeconds()).toBeCloseTo(51);
  });

  test('a tab that was away for a minute does not jump', () => {
    const { store, playhead, frameAt } = begin([2, 2, 2, 2, 2, 2]);
    store.getState().play();
    frameAt(0);
    frameAt(60_000);
    expect(playhead.getSeconds()).toBeCloseTo(15);
  });

  test('pausing puts the playhead back onto the selected sync', () => {
    const { store, playhead, frameAt } = begin([2, 2, 2, 2]);
    store.getState().play();
    frameAt(0);
    frameAt(100);
    store.getState().pause();
    frameAt(200);
    expect(playhead.getSeconds()).toBe(0);
  });

  test('a run without changes opens at its start, and nothing can be stepped to', () => {
    const { store } = begin([2, 2, 2]);
    store.getState().stepChange(1);
    expect(store.getState().selectedSync).toBe(0);
    store.getState().step(-1);
    expect(store.getState().selectedSync).toBe(0);
  });

  test('steps go to the next and the previous change', () => {
    const { store } = begin([2, 3, 3, 5, 5]);
    expect(store.getState().selectedSync).toBe(1);
    store.getState().stepChange(1);
    expect(store.getState().selectedSync).toBe(3);
    store.getState().stepChange(1);
    expect(store.getState().selectedSync).toBe(3);
    store.getState().stepChange(-1);
    expect(store.getState().selectedSync).toBe(1);
  });
});
