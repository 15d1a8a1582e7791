/** Finds an instant of a run by what happens there. */
import { LIMITER_KINDS, type Trace } from '../trace/types.ts';
import { conditionSeries } from './measures/measure.ts';
import { beyondSeries, changesOf, findMetric } from './measures/series.ts';
import type { Moment, MomentSelector, MomentSubject } from './types.ts';

/** Instants of syncs at which something holds. */
function whereOne(points: readonly { readonly atSeconds: number; readonly value: number }[]): number[] {
  return points.filter(({ value }) => value === 1).map(({ atSeconds }) => atSeconds);
}

function instantsOf(subject: MomentSubject, trace: Trace): readonly number[] {
  const { syncs, events } = trace;
  switch (subject.kind) {
    case 'change':
      return changesOf(trace, subject.direction).map(({ atSeconds }) => atSeconds);
    case 'limited': {
      const code = LIMITER_KINDS.indexOf(subject.by);
      return Array.from(syncs.atSeconds).filter((_, sync) => syncs.limiter[sync] === code);
    }
    case 'event':
      return events.filter(({ reason }) => reason === subject.reason).map(({ atSeconds }) => atSeconds);
    case 'condition':
      return whereOne(conditionSeries(subject, trace));
    case 'metric': {
      const metric = findMetric(trace, subject.metric);
      return whereOne((metric && beyondSeries(trace, metric, subject.side, subject.level)) ?? []);
    }
  }
}

/**
 * The instant that a selector means in a run.
 *
 * @returns undefined when it does not happen
 * @rule XP11
 */
export function findMoment({ nth, of, afterSeconds = 0 }: MomentSelector, trace: Trace): Moment | undefined {
  const instants = instantsOf(of, trace).filter((at) => at >= afterSeconds);
  const atSeconds = nth === 'first' ? instants[0] : instants.at(-1);
  if (atSeconds === undefined) return undefined;
  const sync = trace.syncs.atSeconds.findLastIndex((at) => at <= atSeconds);
  return { atSeconds, sync: Math.max(0, sync) };
}
