import type { Int64, Result } from '../../go/types.ts';
import { failure } from '../../go/types.ts';
import type { KedaPlan, TriggerMetric, TriggerPlan } from '../types.ts';
import { fallbackMilli, Health, validFallback } from './health.ts';
import { CompositeMetric } from './modifiers.ts';
import { floatOf, servedMilli } from './numbers.ts';
import { requestScale, type ScaleVerdict } from './requestScale.ts';
import { Scalers } from './scalers.ts';
import { KedaStatus } from './status.ts';
import type { KedaEvent, KedaPoll, Observation, OperatorEnvironment, PolledMetric } from './types.ts';

/** A metric that KEDA serves, and the trigger that it belongs to. */
interface Served {
  readonly trigger: TriggerPlan;
  readonly metric: TriggerMetric;
}

/** What all triggers together came to. */
interface State {
  readonly metrics: readonly PolledMetric[];
  readonly isActive: boolean;
  readonly isError: boolean;
  readonly isFallback: boolean;
  /** names of the metrics that an event calls triggers */
  readonly activeTriggers: readonly string[];
  readonly composite: Int64 | undefined;
}

function servedBy({ triggers }: KedaPlan): readonly Served[] {
  return triggers.flatMap((trigger) =>
    trigger.metrics.filter(({ source }) => source === 'External').map((metric) => ({ trigger, metric })),
  );
}

/**
 * KEDA's operator for one ScaledObject: its loop, which is asked to poll, and its metrics adapter, which the HPA asks.
 * Both look at the same sources and count failures together.
 *
 * @upstream pkg/scaling/scale_handler.go
 */
export class KedaOperator {
  readonly #env: OperatorEnvironment;
  readonly #createdMs: number;
  #plan: KedaPlan;
  #served: readonly Served[];
  #scalers: Scalers;
  #composite: CompositeMetric | undefined;
  #health = new Health();
  /** of metrics that are handed out again: to the HPA where they are cached, to the loop where the HPA asks for all */
  readonly #records = new Map<string, Observation>();
  readonly status = new KedaStatus();

  /** @param createdMs of the ScaledObject */
  constructor(plan: KedaPlan, env: OperatorEnvironment, createdMs: number) {
    this.#env = env;
    this.#createdMs = createdMs;
    this.#plan = plan;
    this.#served = servedBy(plan);
    this.#scalers = new Scalers((...question) => env.read(...question));
    this.#composite = CompositeMetric.of(plan);
  }

  get plan(): KedaPlan {
    return this.#plan;
  }

  /**
   * The ScaledObject was created or edited, and is found as it should be. What is written about its pause is acted on.
   *
   * @rule KO1 KO9
   * @upstream controllers/keda/scaledobject_controller.go reconcileScaledObject, handlePause
   */
  reconcile(plan: KedaPlan): readonly KedaEvent[] {
    this.#plan = plan;
    this.#served = servedBy(plan);
    this.#scalers = new Scalers((...question) => this.#env.read(...question));
    this.#composite = CompositeMetric.of(plan);
    this.#records.clear();
    const { paused, pausedReplicas } = plan.pauses;
    const current = this.#env.currentReplicas();
    if (paused && pausedReplicas !== undefined && current.ok && current.value !== pausedReplicas) {
      this.#env.scale(pausedReplicas);
    }
    return this.status.reconciled(plan, validFallback(plan) !== undefined);
  }

