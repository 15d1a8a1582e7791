import { describe, expect, it } from 'vitest';
import { effectOf, limiterOf, type NormalizedStages } from './limiter.ts';
import { ProposalStages } from './proposalStages.ts';

interface Proposal {
  readonly raw: number;
  readonly replicas: number;
  readonly within?: boolean;
  readonly substituted?: boolean;
}

/** Stages of a metric whose first ratio asks for `raw`. */
function stagesOf({ raw, replicas, within = false, substituted = false }: Proposal): ProposalStages {
  const stages = new ProposalStages();
  stages.usageRatio = raw;
  stages.firstMultiplier = 1;
  stages.replicas = replicas;
  stages.within = within;
  stages.substituted = substituted;
  return stages;
}

describe('the effect of a metric at 4 replicas', () => {
  it.each([
    ['metric', 'asks for another count', { raw: 6, replicas: 6 }],
    ['none', 'asks for the count that is there', { raw: 4, replicas: 4 }],
    ['none', 'asks for it within the tolerance', { raw: 4, replicas: 4, within: true }],
    ['tolerance', 'would ask for another without the tolerance', { raw: 5, replicas: 4, within: true }],
    [
      'missingMetrics',
      'asks for another count because of substitutes',
      { raw: 6, replicas: 5, substituted: true },
    ],
    ['missingMetrics', 'is held by substitutes', { raw: 6, replicas: 4, substituted: true }],
    [
      'missingMetrics',
      'changes although it was within',
      { raw: 4, replicas: 3, within: true, substituted: true },
    ],
    ['metric', 'asks for the same with substitutes', { raw: 6, replicas: 6, substituted: true }],
    ['tolerance', 'is held with and without them', { raw: 5, replicas: 4, within: true, substituted: true }],
    ['none', 'asks for the same with substitutes', { raw: 4, replicas: 4, substituted: true }],
  ] as const)('is %s where it %s', (effect, _what, proposal) => {
    expect(effectOf(stagesOf(proposal), 4)).toBe(effect);
  });

  it('is metric for another count that no substitute shaped', () => {
    expect(effectOf(stagesOf({ raw: 4, replicas: 7 }), 4)).toBe('metric');
  });
});

describe('what decided at 4 replicas', () => {
  const undecided: NormalizedStages = {
    currentReplicas: 4,
    proposal: 4,
    stabilized: 4,
    desired: 4,
    reason: 'DesiredWithinRange',
    effect: 'none',
    behavior: undefined,
  };
  const disabled = {
    scaleUp: { selectPolicy: 'Disabled' },
    scaleDown: { selectPolicy: 'Disabled' },
  } as const;

  it.each([
    ['none', {}],
    ['tolerance', { effect: 'tolerance' }],
    ['missingMetrics', { effect: 'missingMetrics' }],
    ['metric', { proposal: 6, stabilized: 6, desired: 6, effect: 'metric' }],
    ['metric', { proposal: 2, stabilized: 2, desired: 2, effect: 'metric' }],
    ['metric', { proposal: 6, stabilized: 6, desired: 6, effect: 'none' }],
    ['missingMetrics', { proposal: 6, stabilized: 6, desired: 6, effect: 'missingMetrics' }],
    ['stabilizationDown', { proposal: 2 }],
    ['stabilizationDown', { proposal: 4, stabilized: 6, desired: 6 }],
    ['stabilizationDown', { proposal: 2, behavior: {} }],
    ['stabilizationUp', { proposal: 6, behavior: {} }],
    ['stabilizationUp', { proposal: 4, stabilized: 3, desired: 3, behavior: {} }],
    ['max', { proposal: 9, stabilized: 9, desired: 6, reason: 'TooManyReplicas' }],
    ['min', { proposal: 1, stabilized: 1, desired: 2, reason: 'TooFewReplicas' }],
    ['min', { proposal: 1, stabilized: 1, desired: 2, reason: 'DesiredWithinRange' }],
    ['rateLimit', { proposal: 19, stabilized: 19, desired: 8, reason: 'ScaleUpLimit' }],
    ['policy', { proposal: 19, stabilized: 19, desired: 8, reason: 'ScaleUpLimit', behavior: {} }],
    ['policy', { proposal: 1, stabilized: 1, desired: 3, reason: 'ScaleDownLimit', behavior: {} }],
    ['policy', { proposal: 1, stabilized: 1, desired: 3, reason: 'ScaleDownLimit' }],
    ['disabled', { proposal: 9, stabilized: 9, reason: 'ScaleUpLimit', behavior: disabled }],
    ['disabled', { proposal: 1, stabilized: 1, reason: 'ScaleDownLimit', behavior: disabled }],
    [
      'policy',
      {
        proposal: 9,
        stabilized: 9,
        reason: 'ScaleUpLimit',
        behavior: { scaleDown: disabled.scaleDown, scaleUp: {} },
      },
    ],
    [
      'policy',
      {
        proposal: 1,
        stabilized: 1,
        reason: 'ScaleDownLimit',
        behavior: { scaleUp: disabled.scaleUp, scaleDown: {} },
      },
    ],
  ] as const)('is %s for %j', (limiter, stages) => {
    expect(limiterOf({ ...undecided, ...stages })).toBe(limiter);
  });
});
