/** KEDA's polls as its row of the ribbon shows them: looks, words, and where keys lead. Pure. */
import { KEDA_DECISIONS, type KedaColumns, type KedaTrace, pollAt, type Trace } from '../core/index.ts';
import type { LimiterLook } from './limiters.ts';
import { formatClock, formatInstant } from './units.ts';

export type KedaKind = (typeof KEDA_DECISIONS)[number];

export const KEDA_LOOKS: Readonly<Record<KedaKind, LimiterLook>> = {
  nothing: {
    label: 'nothing to do',
    colorToken: '--limiter-none',
    pattern: 'solid',
    letter: '–',
    help: 'No trigger is active, and there is nothing left that KEDA could take away.',
    term: 'twoClocks',
  },
  activated: {
    label: 'activated',
    colorToken: '--limiter-pods',
    pattern: 'solid',
    letter: 'A',
    help: 'A trigger became active: KEDA took the workload from zero, or from its idle count, to its minimum.',
    term: 'activation',
  },
  deactivated: {
    label: 'deactivated',
    colorToken: '--limiter-min',
    pattern: 'solid',
    letter: 'Z',
    help: 'The cooldown was over: KEDA took the last step, to zero or to the idle count.',
    term: 'cooldownPeriod',
  },
  cooldown: {
    label: 'waits for the cooldown',
    colorToken: '--limiter-window',
    pattern: 'fallingLines',
    letter: 'C',
    help: 'No trigger is active any more, but not for as long as cooldownPeriod asks.',
    term: 'cooldownPeriod',
  },
  leftToHpa: {
    label: 'left to the HPA',
    colorToken: '--limiter-tolerance',
    pattern: 'solid',
    letter: 'H',
    help: 'A trigger is active and pods are there: the HPA decides how many.',
    term: 'twoClocks',
  },
  raisedToMinimum: {
    label: 'raised to the minimum',
    colorToken: '--limiter-min',
    pattern: 'risingLines',
    letter: 'M',
    help: 'There were fewer replicas than minReplicaCount, so KEDA set that many.',
    term: 'minReplicaCount',
  },
  paused: {
    label: 'paused',
    colorToken: '--limiter-max',
    pattern: 'cross',
    letter: 'P',
    help: 'An annotation of the ScaledObject pauses this direction.',
    term: 'scaledObject',
  },
  fallback: {
    label: 'waits for the fallback',
    colorToken: '--limiter-error',
    pattern: 'horizontalLines',
    letter: 'F',
    help: 'A trigger cannot be read; the fallback stands in once that has failed often enough.',
    term: 'kedaFallback',
  },
  error: {
    label: 'error',
    colorToken: '--limiter-error',
    pattern: 'solid',
    letter: '!',
    help: 'A trigger cannot be read and there is no fallback: KEDA changes nothing.',
    term: 'trigger',
  },
};

export function kindOf({ decision }: KedaColumns, poll: number): KedaKind {
  return KEDA_DECISIONS[decision[poll] ?? 0] ?? 'nothing';
}

/** The kinds of a run, in their order. */
export function kindsOf({ polls }: KedaTrace): readonly KedaKind[] {
  const there = new Set(polls.decision);
  return KEDA_DECISIONS.filter((_, code) => there.has(code));
}

/**
 * What KEDA's last poll came to, in a few words: "waits for the cooldown, 4 min 30 s left".
 *
 * @param seconds the instant that is asked about; the poll may be earlier
 */
export function pollText({ polls }: KedaTrace, poll: number, seconds: number): string {
  if (poll < 0) return 'has not polled yet';
  const kind = kindOf(polls, poll);
  const { label } = KEDA_LOOKS[kind];
  const [before, after] = [polls.replicasBefore[poll] ?? 0, polls.replicasAfter[poll] ?? 0];
  if (before !== after) return `${label}, ${before} → ${after}`;
  const left = (polls.cooldownEndsSeconds[poll] ?? Number.NaN) - seconds;
  return kind === 'cooldown' && left > 0 ? `${label}, ${formatInstant(Math.ceil(left))} left` : label;
}

/** "KEDA’s poll at 00:10:30: waits for the cooldown, 30 s left". */
export function spokenPoll(keda: KedaTrace, poll: number): string {
  const seconds = keda.polls.atSeconds[poll];
  if (seconds === undefined) return 'KEDA has not polled yet';
  return `KEDA’s poll at ${formatClock(seconds)}: ${pollText(keda, poll, seconds)}`;
}

/** The first sync that comes after a poll and so finds what it did; the last one where there is none. */
export function syncAfter({ syncs }: Trace, seconds: number): number {
  const { atSeconds } = syncs;
  let low = 0;
  let high = atSeconds.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((atSeconds[middle] as number) < seconds) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}

/**
 * The nearest sync after (`step` 1) or before (`step` -1) `sync` whose last poll is another and decides something that
 * the poll before it did not.
 *
 * @param kind that is looked for; undefined: any
 */
export function decisionBeside(
  trace: Trace,
  sync: number,
  step: 1 | -1,
  kind?: KedaKind,
): number | undefined {
  const { keda } = trace;
  if (keda === undefined) return undefined;
  const { polls } = keda;
  const here = pollAt(keda, trace.syncs.atSeconds[sync] ?? 0);
  for (let poll = here + step; poll >= 0 && poll < polls.decision.length; poll += step) {
    const isNew = polls.decision[poll] !== polls.decision[poll - 1];
    if (!isNew || (kind !== undefined && kindOf(polls, poll) !== kind)) continue;
    const found = syncAfter(trace, polls.atSeconds[poll] as number);
    if (step === 1 ? found > sync : found < sync) return found;
  }
  return undefined;
}

/** As `decisionBeside`, and round the run from its end. */
export function nextOfKind(trace: Trace, sync: number, kind: KedaKind): number | undefined {
  return decisionBeside(trace, sync, 1, kind) ?? decisionBeside(trace, -1, 1, kind);
}
