/**
 * Collects the stages of one reconcile while the controller decides. Exists only when somebody asked for the record;
 * it reads what the controller worked out and decides nothing.
 */
import type { HPAScalingPolicy } from '../autoscaling/types.ts';
import type { HpaEvent, Int64, Ms } from './interfaces.ts';
import type { MetricPlan } from './metricPlan.ts';
import type { NormalizationArg, Normalized } from './normalization.ts';
import { GROUP_REASONS, type PodGroups } from './podGroups.ts';
import type { ProposalStages, SubstitutionStages } from './proposalStages.ts';
import type {
  DecisionRecord,
  Direction,
  GroupedPod,
  LimiterKind,
  LimitRecord,
  MetricProposalRecord,
  PodGroupsRecord,
  PolicyBudgetRecord,
  RecommendationRecord,
  StabilizationRecord,
  SubstitutionRecord,
  WindowRecord,
} from './record.ts';
import {
  getReplicasChangePerPeriod,
  periodStartReplicas,
  policiesOf,
  type ScaleEvent,
  scaleDownLimitOfPolicy,
  scaleUpLimitOfPolicy,
} from './scaleEvents.ts';
import type { Recommendation, WindowWatcher } from './stabilization.ts';
import type { Tolerances } from './tolerances.ts';

/** One recommendation in a window. */
interface SeenRecommendation {
  readonly record: RecommendationRecord;
  readonly leavesAtMs: Ms;
}

/** What one direction's window saw. */
interface SeenWindow {
  readonly recommendations: SeenRecommendation[];
  limit: number;
}

/** What is known when the reconcile is over. */
export interface Conclusion {
  readonly desiredReplicas: number;
  readonly rescaled: boolean;
  readonly rescaleReason: string;
  readonly limiter: LimiterKind;
  readonly events: readonly HpaEvent[];
  readonly error: string | undefined;
}

export class DecisionRecorder implements WindowWatcher {
  private readonly atMs: Ms;
  private currentReplicas = 0;
  private minReplicas = 0;
  private maxReplicas = 0;
  private skippedMetrics: DecisionRecord['skippedMetrics'];
  private readonly metrics: MetricProposalRecord[] = [];
  private winner: number | undefined;
  private proposal: number | undefined;
  private scaleDownBlocked = false;
  private readonly windows: Readonly<Record<Direction, SeenWindow>> = {
    up: { recommendations: [], limit: Number.NaN },
    down: { recommendations: [], limit: Number.NaN },
  };
  private stabilization: StabilizationRecord | undefined;
  private limit: LimitRecord | undefined;

  constructor(atMs: Ms) {
    this.atMs = atMs;
  }

  replicas(currentReplicas: number, minReplicas: number, maxReplicas: number): void {
    this.currentReplicas = currentReplicas;
    this.minReplicas = minReplicas;
    this.maxReplicas = maxReplicas;
  }

  skipped(reason: NonNullable<DecisionRecord['skippedMetrics']>): void {
    this.skippedMetrics = reason;
  }

  metric(
    index: number,
    plan: MetricPlan,
    stages: ProposalStages,
    groups: PodGroups,
    tolerances: Tolerances,
    error: string | undefined,
  ): void {
    this.metrics.push({
      index,
      type: plan.spec.type,
      label: plan.label,
      name: plan.name,
      targetKind: plan.targetKind,
      target: plan.target,
      toleranceUp: tolerances.scaleUp,
      toleranceDown: tolerances.scaleDown,
      ...(stages.grouped ? { pods: podGroupsRecord(groups) } : {}),
      ...(error === undefined
        ? proposalFields(plan, stages)
        : { error: { reason: plan.failureReason, message: error } }),
    });
  }

  proposed(winner: number | undefined, proposal: number): void {
    this.winner = winner;
    this.proposal = proposal;
  }

  scaleDownBlockedByError(): void {
    this.scaleDownBlocked = true;
  }

  inWindow(
    direction: Direction,
    { replicas, timestampMs, initial }: Readonly<Recommendation>,
    leavesAtMs: Ms,
  ): void {
    const record = { atMs: timestampMs, replicas, ...(initial ? { initial } : {}) };
    this.windows[direction].recommendations.push({ record, leavesAtMs });
  }

