/** What the replica calculator found out on its way to one proposal. One object, used again for every metric. */
import { int32FromFloat } from '../go/int32.ts';
import type { Int64 } from './interfaces.ts';

export class SubstitutionStages {
  /** milli-value for each missing pod; undefined: none was put, or a share of its request was */
  missingMilli: Int64 | undefined;
  /** share of its own request for each missing pod */
  percentOfRequest: number | undefined;
  missingPods = 0;
  unreadyAsZero = 0;
  usageRatio = Number.NaN;
  /** what the second proposal multiplies */
  pods = 0;
  within = false;
  heldBecause: 'ratioReversed' | 'countReversed' | undefined;
}

export class ProposalStages {
  replicas = 0;
  /** percent; NaN for targets that are no percentage */
  utilization = Number.NaN;
  /** milli-value: the average that the status shows, or the whole for a Value target */
  usage: Int64 = 0;
  usageSum: Int64 = 0;
  requestSum: Int64 = 0;
  usageRatio = Number.NaN;
  /** whether the first ratio lies within the tolerance */
  within = false;
  multiplier = 0;
  /** pods (or, at zero replicas, one) that the first ratio is multiplied with */
  firstMultiplier = 0;
  /** AverageValue of a whole: the value that the target divides, and what that gives */
  total: Int64 | undefined;
  private dividedTotal = 0;
  /** the pods were put into groups */
  grouped = false;
  substituted = false;
  readonly substitution = new SubstitutionStages();

  reset(): void {
    this.replicas = 0;
    this.utilization = Number.NaN;
    this.usage = 0;
    this.usageSum = 0;
    this.requestSum = 0;
    this.usageRatio = Number.NaN;
    this.within = false;
    this.multiplier = 0;
    this.firstMultiplier = 0;
    this.total = undefined;
    this.dividedTotal = 0;
    this.grouped = false;
    this.substituted = false;
  }

  /** A whole that is divided by a target for each pod. */
  divide(total: Int64, replicas: number): void {
    this.total = total;
    this.dividedTotal = replicas;
  }

  /** What the first ratio alone asks for, int32: before tolerance and substitutes. */
  rawProposal(): number {
    if (this.total !== undefined) return this.dividedTotal;
    return int32FromFloat(Math.ceil(this.usageRatio * this.firstMultiplier));
  }

  beginSubstitution(): SubstitutionStages {
    const { substitution } = this;
    this.substituted = true;
    substitution.missingMilli = undefined;
    substitution.percentOfRequest = undefined;
    substitution.missingPods = 0;
    substitution.unreadyAsZero = 0;
    substitution.usageRatio = Number.NaN;
    substitution.pods = 0;
    substitution.within = false;
    substitution.heldBecause = undefined;
    return substitution;
  }
}
