/** What KEDA did at a poll, in words. Made from the recorded polls and the plan that was in force; it decides nothing. */
import type { KedaDecision } from '../keda/operator/types.ts';
import type { KedaPlan, TriggerPlan } from '../keda/types.ts';
import { KEDA_DECISIONS, type KedaMetricColumns, type KedaTrace } from '../trace/kedaTypes.ts';
import { countOf, formatNumber, formatSpan, joinWords } from './format.ts';
import type { KedaCooldown, KedaExplanation, KedaTriggerLine } from './kedaTypes.ts';

/** One poll, with everything that its sentences are made of. */
interface Told {
  readonly plan: KedaPlan;
  readonly atSeconds: number;
  readonly before: number;
  readonly after: number;
  readonly isError: boolean;
  readonly isFallback: boolean;
  readonly lines: readonly KedaTriggerLine[];
  readonly cooldown: KedaCooldown | undefined;
  readonly lastActiveSeconds: number;
  readonly composite: number;
}

/**
 * The last poll at or before an instant.
 *
 * @param atSeconds since the start of the run
 * @returns -1 before the first
 */
export function pollAt({ polls }: KedaTrace, atSeconds: number): number {
  let low = 0;
  let high = polls.atSeconds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((polls.atSeconds[middle] as number) <= atSeconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * One poll of a run, explained.
 *
 * @param poll its index
 * @rule EX11 EX12
 */
export function explainPoll(keda: KedaTrace, poll: number): KedaExplanation {
  const { polls } = keda;
  const decision = KEDA_DECISIONS[polls.decision[poll] ?? 0] ?? 'nothing';
  const told = tell(keda, poll);
  const events = keda.events.filter((event) => event.poll === poll);
  return {
    decision,
    atSeconds: told.atSeconds,
    headline: HEADLINES[decision](told),
    clocks: clocks(told.plan),
    ...(told.cooldown === undefined ? {} : { cooldown: told.cooldown }),
    triggers: told.lines,
    events: events.map(({ type, reason, message }) => ({ type, reason, message })),
  };
}

function tell({ polls, plans }: KedaTrace, poll: number): Told {
  const plan = plans[polls.plan[poll] ?? 0];
  if (plan === undefined) throw new RangeError(`the run has no poll ${poll}`);
  const number = (column: ArrayLike<number>) => column[poll] as number;
  const atSeconds = number(polls.atSeconds);
  const names = new Set(plan.triggers.flatMap(({ metrics }) => metrics.map(({ name }) => name)));
  return {
    plan,
    atSeconds,
    before: number(polls.replicasBefore),
    after: number(polls.replicasAfter),
    isError: number(polls.error) === 1,
    isFallback: number(polls.fallback) === 1,
    lines: polls.metrics.filter(({ name }) => names.has(name)).map((metric) => lineOf(plan, metric, poll)),
    cooldown: cooldownOf(plan, atSeconds, number(polls.lastActiveSeconds), number(polls.cooldownEndsSeconds)),
    lastActiveSeconds: number(polls.lastActiveSeconds),
    composite: number(polls.composite),
  };
}

function clocks({
  pollingInterval,
  minReplicas,
  idleReplicas,
  hpaMinReplicas,
  maxReplicas,
}: KedaPlan): string {
  const bounds = `between ${hpaMinReplicas} and ${maxReplicas} the HPA decides, at its own syncs`;
  if (minReplicas > 0 && idleReplicas === undefined) {
    return `With minReplicaCount ${minReplicas} there is no step to zero: ${bounds}.`;
  }
  const low = idleReplicas ?? 0;
  return `KEDA looks every ${pollingInterval} s and makes only the step between ${low} and ${hpaMinReplicas}; ${bounds}.`;
}

/** `s0-kafka-orders is at 120, above its activation of 0: active.` */
function lineOf(plan: KedaPlan, columns: KedaMetricColumns, poll: number): KedaTriggerLine {
  const { trigger, name, type } = columns;
  const value = columns.value[poll] as number;
  const active = columns.active[poll] === 1;
  const failed = Number.isNaN(value);
  const failures = columns.failures[poll] ?? 0;
  const isFallback = columns.fallback[poll] === 1;
  const planned = plan.triggers.find(({ index }) => index === trigger);
  return {
    trigger,
    name,
    type,
    ...(failed ? {} : { value }),
    active,
    failed: failed || isFallback,
    text: triggerText({ name, value, active, failures, isFallback, planned, plan }),
  };
}

interface TriggerFacts {
  readonly name: string;
  readonly value: number;
  readonly active: boolean;
  readonly failures: number;
  readonly isFallback: boolean;
  readonly planned: TriggerPlan | undefined;
  readonly plan: KedaPlan;
}

function triggerText({ name, value, active, failures, isFallback, planned, plan }: TriggerFacts): string {
  const times = failures === 1 ? 'once' : `${formatNumber(failures)} times`;
  if (isFallback) {
    return `${name} failed ${times} in a row; the fallback stands in for it with ${formatNumber(value)}, which counts as active.`;
  }
  if (Number.isNaN(value)) {
    const threshold = plan.fallback?.failureThreshold;
    if (threshold === undefined) return `${name} could not be read.`;
    return `${name} could not be read, ${times} in a row; the fallback begins after ${threshold}.`;
  }
  if (planned?.cron !== undefined) {
    const { start, end, timezone } = planned.cron;
    const place = active ? 'within' : 'outside of';
    return `${name} is at ${formatNumber(value)}: now is ${place} ${start} to ${end}, ${timezone}.`;
  }
  const activation = formatNumber(planned?.activation ?? 0);
  return active
    ? `${name} is at ${formatNumber(value)} and active: its activation value is ${activation}.`
    : `${name} is at ${formatNumber(value)} and not active: that takes more than ${activation}.`;
}

function cooldownOf(
  plan: KedaPlan,
  atSeconds: number,
  lastActiveSeconds: number,
  endsSeconds: number,
): KedaCooldown | undefined {
  if (Number.isNaN(endsSeconds)) return undefined;
  const wasActive = !Number.isNaN(lastActiveSeconds);
  const totalSeconds = wasActive ? plan.cooldownPeriod : plan.initialCooldownPeriod;
  const passedSeconds = Math.max(0, Math.floor(totalSeconds - (endsSeconds - atSeconds)));
  const name = wasActive ? 'Cooldown' : 'Initial cooldown';
  const low = plan.idleReplicas ?? 0;
  const step = low === 0 ? 'to zero' : `to the idle count of ${low}`;
  return {
    passedSeconds,
    totalSeconds,
    endsSeconds,
    text: `${name}: ${passedSeconds} s of ${totalSeconds} s have passed; it governs only the last step, ${step}.`,
  };
}

/** `s0-kafka-orders is active (120)` */
function cause({ plan, lines, composite, isFallback }: Told): string {
  if (plan.pauses.forceActivation) return 'an annotation forces it to be active';
  if (isFallback) return 'the fallback stands in for a trigger that fails, which counts as active';
  if (plan.modifiers !== undefined && !Number.isNaN(composite)) {
    return `the formula comes to ${formatNumber(composite)}, more than its activation target of ${formatNumber(plan.modifiers.activationTarget)}`;
  }
  const active = lines.filter((line) => line.active);
  if (active.length === 0) return 'all its triggers are on cpu or memory, which KEDA never calls inactive';
  const names = active.map(({ name, value }) =>
    value === undefined ? name : `${name} (${formatNumber(value)})`,
  );
  return `${joinWords(names)} ${active.length === 1 ? 'is' : 'are'} active`;
}

const HEADLINES: Readonly<Record<KedaDecision, (told: Told) => string>> = {
  activated: (told) =>
    `KEDA scaled ${told.before} to ${told.after}, because ${cause(told)}. From here on the HPA decides, up to ${told.plan.maxReplicas}.`,
  deactivated: deactivatedHeadline,
  cooldown: ({ cooldown, before }) =>
    `No trigger is active. ${cooldown?.text ?? ''} ${countOf(before, 'replica')} until then, unless the HPA takes some away.`,
  leftToHpa: leftToHpaHeadline,
  raisedToMinimum: ({ before, after }) =>
    `KEDA scaled ${before} to ${after}: no trigger is active, but minReplicaCount is ${after}.`,
  paused: ({ plan, before }) =>
    `An annotation pauses scaling ${plan.pauses.scaleOut && before === 0 ? 'out' : 'in'}: KEDA leaves ${countOf(before, 'replica')} as they are.`,
  fallback: ({ lines, plan }) =>
    `${failedNames(lines)} could not be read. KEDA waits: after ${countOf(plan.fallback?.failureThreshold ?? 0, 'failure')} in a row the fallback of ${countOf(plan.fallback?.replicas ?? 0, 'replica')} stands in.`,
  error: ({ lines, before }) =>
    `${failedNames(lines)} could not be read, and there is no fallback: KEDA leaves ${countOf(before, 'replica')} as they are.`,
  nothing: ({ before }) =>
    `No trigger is active, and at ${countOf(before, 'replica')} there is nothing left to do.`,
};

function deactivatedHeadline({ before, after, plan, atSeconds, lastActiveSeconds }: Told): string {
  const step = `KEDA scaled ${before} to ${after}`;
  if (Number.isNaN(lastActiveSeconds)) {
    return `${step}: no trigger has been active yet, and the initial cooldown of ${plan.initialCooldownPeriod} s is over.`;
  }
  const ago = formatSpan(atSeconds - lastActiveSeconds);
  return `${step}: no trigger has been active for ${ago}, longer than the cooldown of ${plan.cooldownPeriod} s. It does so at once, whatever the HPA’s window and policies say.`;
}

function leftToHpaHeadline(told: Told): string {
  const { before, isError } = told;
  const why = `KEDA leaves ${countOf(before, 'replica')} to the HPA, because ${cause(told)}.`;
  return isError
    ? `${why} Another trigger could not be read, so the cooldown does not begin anew at this poll.`
    : why;
}

function failedNames(lines: readonly KedaTriggerLine[]): string {
  const names = lines.filter(({ failed }) => failed).map(({ name }) => name);
  return names.length === 0 ? 'A trigger' : joinWords(names);
}
