import { describe, expect, it } from 'vitest';
import { planTrigger } from '../planTrigger.ts';
import type { ScaleTrigger } from '../types.ts';
import { queryEscape, requestPath, schemeOf } from './urls.ts';
import { parseDuration, parseFloat64Json, parseInt64Json, parsePairs } from './values.ts';

function planned(type: string, metadata: Record<string, string>, more: Partial<ScaleTrigger> = {}) {
  const trigger = { type, metadata, ...more };
  return planTrigger(trigger, {
    metadata,
    hasAuthentication: more.authenticationRef !== undefined,
    environment: { QUEUE: 'https://sqs.example/1/jobs' },
    namespace: 'shop',
    index: 2,
    isMetricSource: false,
  });
}

const KAFKA = { bootstrapServers: 'k:9092', consumerGroup: 'g', topic: 'orders' };

describe('parameters', () => {
  it('KE20 come from the metadata, from the environment, or from where nobody can look', () => {
    const region = { awsRegion: 'x' };
    const named = planned('aws-sqs-queue', {
      ...region,
      queueURLFromEnv: 'QUEUE',
      identityOwner: 'operator',
    });
    expect(named.plan.metrics[0]?.name).toBe('s2-aws-sqs-jobs');
    expect(planned('aws-sqs-queue', region).error).toContain('missing required parameter "queueURL"');
    const secret = { authenticationRef: { name: 'a' } };
    expect(planned('azure-servicebus', { queueName: 'q' }, secret)).not.toHaveProperty('credentialsError');
    expect(planned('azure-servicebus', { queueName: 'q' }).credentialsError).toContain(
      'no connection setting',
    );
  });

  it('KE20 are all complained of, each in a line', () => {
    const { error = '' } = planned('kafka', { lagThreshold: 'x', allowIdleConsumers: 'maybe' });
    expect(error.split('\n')).toHaveLength(5);
  });

  it.each([
    ['010', "invalid character '1' after top-level value"],
    ['5.', "invalid character ' ' after decimal point in numeric literal"],
    ['nope', "invalid character 'o' in literal null (expecting 'u')"],
    ['[1]', 'json: cannot unmarshal array into Go value of type int64'],
    ['"5"', 'json: cannot unmarshal string into Go value of type int64'],
    ['[1', 'unexpected end of JSON input'],
    ['1e', "invalid character ' ' in exponent of numeric literal"],
  ])('KE21 %s is no whole number', (text, why) => {
    const parsed = parseInt64Json(text, 'int64');
    expect(parsed.ok ? '' : parsed.error.error).toBe(`unable to unmarshal to field type int64: ${why}`);
  });

  it('KE21 reads numbers, pairs and durations as Go does', () => {
    expect(parseInt64Json('9223372036854775807', 'int64')).toEqual({ ok: true, value: 9223372036854775807n });
    expect(parseFloat64Json('2.5e3')).toEqual({ ok: true, value: 2500 });
    expect(parseFloat64Json('1e400').ok).toBe(false);
    expect(parsePairs('a=b, c=d').ok).toBe(true);
    expect([parseDuration('1m30s').ok, parseDuration('500').ok, parseDuration('soon').ok]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('scalers', () => {
  it('KE24 kafka limits partitions by ranges, of a topic alone', () => {
    const limited = { ...KAFKA, partitionLimitation: '0-2,7' };
    expect(planned('kafka', limited).plan.kafka?.partitionLimitation).toEqual([0, 1, 2, 7]);
    const { topic: _, ...group } = limited;
    expect(planned('kafka', group).plan.kafka).not.toHaveProperty('partitionLimitation');
    expect(planned('kafka', group).plan.metrics[0]?.name).toBe('s2-kafka-g-topics');
  });

  it('KE25 rabbitmq is 20 messages when nothing is said', () => {
    const host = { host: 'amqp://rabbit/', queueName: 'jobs' };
    const target = (more: Record<string, string>) =>
      planned('rabbitmq', { ...host, ...more }).plan.metrics[0]?.targetMilli;
    expect([target({}), target({ queueLength: '7' }), target({ mode: 'QueueLength', value: '0.5' })]).toEqual(
      [20_000, 7000, 500],
    );
  });

  it('KE26 redis streams aim for length, pending entries or lag', () => {
    const stream = { address: 'r:6379', stream: 's' };
    const target = (more: Record<string, string>) =>
      planned('redis-streams', { ...stream, ...more }).plan.metrics[0]?.targetMilli;
    expect(target({ streamLength: '9', lagCount: '8' })).toBe(9000);
    expect(target({ consumerGroup: 'g', pendingEntriesCount: '7' })).toBe(7000);
    expect(target({ consumerGroup: 'g', lagCount: '8' })).toBe(8000);
  });

  it('KE27 cron is one for each replica, and its name holds the schedules', () => {
    const { plan } = planned('cron', {
      timezone: 'Europe/Berlin',
      start: '0 8 * * 1-5',
      end: '*/30 18 ? * 1,2',
      desiredReplicas: '4',
    });
    expect(plan.metrics).toMatchObject([
      { name: 's2-cron-Europe-Berlin-08xx1-5-xSl3018Qmx1Cm2', targetMilli: 1000 },
    ]);
    expect(plan).toMatchObject({ kind: 'cron', cron: { desiredReplicas: 4 } });
  });

  it('KE28 others have their name, target and activation', () => {
    const { plan, error } = planned('mongodb', {
      collection: 'a.b',
      queryValue: '2.5',
      activationQueryValue: '1',
    });
    expect({ error, plan }).toMatchObject({
      error: undefined,
      plan: { activation: 1, metrics: [{ name: 's2-mongodb-a-b', targetMilli: 2500 }] },
    });
  });

  it('KE29 those that are not modelled get a name and the first number that looks like a target', () => {
    const { plan, isUnmodelled } = planned('pulsar', {
      topic: 't',
      activationMsgBacklogThreshold: '3',
      msgBacklogThreshold: '40',
    });
    expect(isUnmodelled).toBe(true);
    expect(plan).toMatchObject({ activation: 3, metrics: [{ name: 's2-pulsar', targetMilli: 40_000 }] });
    expect(planned('external', {}).plan.metrics[0]?.targetMilli).toBe(1000);
  });
});

describe('addresses', () => {
  it('KE20 are cut as Go cuts them', () => {
    expect(queryEscape('a b/ü~')).toBe('a+b%2F%C3%BC~');
    expect([schemeOf('AMQPS://x'), schemeOf('rabbit'), schemeOf('1a:b')]).toEqual(['amqps', '', '']);
    expect(requestPath('https://sqs.example/1/jobs?x=1')).toBe('/1/jobs');
    expect([requestPath('/1/jobs'), requestPath('jobs'), requestPath('https://x')]).toEqual([
      '/1/jobs',
      undefined,
      '',
    ]);
  });
});
