/** The waterfall: seven stages from the raw proposal to the count that was applied, each with its numbers. */
import type { Int64 } from '../podautoscaler/interfaces.ts';
import type {
  DecisionRecord,
  LimitRecord,
  MetricProposalRecord,
  StabilizationRecord,
  SubstitutionRecord,
} from '../podautoscaler/record.ts';
import { countOf, formatRatio } from './format.ts';
import { formatMetricValue, leftOutBecause, metricRatio, toleranceBand } from './metrics.ts';
import { policyLabel } from './policies.ts';
import type { ExplanationStage } from './types.ts';
import { decidingWindow } from './window.ts';

/** A stage before it is compared with the one before it. `lines` are joined by line breaks. */
interface Stage {
  readonly kind: ExplanationStage['kind'];
  readonly title: string;
  readonly replicas: number | undefined;
  readonly lines: readonly string[];
}

/**
 * All seven stages of a sync, in their fixed order.
 *
 * @param record stages of the sync
 * @rule EX5
 */
export function explainStages(record: DecisionRecord): readonly ExplanationStage[] {
  const winner = record.winner === undefined ? undefined : record.metrics[record.winner];
  const raw = rawStage(record, winner);
  const tolerance = toleranceStage(record, winner, raw.replicas);
  return compared(found(record), [
    raw,
    tolerance,
    podsStage(winner, tolerance.replicas),
    stabilizationStage(record),
    policiesStage(record),
    boundsStage(record),
    appliedStage(record),
  ]);
}

/** A count outside of the bounds is put right from where it was found, without a proposal. */
function found({ skippedMetrics, currentReplicas }: DecisionRecord): number | undefined {
  return skippedMetrics === 'aboveMax' || skippedMetrics === 'belowMin' ? currentReplicas : undefined;
}

/** Marks the stages whose count differs from the last known one. */
function compared(before: number | undefined, stages: readonly Stage[]): readonly ExplanationStage[] {
  let last = before;
  return stages.map(({ kind, title, replicas, lines }) => {
    const changed = last !== undefined && replicas !== undefined && replicas !== last;
    last = replicas ?? last;
    return {
      kind,
      title,
      changed,
      detail: lines.join('\n'),
      ...(replicas === undefined ? {} : { replicas }),
    };
  });
}

function rawStage(record: DecisionRecord, winner: MetricProposalRecord | undefined): Stage {
  const stage = { kind: 'raw', title: 'raw proposal' } as const;
  if (!winner) return { ...stage, replicas: undefined, lines: [notRead(record)] };
  const read = record.metrics.filter((metric) => metric.proposal !== undefined).length;
  const lines = [rawFormula(winner), ...(read > 1 ? [`${winner.name}, largest of ${read}`] : [])];
  return { ...stage, replicas: rawReplicas(winner), lines };
}

function notRead({ skippedMetrics }: DecisionRecord): string {
  if (skippedMetrics === undefined) return 'no metric could be read';
  switch (skippedMetrics) {
    case 'aboveMax':
    case 'belowMin':
      return 'metrics not read';
    case 'scalingDisabled':
      return 'metrics not read at zero';
    case 'scaleError':
      return 'scale unknown';
    case 'selectorError':
      return 'pods unknown';
  }
}

/** What the ratio asks for by itself; the final proposal where nothing came between. */
function rawReplicas(metric: MetricProposalRecord): number | undefined {
  if (metric.rawProposal !== undefined) return metric.rawProposal;
  return metric.substitution || metric.toleranceVerdict === 'within' ? undefined : metric.proposal;
}

/** The controller's own formula with its numbers: `ceil(14 × 28/70)`. */
function rawFormula(metric: MetricProposalRecord): string {
  const { total, usageRatio } = metric;
  if (total !== undefined) {
    return `ceil(${inFormula(metric, total)} / ${inFormula(metric, metric.target)})`;
  }
  // With substitutes the multiplier belongs to the second ratio; the first one is of the ready pods.
  const pods = metric.substitution ? metric.pods?.ready : metric.multiplier;
  const ratio = quotient(metric) ?? (usageRatio === undefined ? undefined : metricRatio(metric, usageRatio));
  if (ratio === undefined) return 'not recorded';
  return pods === undefined ? `ceil(${ratio})` : `ceil(${pods} × ${ratio})`;
}

