import type { Selector } from '../apimachinery/labels.ts';
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { type Agenda, TURN } from '../cluster/agenda.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { ExternalServer } from '../cluster/metricsApis.ts';
import type { SourceKind } from '../cluster/pipelines/triggerSources.ts';
import { countsMessages, externalKey } from '../cluster/signals.ts';
import { RUN_START_MS, toMs } from '../cluster/time.ts';
import { parseTime } from '../go/time.ts';
import { failure, type Int64, type Result } from '../go/types.ts';
import { KedaOperator } from '../keda/operator/operator.ts';
import type {
  KedaCondition,
  KedaEvent,
  KedaPoll,
  OperatorEnvironment,
  ScalingActive,
  TriggerReading,
} from '../keda/operator/types.ts';
import type { KedaPlan, TriggerMetric, TriggerPlan } from '../keda/types.ts';

/**
 * The operator notices a ScaledObject, makes its HPA and begins to poll, all within a fraction of a second. No poll falls
 * on a whole second, as none does in a real cluster; `lastActiveTime` is cut to one.
 *
 * @rule KS1
 */
export const NOTICED_AFTER_SECONDS = 0.25;

/** Label by whose value KEDA's metrics server knows the ScaledObject. */
const OWNER_LABEL = 'scaledobject.keda.sh/name';

/** Who wants to know what KEDA does. */
export interface KedaObserver {
  /** the ScaledObject was looked at after its creation or an edit */
  readonly onReconcile?: (
    atSeconds: number,
    plan: KedaPlan,
    events: readonly KedaEvent[],
    conditions: readonly KedaCondition[],
  ) => void;
  readonly onPoll?: (poll: KedaPoll, conditions: readonly KedaCondition[]) => void;
}

export interface KedaLoopInput {
  readonly plan: KedaPlan;
  readonly agenda: Agenda;
  readonly cluster: Cluster;
  /** the HPA as stored now; undefined: there is none */
  readonly hpa: () => HorizontalPodAutoscaler | undefined;
  readonly observer: KedaObserver;
}

function sourceKind({ type }: TriggerPlan, { name }: TriggerMetric): SourceKind {
  if (type === 'prometheus') return 'scraped';
  return countsMessages(name) ? 'messages' : 'amount';
}

/**
 * The key by which a scenario names what a trigger reads: that of the metric that it gives to the HPA, also where a
 * formula takes the metric's place.
 *
 * @rule MB12
 */
export function triggerKey({ name: scaledObject }: Pick<KedaPlan, 'name'>, { name }: TriggerMetric): string {
  return externalKey(name, `${OWNER_LABEL}=${scaledObject}`);
}

/** The keys of everything that a ScaledObject's triggers read. */
export function triggerKeys(plan: KedaPlan): readonly string[] {
  return plan.triggers
    .filter(({ kind }) => kind === 'external')
    .flatMap(({ metrics }) => metrics.map((metric) => triggerKey(plan, metric)));
}

/**
 * KEDA in a run: its operator's loop on the clock, and its metrics server in front of the HPA.
 *
 * @rule KS1 KS2 KS3
 */
export class KedaLoop {
  readonly #input: KedaLoopInput;
  readonly #operator: KedaOperator;
  /** counts the loops that were begun; of an old one nothing happens any more */
  #loop = 0;

  constructor(input: KedaLoopInput) {
    const { plan, agenda } = input;
    this.#input = input;
    const env: OperatorEnvironment = {
      now: () => toMs(agenda.now),
      read: (...question) => this.#read(...question),
      currentReplicas: () => ({ ok: true, value: input.cluster.specReplicas }),
      readyPods: () => readyPods(input.cluster),
      scale: (replicas) => {
        input.cluster.scaleTo(replicas, 'keda');
        return undefined;
      },
      scalingActive: () => scalingActive(input.hpa()),
    };
    this.#operator = new KedaOperator(plan, env, createdMs(plan));
  }

  get plan(): KedaPlan {
    return this.#operator.plan;
  }

  /** The ScaledObject is there from now on. */
  start(): void {
    this.edit(this.plan);
  }

  /** The ScaledObject says something else from now on: the loop begins anew, at once. @rule KS2 */
  edit(plan: KedaPlan): void {
    const { agenda, observer } = this.#input;
    const loop = ++this.#loop;
    const atSeconds = agenda.now + NOTICED_AFTER_SECONDS;
    agenda.schedule(atSeconds, TURN.sync, () => {
      if (loop !== this.#loop) return;
      this.#input.cluster.settle();
      const events = this.#operator.reconcile(plan);
      observer.onReconcile?.(atSeconds, plan, events, this.#operator.status.conditions);
      if (!plan.pauses.paused) this.#poll(loop);
    });
  }

  #poll(loop: number): void {
    if (loop !== this.#loop) return;
    const { agenda, cluster, observer } = this.#input;
    cluster.settle();
    const next = agenda.now + this.plan.pollingInterval;
    const poll = this.#operator.poll();
    observer.onPoll?.(poll, this.#operator.status.conditions);
    agenda.schedule(next, TURN.sync, () => this.#poll(loop));
  }

  /** KEDA's metrics server. @rule KS3 */
  readonly server: ExternalServer = {
    serves: (namespace: string, _metric: string, selector: Selector): boolean =>
      namespace === this.plan.namespace && selector.toString() === `${OWNER_LABEL}=${this.plan.name}`,
    answer: (metric: string): Result<readonly Int64[]> => this.#operator.externalMetric(metric),
  };

  #read(trigger: TriggerPlan, metric: TriggerMetric): Result<TriggerReading> {
    const { cluster, agenda } = this.#input;
    if (cluster.outages.isOut('triggers', agenda.now))
      return failure(`error reading ${trigger.type}: timeout`);
    const key = triggerKey(this.plan, metric);
    const reading = cluster.triggerSources.read(key, sourceKind(trigger, metric));
    // an empty answer counts as 0 unless a trigger says otherwise
    if (reading === undefined) return { ok: true, value: { value: 0 } };
    return { ok: true, value: reading };
  }
}

/** @upstream pkg/fallback/fallback.go getReadyReplicasCount */
function readyPods({ pods }: Cluster): number {
  return pods.filter(({ phase, ready }) => phase === 'Running' && ready === 'True').length;
}

function scalingActive(hpa: HorizontalPodAutoscaler | undefined): ScalingActive | undefined {
  return hpa?.status.conditions?.find(({ type }) => type === 'ScalingActive');
}

/** A ScaledObject is never younger than the run. @rule KS1 */
function createdMs({ creationTimestamp }: KedaPlan): number {
  const written = creationTimestamp === undefined ? Number.NaN : parseTime(creationTimestamp);
  return Number.isNaN(written) ? RUN_START_MS : Math.min(written, RUN_START_MS);
}