  windowLimit(direction: Direction, limit: number): void {
    this.windows[direction].limit = limit;
  }

  stabilizedWithoutBehavior(windowSeconds: number, before: number, after: number): void {
    const down = this.window(windowSeconds, before, 'down');
    this.stabilization = { path: 'withoutBehavior', before, after, down };
  }

  stabilizedWithBehavior(upSeconds: number, downSeconds: number, before: number, after: number): void {
    this.stabilization = {
      path: 'withBehavior',
      before,
      after,
      up: this.window(upSeconds, before, 'up'),
      down: this.window(downSeconds, before, 'down'),
    };
  }

  private window(windowSeconds: number, own: number, direction: Direction): WindowRecord {
    const { limit } = this.windows[direction];
    const seen = this.windows[direction].recommendations.sort((a, b) => a.record.atMs - b.record.atMs);
    const recommendations = seen.map(({ record }) => record);
    const base = { windowSeconds, recommendations, limit };
    const holder = own === limit ? -1 : recommendations.findLastIndex(({ replicas }) => replicas === limit);
    const held = seen[holder];
    return held === undefined ? base : { ...base, holder, holderLeavesAtMs: held.leavesAtMs };
  }

  limitedWithoutBehavior(
    arg: NormalizationArg,
    { stabilized, desired, reason }: Normalized,
    limit: number,
  ): void {
    this.limit = {
      before: stabilized,
      after: desired,
      direction: directionOf(stabilized, arg.currentReplicas),
      scaleUpLimit: limit,
      minReplicas: arg.minReplicas,
      maxReplicas: arg.maxReplicas,
      reason,
    };
  }

  limitedWithBehavior(arg: NormalizationArg, { stabilized, desired, reason }: Normalized): void {
    const direction = directionOf(stabilized, arg.currentReplicas);
    this.limit = {
      before: stabilized,
      after: desired,
      direction,
      ...(direction === undefined ? {} : rateFields(arg, direction)),
      minReplicas: arg.minReplicas,
      maxReplicas: arg.maxReplicas,
      reason,
    };
  }

  /** The count was raised to minReplicas after the limits: a workload woken from zero. */
  raised(desired: number): void {
    if (this.limit !== undefined) this.limit = { ...this.limit, after: desired };
  }

  conclude(conclusion: Conclusion): DecisionRecord {
    const { error, ...rest } = conclusion;
    return {
      atMs: this.atMs,
      currentReplicas: this.currentReplicas,
      minReplicas: this.minReplicas,
      maxReplicas: this.maxReplicas,
      metrics: this.metrics,
      ...(this.skippedMetrics === undefined ? {} : { skippedMetrics: this.skippedMetrics }),
      ...(this.winner === undefined ? {} : { winner: this.winner }),
      ...(this.proposal === undefined ? {} : { proposal: this.proposal }),
      ...(this.scaleDownBlocked ? { scaleDownBlockedByError: true } : {}),
      ...(this.stabilization === undefined ? {} : { stabilization: this.stabilization }),
      ...(this.limit === undefined ? {} : { limit: this.limit }),
      ...rest,
      ...(error === undefined ? {} : { error }),
    };
  }
}

function directionOf(wanted: number, current: number): Direction | undefined {
  if (wanted === current) return undefined;
  return wanted > current ? 'up' : 'down';
}

function podGroupsRecord(groups: PodGroups): PodGroupsRecord {
  const unready: GroupedPod[] = [];
  const missing: GroupedPod[] = [];
  const ignored: GroupedPod[] = [];
  const lists = { unready, missing, ignored };
  groups.pods.forEach(({ name }, index) => {
    const group = groups.groupAt(index);
    const reason = GROUP_REASONS[groups.codes[index] ?? 0];
    if (group !== 'ready' && reason !== undefined) lists[group].push({ name, reason });
  });
  return { total: groups.pods.length, ready: groups.ready, ...lists };
}