  /**
   * One turn of the loop.
   *
   * @rule KO1 KO2 KO3
   * @upstream pkg/scaling/scale_handler.go scaleHandler.checkScalers
   */
  poll(): KedaPoll {
    const atMs = this.#env.now();
    const current = this.#env.currentReplicas();
    const wasFallback = this.status.isFallback;
    const events: KedaEvent[] = [];
    const state = this.#stateOfTriggers(events);
    this.#sayFallback(wasFallback, state.isFallback, events);
    const currentReplicas = current.ok ? current.value : 0;
    const { lastActiveMs } = this.status;
    const { isActive, isError } = state;
    const request = {
      nowMs: atMs,
      currentReplicas,
      isActive,
      isError,
      lastActiveMs,
      createdMs: this.#createdMs,
    };
    const verdict = current.ok ? requestScale(this.#plan, request) : cannotScale(current.error.error);
    const after = this.#act(verdict, currentReplicas, state, events);
    this.#keepRecords(state);
    const { forceActivation } = this.#plan.pauses;
    return {
      atMs,
      decision: verdict.decision,
      replicasBefore: currentReplicas,
      replicasAfter: after,
      isActive: isActive || forceActivation,
      isForced: forceActivation,
      isError,
      isFallback: state.isFallback,
      lastActiveMs: this.status.lastActiveMs,
      cooldownEndsMs: verdict.cooldownEndsMs,
      metrics: state.metrics,
      composite: state.composite,
      events,
    };
  }

  /**
   * What the HPA is answered when it asks for a metric.
   *
   * @returns thousandths; the text of an error is what the API says
   * @rule KO13 KO14
   * @upstream pkg/scaling/scale_handler.go scaleHandler.GetScaledObjectMetrics
   */
  externalMetric(name: string): Result<readonly Int64[]> {
    const asked = this.#served.filter(({ metric }) => this.#composite !== undefined || metric.name === name);
    const answers = asked.map((one) => {
      const cached = one.trigger.useCachedMetrics ? this.#records.get(one.metric.name) : undefined;
      const observation = this.#observe(one, cached);
      if (this.#usesHpaObservations) this.#records.set(one.metric.name, observation);
      return { ...one, observation };
    });
    const isFallback = answers.some(({ observation }) => observation.isFallback);
    const isError = answers.some(({ observation }) => observation.error !== undefined);
    if (isError && !isFallback) return refused(`metric:${name} encountered error`);
    const values = answers.flatMap(({ observation: { milli } }) => (milli === undefined ? [] : [milli]));
    if (values.length === 0) return refused(`no matching metrics found for ${name}`);
    if (this.#composite === undefined) return { ok: true, value: values };
    const composite = this.#compositeOf(answers, isFallback);
    return { ok: true, value: composite === undefined ? [] : [composite] };
  }

  /** Whether the HPA asks for everything that the loop would ask for. @upstream apis/keda/v1alpha1/scaledobject_types.go UsesHPAObservations */
  get #usesHpaObservations(): boolean {
    return !this.#plan.pollingMatters && this.#composite === undefined;
  }

  /** @upstream pkg/scaling/scale_handler.go scaleHandler.getScaledObjectState */
  #stateOfTriggers(events: KedaEvent[]): State {
    const isObserved = this.#usesHpaObservations && this.#env.scalingActive()?.status === 'True';
    const metrics: PolledMetric[] = [];
    for (const one of this.#served) {
      const known = isObserved ? this.#records.get(one.metric.name) : undefined;
      const observation = known ?? this.#observe(one);
      const failures = this.#health.failuresOf(one.metric.name);
      metrics.push({ trigger: one.trigger.index, name: one.metric.name, observation, failures });
      if (observation.error !== undefined) events.push(this.#scalerFailed(observation.error));
    }
    const isError = metrics.some(({ observation }) => observation.error !== undefined);
    const isFallback = metrics.some(({ observation }) => observation.isFallback);
    const active = metrics.filter(({ observation: { isActive, isFallback: falls } }) => isActive || falls);
    const state = { metrics, isError, isFallback };
    const onlyResources = this.#plan.triggers.every(({ type }) => type === 'cpu' || type === 'memory');
    if (this.#composite === undefined) {
      const isActive = active.length > 0 || (onlyResources && !isError);
      return { ...state, isActive, activeTriggers: active.map(({ name }) => name), composite: undefined };
    }
    const composite = this.#compositeOf(metrics, isFallback);
    const isAbove = composite !== undefined && floatOf(composite) > this.#composite.plan.activationTarget;
    const isActive = !isError && (isAbove || onlyResources);
    return {
      ...state,
      isActive,
      activeTriggers: isAbove ? [this.#composite.plan.metric.name] : [],
      composite,
    };
  }

  #scalerFailed(message: string): KedaEvent {
    const reason = this.#composite === undefined ? 'KEDAScalerFailed' : 'KEDAMetricSourceFailed';
    return { type: 'Warning', reason, message };
  }

  #compositeOf(
    metrics: readonly { readonly name?: string; readonly observation: Observation }[],
    isFallback: boolean,
  ): Int64 | undefined {
    if (isFallback) return metrics.find(({ observation }) => observation.isFallback)?.observation.milli;
    const fallback = this.#plan.fallback;
    const isGone = (name: string) =>
      fallback?.behavior === 'scalingModifiers' && this.#health.failuresOf(name) > fallback.failureThreshold;
    const values = this.#served.map(({ trigger, metric }, index) => {
      const milli = metrics[index]?.observation.milli;
      const value = milli === undefined || isGone(metric.name) ? null : floatOf(milli);
      return [trigger.name ?? '', value] as const;
    });
    return this.#composite?.milli(new Map(values), fallback);
  }

  /**
   * A metric as it is now, or what stands in for it.
   *
   * @param cached handed out again instead of a look at the source
   * @upstream pkg/fallback/fallback.go GetMetricsWithFallback
   */
  #observe({ trigger, metric }: Served, cached?: Observation): Observation {
    const raw = cached ?? this.#look(trigger, metric);
    const fallback = validFallback(this.#plan);
    if (fallback === undefined) return raw;
    const { name } = metric;
    if (raw.error === undefined) this.#health.succeeded(name);
    const failures = raw.error === undefined ? 0 : this.#health.failed(name);
    this.status.setFallback(this.#health.exceeds(fallback));
    if (raw.error === undefined) return raw.isFallback ? { ...raw, isFallback: false } : raw;
    if (failures <= fallback.failureThreshold) return raw;
    // the formula sees a metric that is nil
    if (fallback.behavior === 'scalingModifiers') return { milli: -1000, isActive: false, isFallback: false };
    const current = this.#env.currentReplicas();
    const needsCount = fallback.behavior !== 'static';
    if (needsCount && !current.ok) return raw;
    const milli = fallbackMilli({
      fallback,
      metric: this.#composite?.plan.metric ?? metric,
      currentReplicas: current.ok ? current.value : 0,
      readyPods: this.#env.readyPods(),
    });
    if (milli === undefined)
      return { isActive: raw.isActive, isFallback: false, error: 'error performing fallback' };
    return { milli, isActive: raw.isActive, isFallback: true };
  }

  #look(trigger: TriggerPlan, metric: TriggerMetric): Observation {
    const scaled = this.#scalers.observe(trigger, metric, this.#env.now());
    if (!scaled.ok) return { isActive: false, isFallback: false, error: scaled.error.error };
    const { value, isActive } = scaled.value;
    return { milli: servedMilli(value), isActive, isFallback: false };
  }

  /** @rule KO18 @upstream pkg/scaling/scale_handler.go scaleHandler.checkScalers */
  #sayFallback(before: boolean, now: boolean, events: KedaEvent[]): void {
    if (now && !before) {
      events.push(normal('ScaledObjectFallbackActivated', 'ScaledObject fallback is active'));
    } else if (!now && before) {
      events.push(normal('ScaledObjectFallbackDeactivated', 'ScaledObject fallback is no longer active'));
    }
  }

  /**
   * Does what a verdict asks for.
   *
   * @returns replicas after it
   */
  #act(verdict: ScaleVerdict, current: number, state: State, events: KedaEvent[]): number {
    const { decision, scaleTo } = verdict;
    this.status.apply(verdict.conditions);
    let after = current;
    let isActiveNow = verdict.isActiveNow;
    if (scaleTo !== undefined) {
      const error = this.#env.scale(scaleTo)?.error;
      if (error === undefined) after = scaleTo;
      else isActiveNow = false;
      const event = this.#scaleEvent(verdict, current, state.activeTriggers, error);
      if (event !== undefined) events.push(event);
      if (error !== undefined) this.status.cannotScale(decision, error);
    }
    if (isActiveNow) this.status.wasActive(this.#env.now());
    if (decision !== 'paused' || !this.#plan.pauses.paused) this.status.mirror(this.#env.scalingActive());
    return after;
  }

  /** @upstream pkg/scaling/executor/scale_scaledobjects.go scaleFromZeroOrIdle, scaleToZeroOrIdle */
  #scaleEvent(
    { decision, scaleTo }: ScaleVerdict,
    current: number,
    activeTriggers: readonly string[],
    error: string | undefined,
  ): KedaEvent | undefined {
    const { target, namespace, pauses } = this.#plan;
    const step = `${kindText(target)} ${namespace}/${target.name} from ${current} to ${scaleTo}`;
    if (decision === 'activated') {
      if (error !== undefined)
        return warning('KEDAScaleTargetActivationFailed', `Failed to scale ${step}: ${error}`);
      const cause = pauses.forceActivation
        ? 'caused by forced activation annotation'
        : `triggered by ${activeTriggers.join(';')}`;
      return normal('KEDAScaleTargetActivated', `Scaled ${step}, ${cause}`);
    }
    if (decision !== 'deactivated') return undefined;
    return error === undefined
      ? normal('KEDAScaleTargetDeactivated', `Deactivated ${step}`)
      : warning('KEDAScaleTargetDeactivationFailed', `Failed to deactivate ${step}: ${error}`);
  }

  /** Keeps what was seen, for the HPA's questions until the next poll. @rule KO14 */
  #keepRecords({ metrics }: State): void {
    for (const { trigger, name, observation } of metrics) {
      const plan = this.#plan.triggers.find(({ index }) => index === trigger);
      if (plan?.useCachedMetrics === true) this.#records.set(name, observation);
    }
  }
}

/** `apps/v1.Deployment`: group, version and kind as KEDA prints them. @upstream apis/keda/v1alpha1/gvkr_types.go GVKString */
function kindText({ apiVersion, kind }: KedaPlan['target']): string {
  return `${apiVersion}.${kind}`;
}

function cannotScale(error: string): ScaleVerdict {
  const message = `Error getting current replicas count for ScaleTarget: ${error}`;
  const reason = 'ErrorGettingCurrentReplicas';
  return {
    decision: 'error',
    isActiveNow: false,
    conditions: [{ type: 'Ready', status: 'False', reason, message }],
  };
}

/** An error on its way through the metrics service and the aggregated API. */
function refused(error: string): Result<never> {
  return failure(`rpc error: code = Unknown desc = error when getting metric values ${error}`);
}

function normal(reason: string, message: string): KedaEvent {
  return { type: 'Normal', reason, message };
}

function warning(reason: string, message: string): KedaEvent {
  return { type: 'Warning', reason, message };
}
