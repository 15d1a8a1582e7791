/**
 * Playing: the playhead advances with the frames, and the store hears of it once a sync. A sync that somebody selects
 * meanwhile moves the playhead there.
 */
import type { AppStore } from './appStore.ts';
import type { Playhead } from './playhead.ts';
import { loopSpan, secondsOfSync, syncAt } from './syncs.ts';

/** The frames of the browser, or of a test. */
export interface Frames {
  request(onFrame: (nowMs: number) => void): number;
  cancel(handle: number): void;
}

export function startPlayback(store: AppStore, playhead: Playhead, frames: Frames): () => void {
  let handle: number | undefined;
  let lastFrameMs: number | undefined;
  /** the sync that the playhead stands in; another one in the store was selected by somebody else */
  let ownSync = store.getState().selectedSync;

  function tick(nowMs: number): void {
    const goesOn = store.getState().playing && advance(nowMs);
    // Only now: what `advance` tells the store must not start a second row of frames.
    handle = goesOn ? frames.request(tick) : undefined;
  }

  /** Answers whether there is more to play. */
  function advance(nowMs: number): boolean {
    const { trace, speed, loops, range } = store.getState();
    if (trace === undefined) return false;
    const { from, to } = loopSpan(trace, loops ? range : undefined);
    // A tab that was in the background does not jump ahead when it comes back.
    const elapsedSeconds = Math.min(0.25, lastFrameMs === undefined ? 0 : (nowMs - lastFrameMs) / 1000);
    lastFrameMs = nowMs;
    const end = secondsOfSync(trace, to);
    const reached = playhead.getSeconds() + elapsedSeconds * speed;
    const goesRound = loops && to > from;
    // The last sync is seen before it begins again.
    const isRound = goesRound && playhead.getSeconds() >= end;
    const seconds = isRound ? secondsOfSync(trace, from) : Math.min(end, reached);
    playhead.moveTo(seconds);
    ownSync = syncAt(trace, seconds);
    if (ownSync !== store.getState().selectedSync) store.getState().selectSync(ownSync);
    if (seconds < end || goesRound) return true;
    store.getState().pause();
    return false;
  }

  function follow(): void {
    const { trace, selectedSync } = store.getState();
    if (trace === undefined) return;
    ownSync = selectedSync;
    playhead.moveTo(secondsOfSync(trace, selectedSync));
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isRunAgain = state.trace !== before.trace && state.traceOpened === before.traceOpened;
    // An edit meanwhile: another run, in which playing goes on at the instant where it was.
    if (isRunAgain && state.playing) ownSync = state.selectedSync;
    const movedByOthers = state.selectedSync !== ownSync;
    const newTimes = state.trace !== before.trace && !state.playing;
    if (movedByOthers || newTimes) follow();
    if (state.playing && handle === undefined) {
      lastFrameMs = undefined;
      handle = frames.request(tick);
    }
    if (!state.playing && before.playing) follow();
  });

  return () => {
    unsubscribe();
    if (handle !== undefined) frames.cancel(handle);
  };
}
