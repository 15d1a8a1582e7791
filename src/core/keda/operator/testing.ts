/** Plans and an operator's surroundings for tests, made from the few values that a test is about. */
import { failure, type Result } from '../../go/types.ts';
import type { KafkaPlan, KedaPauses, KedaPlan, TriggerMetric, TriggerPlan } from '../types.ts';
import { KedaOperator } from './operator.ts';
import type { KedaPoll, OperatorEnvironment, ScalingActive, TriggerReading } from './types.ts';

/** 2026-01-01T00:00:00Z */
export const START_MS = 1_767_225_600_000;

export const NO_PAUSES: KedaPauses = {
  paused: false,
  scaleIn: false,
  scaleOut: false,
  forceActivation: false,
};

const KAFKA: KafkaPlan = {
  topic: 'orders',
  consumerGroup: 'order-group',
  lagThreshold: 100,
  activationLagThreshold: 0,
  allowIdleConsumers: false,
  limitToPartitionsWithLag: false,
  excludePersistentLag: false,
  scaleToZeroOnInvalidOffset: false,
  ensureEvenDistributionOfPartitions: false,
};

function externalMetric(name: string, target = 100): TriggerMetric {
  return { name, source: 'External', targetType: 'AverageValue', targetMilli: target * 1000 };
}

/** A trigger of some query: active above its activation. */
export function triggerOf(index: number, choice: Partial<TriggerPlan> = {}): TriggerPlan {
  const { type = 'prometheus' } = choice;
  return {
    index,
    type,
    kind: 'external',
    metrics: [externalMetric(`s${index}-${type}`)],
    activation: 0,
    useCachedMetrics: false,
    metadata: {},
    ...choice,
  };
}

export function kafkaTrigger(index: number, kafka: Partial<KafkaPlan> = {}): TriggerPlan {
  const plan = { ...KAFKA, ...kafka };
  return triggerOf(index, {
    type: 'kafka',
    kafka: plan,
    activation: plan.activationLagThreshold,
    metrics: [externalMetric(`s${index}-kafka-orders`, plan.lagThreshold)],
  });
}

export function cpuTrigger(index: number): TriggerPlan {
  return triggerOf(index, {
    type: 'cpu',
    kind: 'resource',
    metrics: [{ name: 'cpu', source: 'Resource', targetType: 'Utilization', targetMilli: 50_000 }],
  });
}

/** KEDA's defaults around one kafka trigger. */
export function planOf(choice: Partial<KedaPlan> = {}): KedaPlan {
  return {
    name: 'order-processor',
    namespace: 'default',
    hpaName: 'keda-hpa-order-processor',
    target: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'order-processor' },
    pollingInterval: 30,
    cooldownPeriod: 300,
    initialCooldownPeriod: 0,
    minReplicas: 0,
    maxReplicas: 50,
    hpaMinReplicas: 1,
    pauses: NO_PAUSES,
    triggers: [kafkaTrigger(0)],
    restoreToOriginalReplicaCount: false,
    pollingMatters: true,
    ...choice,
  };
}

/** What a test's operator is surrounded by: it can be changed between two polls. */
export interface Surroundings {
  seconds: number;
  replicas: number;
  readyPods: number;
  /** by the metric's name; a text is an error */
  readonly readings: Record<string, number | string | TriggerReading>;
  scalingActive: ScalingActive | undefined;
  scaleError: string | undefined;
  /** the scale cannot be read */
  replicasError: string | undefined;
}

function answer(read: number | string | TriggerReading | undefined): Result<TriggerReading> {
  if (typeof read === 'string') return failure(read);
  return { ok: true, value: typeof read === 'object' ? read : { value: read ?? 0 } };
}

/** An operator whose polls are asked for by the second. */
export function operatorOf(plan: KedaPlan, start: Partial<Surroundings> = {}) {
  const around: Surroundings = {
    seconds: 0,
    replicas: 0,
    readyPods: 1,
    readings: {},
    scalingActive: undefined,
    scaleError: undefined,
    replicasError: undefined,
    ...start,
  };
  const env: OperatorEnvironment = {
    now: () => START_MS + around.seconds * 1000,
    read: (_trigger, { name }) => answer(around.readings[name]),
    currentReplicas: () =>
      around.replicasError === undefined
        ? { ok: true, value: around.replicas }
        : failure(around.replicasError),
    readyPods: () => around.readyPods,
    scale(replicas) {
      if (around.scaleError !== undefined) return { error: around.scaleError };
      around.replicas = replicas;
      return undefined;
    },
    scalingActive: () => around.scalingActive,
  };
  const operator = new KedaOperator(plan, env, START_MS);
  const pollAt = (seconds: number): KedaPoll => {
    around.seconds = seconds;
    return operator.poll();
  };
  return { around, operator, pollAt };
}