function quotient(metric: MetricProposalRecord): string | undefined {
  const { current, target } = metric;
  return current === undefined ? undefined : `${inFormula(metric, current)}/${inFormula(metric, target)}`;
}

/** A value without the units that cancel out in a quotient and would read as part of it: `%` and `/s`. */
function inFormula(metric: MetricProposalRecord, value: Int64): string {
  return formatMetricValue(metric, value).replace(/ %$|\/s$/, '');
}

function toleranceStage(
  record: DecisionRecord,
  winner: MetricProposalRecord | undefined,
  raw: number | undefined,
): Stage {
  const stage = { kind: 'tolerance', title: 'tolerance' } as const;
  if (!winner) return { ...stage, replicas: undefined, lines: ['not reached'] };
  if (winner.substitution)
    return { ...stage, replicas: raw, lines: ['asked after the pods', 'are filled in'] };
  if (winner.toleranceVerdict === undefined) return { ...stage, replicas: raw, lines: ['not asked'] };
  const within = winner.toleranceVerdict === 'within';
  return {
    ...stage,
    replicas: within ? (winner.proposal ?? record.currentReplicas) : raw,
    lines: bandLines(winner, winner.usageRatio, winner.toleranceVerdict),
  };
}

/** `0.40 is outside` and `0.90–1.10`. */
function bandLines(
  metric: MetricProposalRecord,
  ratio: number | undefined,
  verdict: 'within' | 'outside',
): readonly string[] {
  const band = toleranceBand(metric);
  const [low, high] = band.map((edge) => formatRatio(edge));
  const shown = ratio === undefined ? 'the ratio' : metricRatio(metric, ratio);
  return [`${shown} is ${verdict}`, `${low}–${high}`];
}

function podsStage(winner: MetricProposalRecord | undefined, before: number | undefined): Stage {
  const stage = { kind: 'pods', title: 'missing pods' } as const;
  if (!winner) return { ...stage, replicas: undefined, lines: ['not reached'] };
  const { pods, substitution } = winner;
  if (substitution) {
    return { ...stage, replicas: winner.proposal, lines: substitutionLines(winner, substitution) };
  }
  if (!pods) return { ...stage, replicas: before, lines: ['nothing to fill in'] };
  const leftOut = leftOutBecause(pods);
  const lines =
    leftOut === '' ? [`all ${pods.total} counted`] : [`${pods.ready} of ${pods.total} counted`, leftOut];
  return { ...stage, replicas: before, lines };
}

function substitutionLines(
  metric: MetricProposalRecord,
  substitution: SubstitutionRecord,
): readonly string[] {
  const { missing, unreadyAsZero, heldBecause } = substitution;
  const ratio = metricRatio(metric, substitution.usageRatio);
  const filled =
    [
      ...(missing && missing.pods > 0 ? [`${missing.pods} missing as ${substitute(metric, missing)}`] : []),
      ...(unreadyAsZero > 0 ? [`${unreadyAsZero} unready as 0`] : []),
    ].join(', ') || 'nothing to fill in';
  if (heldBecause === 'ratioReversed') return [filled, `ratio turns to ${ratio}: held`];
  if (heldBecause === 'countReversed') {
    return [filled, `${ratio} × ${countOf(substitution.pods, 'pod')} turns: held`];
  }
  if (substitution.toleranceVerdict === 'within') {
    return [filled, bandLines(metric, substitution.usageRatio, 'within').join(' ')];
  }
  return [filled, `ceil(${substitution.pods} × ${ratio})`];
}

function substitute(
  metric: MetricProposalRecord,
  missing: NonNullable<SubstitutionRecord['missing']>,
): string {
  if ('percentOfRequest' in missing) {
    return missing.percentOfRequest === 0 ? '0' : `${missing.percentOfRequest} % of request`;
  }
  return Number(missing.milli) === 0 ? '0' : formatMetricValue(metric, missing.milli);
}