function proposalFields(plan: MetricPlan, stages: ProposalStages): Partial<MetricProposalRecord> {
  const utilization = plan.targetKind === 'Utilization';
  return {
    ...(stages.total === undefined ? {} : { total: stages.total }),
    rawProposal: stages.rawProposal(),
    current: utilization ? stages.utilization : stages.usage,
    ...(utilization
      ? {
          averageUsageMilli: stages.usage,
          usageSumMilli: stages.usageSum,
          requestSumMilli: stages.requestSum,
        }
      : {}),
    usageRatio: stages.usageRatio,
    toleranceVerdict: stages.within ? 'within' : 'outside',
    multiplier: stages.multiplier,
    proposal: stages.replicas,
    ...(stages.substituted ? { substitution: substitutionRecord(stages.substitution) } : {}),
  };
}

function substitutionRecord(stages: SubstitutionStages): SubstitutionRecord {
  const { missingPods, percentOfRequest, missingMilli, heldBecause } = stages;
  return {
    missing: missingOf(missingPods, percentOfRequest, missingMilli),
    unreadyAsZero: stages.unreadyAsZero,
    usageRatio: stages.usageRatio,
    pods: stages.pods,
    toleranceVerdict: stages.within ? 'within' : 'outside',
    ...(heldBecause === undefined ? {} : { heldBecause }),
  };
}

function missingOf(
  pods: number,
  percentOfRequest: number | undefined,
  milli: Int64 | undefined,
): SubstitutionRecord['missing'] {
  if (percentOfRequest !== undefined) return { pods, percentOfRequest };
  return milli === undefined ? undefined : { pods, milli };
}

function rateFields(arg: NormalizationArg, direction: Direction): Partial<LimitRecord> {
  const rules = direction === 'up' ? arg.behavior?.scaleUp : arg.behavior?.scaleDown;
  const selectPolicy = rules?.selectPolicy ?? 'Max';
  if (selectPolicy === 'Disabled') return { selectPolicy, policies: [], rateLimit: arg.currentReplicas };
  const policies = policiesOf(rules).map((policy) => budgetOf(arg, policy, direction));
  const limits = policies.map(({ limit }) => limit);
  // the largest change is the highest count on the way up and the lowest on the way down
  const highest = (direction === 'up') === (selectPolicy === 'Max');
  const chosen = highest ? Math.max(...limits) : Math.min(...limits);
  const selected = limits.indexOf(chosen);
  const bounded =
    direction === 'up' ? Math.max(chosen, arg.currentReplicas) : Math.min(chosen, arg.currentReplicas);
  return {
    selectPolicy,
    policies,
    ...(selected === -1 ? { rateLimit: arg.currentReplicas } : { selected, rateLimit: bounded }),
  };
}

function budgetOf(arg: NormalizationArg, policy: HPAScalingPolicy, direction: Direction): PolicyBudgetRecord {
  const { scaleUpEvents, scaleDownEvents } = arg.memory;
  const { periodSeconds } = policy;
  const start = periodStartReplicas(
    periodSeconds,
    arg.currentReplicas,
    scaleUpEvents,
    scaleDownEvents,
    arg.nowMs,
  );
  const own = direction === 'up' ? scaleUpEvents : scaleDownEvents;
  const oldestMs = oldestWithin(own, arg.nowMs - periodSeconds * 1000);
  return {
    type: policy.type,
    value: policy.value,
    periodSeconds,
    periodStartReplicas: start,
    addedInPeriod: getReplicasChangePerPeriod(periodSeconds, scaleUpEvents, arg.nowMs),
    removedInPeriod: getReplicasChangePerPeriod(periodSeconds, scaleDownEvents, arg.nowMs),
    limit: direction === 'up' ? scaleUpLimitOfPolicy(policy, start) : scaleDownLimitOfPolicy(policy, start),
    ...(oldestMs === undefined ? {} : { freesUpAtMs: oldestMs + periodSeconds * 1000 }),
  };
}

function oldestWithin(events: readonly ScaleEvent[], cutoffMs: Ms): Ms | undefined {
  let oldest: Ms | undefined;
  for (const { timestampMs } of events) {
    if (timestampMs > cutoffMs && (oldest === undefined || timestampMs < oldest)) oldest = timestampMs;
  }
  return oldest;
}
