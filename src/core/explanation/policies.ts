/** Scaling policies in words, and their budgets as meters. */
import type { HPAScalingPolicy, HPAScalingRules } from '../autoscaling/types.ts';
import type { DecisionRecord, Direction, PolicyBudgetRecord } from '../podautoscaler/record.ts';
import { countOf, formatPercent } from './format.ts';
import type { ExplanationBudget } from './types.ts';

/** `100 % per 15 s`, `4 pods per 60 s`. @rule EX2 */
export function policyLabel(policy: Pick<HPAScalingPolicy, 'type' | 'value' | 'periodSeconds'>): string {
  const amount = policy.type === 'Percent' ? formatPercent(policy.value) : countOf(policy.value, 'pod');
  return `${amount} per ${policy.periodSeconds} s`;
}

/**
 * The rules of one direction as the manifest has them: `100 % per 15 s`, `Min of 10 % per 60 s and 2 pods per 60 s`.
 *
 * @rule EX3
 */
export function rulesLabel(rules: HPAScalingRules | undefined): string | undefined {
  if (rules?.selectPolicy === 'Disabled') return 'selectPolicy Disabled';
  const labels = (rules?.policies ?? []).map(policyLabel);
  if (labels.length === 0) return undefined;
  return labels.length === 1 ? labels[0] : `${rules?.selectPolicy ?? 'Max'} of ${labels.join(' and ')}`;
}

/** The policy whose limit was selected at this sync. @rule EX3 */
export function selectedPolicy(record: DecisionRecord): PolicyBudgetRecord | undefined {
  const { policies, selected } = record.limit ?? {};
  return selected === undefined ? undefined : policies?.[selected];
}

/**
 * What each policy of the direction allowed in its period and how much of that is gone.
 *
 * @rule EX7
 */
export function explainBudgets(record: DecisionRecord): readonly ExplanationBudget[] {
  const { limit } = record;
  const direction = limit?.direction;
  if (!limit?.policies || direction === undefined) return [];
  return limit.policies.map((policy, index) => ({
    label: policyLabel(policy),
    direction,
    used: span(direction, policy.periodStartReplicas, countAfter(record)),
    total: span(direction, policy.periodStartReplicas, policy.limit),
    selected: index === limit.selected,
    ...freesUp(policy, record),
  }));
}

/** The count once this sync is through: what was written, or what is still there. */
function countAfter(record: DecisionRecord): number {
  return record.rescaled ? record.desiredReplicas : record.currentReplicas;
}

/** Replicas from one count to another in the given direction; 0 where the way leads the other way. */
function span(direction: Direction, from: number, to: number): number {
  return Math.max(0, direction === 'up' ? to - from : from - to);
}

function freesUp(policy: PolicyBudgetRecord, record: DecisionRecord): { freesUpInSeconds?: number } {
  if (policy.freesUpAtMs === undefined) return {};
  return { freesUpInSeconds: (policy.freesUpAtMs - record.atMs) / 1000 };
}