function stabilizationStage({ stabilization }: DecisionRecord): Stage {
  const stage = { kind: 'stabilization' } as const;
  if (!stabilization) return { ...stage, title: 'window', replicas: undefined, lines: ['not reached'] };
  const deciding = decidingWindow(stabilization);
  if (!deciding) {
    return { ...stage, title: 'window', replicas: stabilization.after, lines: ['holds nothing back'] };
  }
  const { direction, window } = deciding;
  const extreme = direction === 'down' ? 'highest' : 'lowest';
  return {
    ...stage,
    title: `window ${window.windowSeconds} s`,
    replicas: stabilization.after,
    lines: [
      `${extreme} of ${window.recommendations.length + 1} is ${window.limit}`,
      ...heldLine(stabilization, window.limit),
    ],
  };
}

/** The windows let a count through that lies between what they ask for, such as the present one. */
function heldLine({ after }: StabilizationRecord, limit: number): readonly string[] {
  return after === limit ? [] : [`present count of ${after} stays`];
}

function policiesStage({ limit, stabilization }: DecisionRecord): Stage {
  const title = stabilization?.path === 'withoutBehavior' ? 'scale-up limit' : 'policies';
  const stage = { kind: 'policies', title } as const;
  if (!limit) return { ...stage, replicas: undefined, lines: ['not reached'] };
  return { ...stage, replicas: afterRate(limit), lines: rateLines(limit) };
}

/** The reason says whether the rate or a bound cut the step; the one that did not leaves it as it was. */
function afterRate({ reason, before, after, rateLimit, scaleUpLimit }: LimitRecord): number {
  const rateCut = reason === 'ScaleUpLimit' || reason === 'ScaleDownLimit';
  return rateCut ? (rateLimit ?? scaleUpLimit ?? after) : before;
}

function rateLines(limit: LimitRecord): readonly string[] {
  if (limit.direction === undefined) return ['no step to limit'];
  if (limit.selectPolicy === 'Disabled') return [`scaling ${limit.direction}`, 'is disabled'];
  if (limit.policies) return policyLines(limit, limit.policies);
  if (limit.direction === 'up' && limit.scaleUpLimit !== undefined) {
    return [`up to ${limit.scaleUpLimit} in one sync`, 'without behavior'];
  }
  return [`none on the way ${limit.direction}`];
}

function policyLines(limit: LimitRecord, policies: NonNullable<LimitRecord['policies']>): readonly string[] {
  const chosen = limit.selected === undefined ? undefined : policies[limit.selected];
  const select = policies.length > 1 ? `${limit.selectPolicy ?? 'Max'} of ${policies.length}: ` : '';
  const label = chosen ? `${select}${policyLabel(chosen)}` : 'no policy';
  const way = limit.direction === 'up' ? 'up' : 'down';
  return [label, ...(limit.rateLimit === undefined ? [] : [`${way} to ${limit.rateLimit} allowed`])];
}

function boundsStage(record: DecisionRecord): Stage {
  const { limit, minReplicas, maxReplicas, skippedMetrics, currentReplicas } = record;
  const stage = { kind: 'bounds', title: 'min / max' } as const;
  const range = `${minReplicas}–${maxReplicas}`;
  if (skippedMetrics === 'aboveMax' || skippedMetrics === 'belowMin') {
    return { ...stage, replicas: record.desiredReplicas, lines: [`${currentReplicas} is outside`, range] };
  }
  if (!limit) return { ...stage, replicas: undefined, lines: ['not reached'] };
  return { ...stage, replicas: limit.after, lines: boundLines(limit, range) };
}

function boundLines(limit: LimitRecord, range: string): readonly string[] {
  const { reason, minReplicas, maxReplicas, after } = limit;
  if (reason === 'TooManyReplicas') return [`cut at max ${maxReplicas}`];
  // A workload that wakes from zero is raised to minReplicas whatever the reason says.
  if (reason === 'TooFewReplicas' || after > afterRate(limit)) return [`raised to min ${minReplicas}`];
  return [`within ${range}`];
}

function appliedStage(record: DecisionRecord): Stage {
  const { currentReplicas, desiredReplicas, rescaled, skippedMetrics } = record;
  const stage = { kind: 'applied', title: 'applied' } as const;
  if (skippedMetrics === 'scaleError')
    return { ...stage, replicas: desiredReplicas, lines: ['nothing written'] };
  if (rescaled)
    return { ...stage, replicas: desiredReplicas, lines: [`${currentReplicas} → ${desiredReplicas}`] };
  return {
    ...stage,
    replicas: desiredReplicas,
    lines: [record.limiter === 'error' ? 'nothing written' : 'no change'],
  };
}
