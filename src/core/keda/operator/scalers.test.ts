import { describe, expect, it } from 'vitest';
import type { KafkaPlan } from '../types.ts';
import { servedMilli } from './numbers.ts';
import { kafkaTrigger, operatorOf, planOf, START_MS, triggerOf } from './testing.ts';

const LAG = 's0-kafka-orders';

/** What the HPA is served for a lag on a topic. */
function served(kafka: Partial<KafkaPlan>, lag: number, partitions?: number): number | undefined {
  const reading = { value: lag, ...(partitions === undefined ? {} : { partitions }) };
  const { operator } = operatorOf(planOf({ triggers: [kafkaTrigger(0, kafka)] }), {
    readings: { [LAG]: reading },
  });
  const answer = operator.externalMetric(LAG);
  return answer.ok ? Number(answer.value[0]) / 1000 : undefined;
}

describe('[KO10] numbers as they are served', () => {
  it.each([
    [0, 0],
    [-3, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
    [7, 7000],
    [1.0004, 1000],
    [1.0006, 1001],
    // a tie goes to the even thousandth, as Go prints it
    [0.0625, 62],
    [1e15, 1_000_000_000_000_000_000n],
    [1e18, 9_223_372_036_854_775_807n],
  ])('%d is %s thousandths', (value, milli) => {
    expect(servedMilli(value)).toBe(milli);
  });
});

describe('[KO12] kafka’s lag', () => {
  it.each<[Partial<KafkaPlan>, number, number | undefined, number]>([
    [{}, 5000, undefined, 5000],
    [{}, 5000, 10, 1000],
    // whole consumers are compared: 10.5 are not more than 10
    [{}, 1050, 10, 1050],
    [{ allowIdleConsumers: true }, 5000, 10, 5000],
    [{ partitionLimitation: [0, 1, 2, 99] }, 5000, 10, 300],
    [{ limitToPartitionsWithLag: true }, 5000, 10, 1000],
    [{ limitToPartitionsWithLag: true, lagThreshold: 1 }, 3, 10, 3],
    [{ ensureEvenDistributionOfPartitions: true }, 250, 10, 500],
    [{ ensureEvenDistributionOfPartitions: true }, 550, 10, 1000],
    [{ ensureEvenDistributionOfPartitions: true, allowIdleConsumers: true }, 5000, 10, 1000],
  ])('%j, lag %d on %s partitions: %d', (kafka, lag, partitions, expected) => {
    expect(served(kafka, lag, partitions)).toBe(expected);
  });

  it('lag that nobody works on is left out, but still activates', () => {
    const triggers = [kafkaTrigger(0, { excludePersistentLag: true })];
    const { around, pollAt } = operatorOf(planOf({ triggers }), { replicas: 1 });
    const poll = (value: number, consumed: number, seconds: number) => {
      around.readings[LAG] = { value, consumed };
      const { observation } = pollAt(seconds).metrics[0] as {
        observation: { milli?: unknown; isActive: boolean };
      };
      return [observation.milli, observation.isActive];
    };
    expect(poll(500, 100, 0)).toEqual([500_000, true]);
    expect(poll(500, 100, 30)).toEqual([0, true]);
    expect(poll(400, 200, 60)).toEqual([400_000, true]);
  });
});

describe('[KO22] cron', () => {
  const cron = { timezone: 'Europe/Berlin', start: '0 2 * * *', end: '0 4 * * *', desiredReplicas: 5 };

  it('asks for its replicas within the interval in its zone, and for none outside', () => {
    const triggers = [triggerOf(0, { type: 'cron', kind: 'cron', cron })];
    const { operator, around } = operatorOf(planOf({ triggers }));
    const at = (seconds: number) => {
      around.seconds = seconds;
      const answer = operator.externalMetric('s0-cron');
      return answer.ok ? answer.value : answer.error.error;
    };
    expect([at(0), at(3599), at(3600), at(3 * 3600 - 1), at(3 * 3600)].map(String)).toEqual([
      '0',
      '0',
      '5000',
      '5000',
      '0',
    ]);
    expect(new Date(START_MS).toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it.each([
    [{ timezone: 'Mars/Olympus' }, 'unable to load timezone: unknown time zone Mars/Olympus'],
    [{ start: '@daily' }, 'error parsing start schedule: parser does not accept descriptors: @daily'],
    [{ end: '0 4' }, 'error parsing end schedule: expected exactly 5 fields, found 2: [0 4]'],
  ])('%j fails', (wrong, error) => {
    const triggers = [triggerOf(0, { type: 'cron', kind: 'cron', cron: { ...cron, ...wrong } })];
    const { pollAt } = operatorOf(planOf({ triggers }), { replicas: 1 });
    expect(pollAt(0).events[0]).toEqual({ type: 'Warning', reason: 'KEDAScalerFailed', message: error });
  });
});
