import type { HorizontalPodAutoscalerCondition } from '../autoscaling/types.ts';
import { uint8Column } from './columns.ts';
import { CONDITION_STATUSES, type ConditionColumns } from './types.ts';

type ConditionType = HorizontalPodAutoscalerCondition['type'];

/** Code of a sync after which the status did not have the condition. */
const ABSENT = CONDITION_STATUSES.indexOf('absent');
/** Reasons are a closed set upstream, far below this; a code takes one byte. */
const MOST_REASONS = 256;

/** Collects one condition's columns. */
class ConditionCollector {
  readonly #type: ConditionType;
  readonly #status;
  readonly #reason;
  readonly #reasons: string[] = [];
  #statusCode = ABSENT;
  #reasonCode = 0;

  /** @param syncs how many there will be */
  constructor(type: ConditionType, syncs: number) {
    this.#type = type;
    this.#status = uint8Column(syncs);
    this.#reason = uint8Column(syncs);
  }

  /** The condition as it stands from now on. */
  follow(condition: HorizontalPodAutoscalerCondition | undefined): void {
    this.#statusCode = condition === undefined ? ABSENT : CONDITION_STATUSES.indexOf(condition.status);
    this.#reasonCode = condition === undefined ? 0 : this.#codeOf(condition.reason);
  }

  #codeOf(reason: string): number {
    const known = this.#reasons.indexOf(reason);
    if (known >= 0) return known;
    if (this.#reasons.length === MOST_REASONS) throw new RangeError(`more than ${MOST_REASONS} reasons`);
    return this.#reasons.push(reason) - 1;
  }

  push(): void {
    this.#status.push(this.#statusCode);
    this.#reason.push(this.#reasonCode);
  }

  skip(syncs: number): void {
    for (let i = 0; i < syncs; i++) {
      this.#status.push(ABSENT);
      this.#reason.push(0);
    }
  }

  finish(): ConditionColumns {
    return {
      type: this.#type,
      status: this.#status.finish(),
      reason: this.#reason.finish(),
      reasons: this.#reasons,
    };
  }
}

/**
 * Collects what the status says after each sync. The list of conditions is the same one as long as none of them
 * changes, so most syncs only repeat the codes of the last one.
 */
export class ConditionsCollector {
  readonly #expected: number;
  readonly #collectors = new Map<ConditionType, ConditionCollector>();
  #last: readonly HorizontalPodAutoscalerCondition[] | undefined;
  #length = 0;

  /** @param syncs how many there will be */
  constructor(syncs: number) {
    this.#expected = syncs;
  }

  /** @param conditions of the status after this sync */
  push(conditions: readonly HorizontalPodAutoscalerCondition[] | undefined): void {
    if (conditions !== this.#last) this.#follow(conditions ?? []);
    this.#last = conditions;
    for (const collector of this.#collectors.values()) collector.push();
    this.#length++;
  }

  #follow(conditions: readonly HorizontalPodAutoscalerCondition[]): void {
    for (const { type } of conditions) {
      // The oldest minor can write one without a name, which nothing can be said about.
      if ((type as string) === '' || this.#collectors.has(type)) continue;
      const collector = new ConditionCollector(type, this.#expected);
      collector.skip(this.#length);
      this.#collectors.set(type, collector);
    }
    for (const [type, collector] of this.#collectors) {
      collector.follow(conditions.find((condition) => condition.type === type));
    }
  }

  finish(): readonly ConditionColumns[] {
    return [...this.#collectors.values()].map((collector) => collector.finish());
  }
}
