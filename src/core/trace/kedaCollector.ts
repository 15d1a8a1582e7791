import type {
  KedaCondition,
  KedaDecision,
  KedaEvent,
  KedaPoll,
  PolledMetric,
} from '../keda/operator/types.ts';
import type { KedaPlan } from '../keda/types.ts';
import { GrowingColumn, int32Column, steadyFloat64Column, uint8Column } from './columns.ts';
import {
  KEDA_DECISIONS,
  type KedaConditionChange,
  type KedaMetricColumns,
  type KedaTrace,
  type KedaTraceEvent,
} from './kedaTypes.ts';

const MILLI = 1000;

const DECISION_CODE = Object.fromEntries(KEDA_DECISIONS.map((kind, code) => [kind, code])) as Readonly<
  Record<KedaDecision, number>
>;

/** Collects one served metric's columns. */
class MetricCollector {
  readonly #trigger: number;
  readonly #type: string;
  readonly name: string;
  readonly #value;
  readonly #active;
  readonly #fallback;
  readonly #failures;

  /** @param before polls that there were without it */
  constructor(trigger: number, type: string, name: string, before: number) {
    this.#trigger = trigger;
    this.#type = type;
    this.name = name;
    this.#value = new GrowingColumn();
    this.#active = uint8Column();
    this.#fallback = uint8Column();
    this.#failures = int32Column();
    for (let poll = 0; poll < before; poll++) this.push(undefined);
  }

  /** @param polled undefined: the ScaledObject does not have it now */
  push(polled: PolledMetric | undefined): void {
    const milli = polled?.observation.milli;
    this.#value.push(milli === undefined ? Number.NaN : Number(milli) / MILLI);
    this.#active.push(polled?.observation.isActive === true ? 1 : 0);
    this.#fallback.push(polled?.observation.isFallback === true ? 1 : 0);
    this.#failures.push(polled?.failures ?? 0);
  }

  finish(): KedaMetricColumns {
    return {
      trigger: this.#trigger,
      type: this.#type,
      name: this.name,
      value: this.#value.finish(),
      active: this.#active.finish(),
      fallback: this.#fallback.finish(),
      failures: this.#failures.finish(),
    };
  }
}

/** Collects what KEDA did, one entry a poll. */
export class KedaCollector {
  readonly #startMs: number;
  readonly #plans: KedaPlan[] = [];
  readonly #atSeconds = new GrowingColumn();
  readonly #decision = uint8Column();
  readonly #active = uint8Column();
  readonly #error = uint8Column();
  readonly #fallback = uint8Column();
  readonly #replicasBefore = int32Column();
  readonly #replicasAfter = int32Column();
  readonly #lastActiveSeconds = new GrowingColumn();
  readonly #cooldownEndsSeconds = steadyFloat64Column();
  readonly #composite = new GrowingColumn();
  readonly #plan = int32Column();
  readonly #metrics: MetricCollector[] = [];
  readonly #events: KedaTraceEvent[] = [];
  readonly #changes: KedaConditionChange[] = [];
  readonly #conditions = new Map<string, KedaCondition>();

  /** @param startMs of the run, since the epoch */
  constructor(startMs: number) {
    this.#startMs = startMs;
  }

  /** Seconds since the start of the run; NaN for none. */
  #seconds(ms: number | undefined): number {
    return ms === undefined ? Number.NaN : (ms - this.#startMs) / MILLI;
  }

  /** The ScaledObject is found as a plan says, from now on. */
  follow(
    atSeconds: number,
    plan: KedaPlan,
    events: readonly KedaEvent[],
    conditions: readonly KedaCondition[],
  ): void {
    this.#plans.push(plan);
    for (const event of events) this.#events.push({ ...event, atSeconds, poll: -1 });
    this.#followConditions(atSeconds, conditions);
  }

  push(poll: KedaPoll, conditions: readonly KedaCondition[]): void {
    const atSeconds = this.#seconds(poll.atMs);
    const index = this.#atSeconds.length;
    for (const event of poll.events) this.#events.push({ ...event, atSeconds, poll: index });
    this.#followConditions(atSeconds, conditions);
    this.#pushMetrics(poll.metrics, index);
    this.#atSeconds.push(atSeconds);
    this.#decision.push(DECISION_CODE[poll.decision]);
    this.#active.push(poll.isActive ? 1 : 0);
    this.#error.push(poll.isError ? 1 : 0);
    this.#fallback.push(poll.isFallback ? 1 : 0);
    this.#replicasBefore.push(poll.replicasBefore);
    this.#replicasAfter.push(poll.replicasAfter);
    this.#lastActiveSeconds.push(this.#seconds(poll.lastActiveMs));
    this.#cooldownEndsSeconds.push(this.#seconds(poll.cooldownEndsMs));
    this.#composite.push(poll.composite === undefined ? Number.NaN : Number(poll.composite) / MILLI);
    this.#plan.push(this.#plans.length - 1);
  }

  #pushMetrics(metrics: readonly PolledMetric[], before: number): void {
    for (const { trigger, name } of metrics) {
      if (this.#metrics.some((collector) => collector.name === name)) continue;
      const type = this.#plans.at(-1)?.triggers.find(({ index }) => index === trigger)?.type ?? '';
      this.#metrics.push(new MetricCollector(trigger, type, name, before));
    }
    for (const collector of this.#metrics) {
      collector.push(metrics.find(({ name }) => name === collector.name));
    }
  }

  #followConditions(atSeconds: number, conditions: readonly KedaCondition[]): void {
    for (const condition of conditions) {
      const known = this.#conditions.get(condition.type);
      const { status, reason, message } = condition;
      if (known?.status === status && known.reason === reason && known.message === message) continue;
      this.#conditions.set(condition.type, condition);
      this.#changes.push({ ...condition, atSeconds });
    }
  }

  /** @returns undefined when there was no ScaledObject */
  finish(): KedaTrace | undefined {
    if (this.#plans.length === 0) return undefined;
    return {
      plans: this.#plans,
      polls: {
        atSeconds: this.#atSeconds.finish(),
        decision: this.#decision.finish(),
        active: this.#active.finish(),
        error: this.#error.finish(),
        fallback: this.#fallback.finish(),
        replicasBefore: this.#replicasBefore.finish(),
        replicasAfter: this.#replicasAfter.finish(),
        lastActiveSeconds: this.#lastActiveSeconds.finish(),
        cooldownEndsSeconds: this.#cooldownEndsSeconds.finish(),
        composite: this.#composite.finish(),
        plan: this.#plan.finish(),
        metrics: this.#metrics.map((metric) => metric.finish()),
      },
      events: this.#events,
      conditions: this.#changes,
    };
  }
}
