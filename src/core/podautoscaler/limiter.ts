/** What decided a sync, in one word, from what the controller did. */
import type { HorizontalPodAutoscalerBehavior } from '../autoscaling/types.ts';
import type { LimitReason } from './normalization.ts';
import type { ProposalStages } from './proposalStages.ts';
import type { LimiterKind } from './record.ts';

/** How the winning metric came to its proposal. */
export type ProposalEffect = 'none' | 'metric' | 'tolerance' | 'missingMetrics';

/**
 * Whether a proposal is what the first ratio asks for, was held by the tolerance, or was shaped by pods without
 * metrics.
 *
 * @rule LM1
 */
export function effectOf(stages: ProposalStages, currentReplicas: number): ProposalEffect {
  const raw = stages.rawProposal();
  if (stages.substituted && stages.replicas !== (stages.within ? currentReplicas : raw))
    return 'missingMetrics';
  if (stages.replicas !== currentReplicas) return 'metric';
  return stages.within && raw !== currentReplicas ? 'tolerance' : 'none';
}

/** The stages after the metrics, as far as the limiter depends on them. */
export interface NormalizedStages {
  readonly currentReplicas: number;
  /** what the metrics proposed */
  readonly proposal: number;
  readonly stabilized: number;
  /** after rates and bounds */
  readonly desired: number;
  readonly reason: LimitReason;
  readonly effect: ProposalEffect;
  readonly behavior: HorizontalPodAutoscalerBehavior | undefined;
}

/**
 * The last stage that changed the count decides; if none did, the winning metric's proposal.
 *
 * @rule LM2
 */
export function limiterOf(stages: NormalizedStages): LimiterKind {
  const { proposal, stabilized, desired } = stages;
  if (desired !== stabilized) return limiterOfReason(stages);
  if (stabilized !== proposal) return stabilizationOf(stages);
  if (desired !== stages.currentReplicas && stages.effect !== 'missingMetrics') return 'metric';
  return stages.effect;
}

function stabilizationOf({ behavior, proposal, currentReplicas }: NormalizedStages): LimiterKind {
  // without behavior there is a scale-down window only
  return behavior !== undefined && proposal >= currentReplicas ? 'stabilizationUp' : 'stabilizationDown';
}

function limiterOfReason({ reason, behavior }: NormalizedStages): LimiterKind {
  switch (reason) {
    case 'TooManyReplicas':
      return 'max';
    case 'TooFewReplicas':
    case 'DesiredWithinRange':
      // raised to minReplicas after everything else, when a workload is woken from zero
      return 'min';
    case 'ScaleUpLimit':
      if (behavior === undefined) return 'rateLimit';
      return behavior.scaleUp?.selectPolicy === 'Disabled' ? 'disabled' : 'policy';
    case 'ScaleDownLimit':
      return behavior?.scaleDown?.selectPolicy === 'Disabled' ? 'disabled' : 'policy';
  }
}
