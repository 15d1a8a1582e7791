/** What a scaler makes of its source: the value that it serves, and whether it calls itself active. */
import type { Result } from '../../go/types.ts';
import { failure } from '../../go/types.ts';
import type { CronPlan, KafkaPlan, TriggerMetric, TriggerPlan } from '../types.ts';
import { type CronSchedule, isWithinCron, parseCron } from './cron.ts';
import { zoneOffsetMinutes } from './timeZones.ts';
import type { TriggerReading } from './types.ts';

export interface Scaled {
  readonly value: number;
  readonly isActive: boolean;
}

/** Reads the source of a trigger; of one that needs none it is never called. */
export type ReadSource = (trigger: TriggerPlan, metric: TriggerMetric) => Result<TriggerReading>;

interface CronClock {
  readonly start: CronSchedule;
  readonly end: CronSchedule;
  readonly offsetMinutes: number;
}

/** The scalers of one ScaledObject, with what they remember between two questions. */
export class Scalers {
  readonly #read: ReadSource;
  readonly #clocks = new Map<CronPlan, Result<CronClock>>();
  /** consumed messages at the last question, by metric */
  readonly #consumed = new Map<string, number>();

  constructor(read: ReadSource) {
    this.#read = read;
  }

  /**
   * A trigger's value and activity now.
   *
   * @param nowMs since the epoch
   * @rule KO2 KO11 KO12 KO22
   */
  observe(trigger: TriggerPlan, metric: TriggerMetric, nowMs: number): Result<Scaled> {
    if (trigger.cron !== undefined) return this.#byClock(trigger.cron, nowMs);
    const reading = this.#read(trigger, metric);
    if (!reading.ok) return reading;
    if (trigger.kafka !== undefined) {
      return { ok: true, value: this.#kafka(trigger.kafka, metric, reading.value) };
    }
    const { value, waiting = 0 } = reading.value;
    const isActive =
      value > trigger.activation || (countsBacklogToo(trigger) && waiting > trigger.activation);
    return { ok: true, value: { value, isActive } };
  }

  #byClock(cron: CronPlan, nowMs: number): Result<Scaled> {
    let clock = this.#clocks.get(cron);
    if (clock === undefined) {
      clock = clockOf(cron);
      this.#clocks.set(cron, clock);
    }
    if (!clock.ok) return clock;
    const { start, end, offsetMinutes } = clock.value;
    const isActive = isWithinCron(start, end, nowMs, offsetMinutes);
    return { ok: true, value: { value: isActive ? cron.desiredReplicas : 0, isActive } };
  }

  /** @upstream pkg/scalers/kafka_scaler.go kafkaScaler.getTotalLag */
  #kafka(plan: KafkaPlan, metric: TriggerMetric, reading: TriggerReading): Scaled {
    const lag = reading.value;
    const counted = this.#isPersistent(plan, metric, reading) ? 0 : lag;
    return {
      value: cappedLag(plan, counted, reading.partitions),
      isActive: lag > plan.activationLagThreshold,
    };
  }

  /** Whether nothing was consumed since the last question, so that the lag is left out. */
  #isPersistent(
    { excludePersistentLag }: KafkaPlan,
    { name }: TriggerMetric,
    { consumed }: TriggerReading,
  ): boolean {
    if (!excludePersistentLag || consumed === undefined) return false;
    const before = this.#consumed.get(name);
    this.#consumed.set(name, consumed);
    return before === consumed;
  }
}

/** A rate of messages also counts as active while messages wait. @upstream pkg/scalers/rabbitmq_scaler.go */
function countsBacklogToo({ type, metadata }: TriggerPlan): boolean {
  return type === 'rabbitmq' && metadata.mode === 'MessageRate';
}

function clockOf({ timezone, start, end }: CronPlan): Result<CronClock> {
  const offsetMinutes = zoneOffsetMinutes(timezone);
  if (offsetMinutes === undefined) {
    return failure(`unable to load timezone: unknown time zone ${timezone}`);
  }
  const from = parseCron(start);
  if (!from.ok) return failure(`error parsing start schedule: ${from.error}`);
  const to = parseCron(end);
  if (!to.ok) return failure(`error parsing end schedule: ${to.error}`);
  return { ok: true, value: { start: from.schedule, end: to.schedule, offsetMinutes } };
}

/** Partitions of a topic that a trigger looks at. */
function countedPartitions({ partitionLimitation }: KafkaPlan, partitions: number): number {
  if (partitionLimitation === undefined) return partitions;
  return new Set(partitionLimitation.filter((id) => id >= 0 && id < partitions)).size;
}

/**
 * Lag as it is served: no more than keeps one consumer a partition busy, unless idle consumers are allowed.
 *
 * @param lag        whole messages
 * @param partitions of the topic; undefined: more than matter
 * @rule KO12
 * @upstream pkg/scalers/kafka_scaler.go kafkaScaler.getTotalLag
 */
function cappedLag(plan: KafkaPlan, lag: number, partitions: number | undefined): number {
  const { allowIdleConsumers, limitToPartitionsWithLag, ensureEvenDistributionOfPartitions } = plan;
  const isCapped = !allowIdleConsumers || limitToPartitionsWithLag || ensureEvenDistributionOfPartitions;
  if (partitions === undefined || !isCapped) return lag;
  const all = countedPartitions(plan, partitions);
  const asked = ensureEvenDistributionOfPartitions ? evenLag(plan, lag, all) : lag;
  // lag is taken to lie on as many partitions as it can
  const bound = limitToPartitionsWithLag ? Math.min(all, lag) : all;
  return Math.floor(asked / plan.lagThreshold) > bound ? bound * plan.lagThreshold : asked;
}

/** Lag that asks for a number of consumers which divides the partitions. */
function evenLag({ lagThreshold }: KafkaPlan, lag: number, partitions: number): number {
  for (let consumers = 1; consumers <= partitions; consumers++) {
    if (partitions % consumers === 0 && consumers * lagThreshold >= lag) return consumers * lagThreshold;
  }
  return partitions * lagThreshold;
}
