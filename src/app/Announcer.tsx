import { type ReactNode, useEffect, useState } from 'react';
import { LIMITERS } from '../charts/limiters.ts';
import { selectIsCovered } from '../store/lessonSlice.ts';
import { syncFigures } from '../store/selectors.ts';
import type { AppState } from '../store/state.ts';
import { useServices } from './context.tsx';
import { formatClock } from './time.ts';

/** Long enough that a drag or a held key is heard once, at its end. */
const QUIET_MS = 600;

/** Says to a screen reader what changed on the charts: a run finished, a problem found, a sync selected. */
export function Announcer(): ReactNode {
  const { store } = useServices();
  const [message, setMessage] = useState('');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pending: (() => string) | undefined;
    const say = (text: () => string): void => {
      pending = text;
      clearTimeout(timer);
      timer = setTimeout(() => pending !== undefined && setMessage(pending()), QUIET_MS);
    };
    const unsubscribe = store.subscribe((state, before) => {
      const what = announcementFor(state, before);
      if (what !== undefined) say(() => what(store.getState()));
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);

  return (
    <div className="visuallyHidden" aria-live="polite" role="status">
      {message}
    </div>
  );
}

/** What kind of news this change is; the words are made when it is said, from the state of that moment. */
function announcementFor(state: AppState, before: AppState): ((now: AppState) => string) | undefined {
  if (state.problems !== before.problems && state.problems.some(isError)) return problemText;
  if (selectIsCovered(state)) return undefined;
  if (state.trace !== before.trace) return runText;
  if (state.selectedSync !== before.selectedSync && !state.playing) return syncText;
  if (before.playing && !state.playing) return syncText;
  return undefined;
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

function problemText({ problems }: AppState): string {
  const errors = problems.filter(isError);
  const first = errors[0];
  if (first === undefined) return '';
  const count = errors.length === 1 ? '1 problem' : `${errors.length} problems`;
  return `${count} in the manifest. Line ${first.range.startLine}: ${first.message}`;
}

function runText({ trace }: AppState): string {
  if (trace === undefined) return '';
  const { syncs, scaleUps, scaleDowns, maxReplicas } = trace.summary;
  return `Run finished: ${syncs} syncs, ${scaleUps} scale-ups, ${scaleDowns} scale-downs, at most ${maxReplicas} replicas.`;
}

function syncText(state: AppState): string {
  const figures = syncFigures(state);
  if (figures === undefined) return '';
  const { seconds, desiredReplicas, limiter } = figures;
  const clock = formatClock(seconds);
  return `Sync ${state.selectedSync + 1} at ${clock}: ${desiredReplicas} replicas, ${LIMITERS[limiter].label}.`;
}
