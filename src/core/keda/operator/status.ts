import type { KedaPlan } from '../types.ts';
import type { KedaCondition, KedaConditionType, KedaDecision, KedaEvent, ScalingActive } from './types.ts';

const MS_PER_SECOND = 1000;

const READY_MESSAGE = 'ScaledObject is defined correctly and is ready for scaling';
const PAUSED_MESSAGE = 'ScaledObject is paused';

/** In the order in which the operator sets them up. @upstream apis/keda/v1alpha1/condition_types.go GetInitializedConditions */
const INITIAL: readonly KedaCondition[] = [
  { type: 'Ready', status: 'Unknown', reason: '', message: '' },
  { type: 'Active', status: 'Unknown', reason: '', message: '' },
  { type: 'Fallback', status: 'Unknown', reason: '', message: '' },
  { type: 'Paused', status: 'False', reason: '', message: '' },
];

/** `status` of a ScaledObject, as much of it as the operator acts on or shows. */
export class KedaStatus {
  readonly #conditions = new Map<KedaConditionType, KedaCondition>(
    INITIAL.map((condition) => [condition.type, condition]),
  );
  #lastActiveMs: number | undefined;
  #isStarted = false;

  /** `status.lastActiveTime`, cut to whole seconds as the API stores it. @rule KO6 */
  get lastActiveMs(): number | undefined {
    return this.#lastActiveMs;
  }

  get conditions(): readonly KedaCondition[] {
    return [...this.#conditions.values()];
  }

  /** Whether the condition Fallback is True. */
  get isFallback(): boolean {
    return this.#conditions.get('Fallback')?.status === 'True';
  }

  wasActive(nowMs: number): void {
    this.#lastActiveMs = Math.floor(nowMs / MS_PER_SECOND) * MS_PER_SECOND;
  }

  apply(conditions: readonly KedaCondition[]): void {
    for (const condition of conditions) this.#conditions.set(condition.type, condition);
  }

  /** @upstream pkg/fallback/fallback.go ScaledObjectHandler.updateStatus */
  setFallback(isExceeded: boolean): void {
    this.apply([isExceeded ? FALLBACK : NO_FALLBACK]);
  }

  /** @upstream pkg/scaling/executor/scale_scaledobjects.go RequestScale */
  cannotScale(decision: KedaDecision, error: string): void {
    const prefix = FAILED_STEPS[decision] ?? 'error scaling ScaleTarget';
    const message = `${prefix}: ${error}`;
    this.apply([{ type: 'Ready', status: 'False', reason: 'ErrorScalingTarget', message }]);
  }

  /** What the HPA says of itself. @rule KO19 @upstream pkg/scaling/executor/scale_scaledobjects.go checkHPAHealth */
  mirror(scaling: ScalingActive | undefined): void {
    if (scaling === undefined) return;
    const { status, reason, message } = scaling;
    const type = 'HPAActive';
    if (status === 'True') {
      this.apply([{ type, status: 'True', reason: 'HPAActive', message: 'HPA is actively scaling' }]);
    } else if (reason === 'ScalingDisabled') {
      this.apply([{ type, status: 'True', reason, message }]);
    } else {
      const text = `HPA is not actively scaling: ${message}`;
      this.apply([{ type, status: 'False', reason: reason || 'HPAMetricsUnavailable', message: text }]);
    }
  }

  /**
   * The ScaledObject was looked at after its creation, or after an edit.
   *
   * @param hasFallback whether it has one that can take effect
   * @rule KO1 KO9
   * @upstream controllers/keda/scaledobject_controller.go Reconcile, reconcileScaledObject
   */
  reconciled({ pauses, triggers }: KedaPlan, hasFallback: boolean): readonly KedaEvent[] {
    const events: KedaEvent[] = [];
    const { paused, scaleIn, scaleOut } = pauses;
    const wasPaused = this.#conditions.get('Paused')?.status === 'True';
    const isPaused = paused || scaleIn || scaleOut;
    const say = (reason: string, message: string) => events.push({ type: 'Normal', reason, message });
    if (isPaused && !wasPaused) say('ScaledObjectPaused', PAUSED_MESSAGE);
    if (!isPaused && wasPaused) say('ScaledObjectUnpaused', UNPAUSED.message);
    if (isPaused) this.apply([PAUSED]);
    else if (wasPaused) this.apply([UNPAUSED]);
    if (paused) {
      if (this.#isStarted) say('KEDAScalersStopped', 'Stopped scalers watch');
    } else {
      for (const { type } of triggers) say('KEDAScalersStarted', `Scaler ${type} is built`);
      if (!this.#isStarted) say('KEDAScalersStarted', 'Started scalers watch');
    }
    this.#isStarted = !paused;
    if (this.#conditions.get('Ready')?.status !== 'True') {
      say('ScaledObjectReady', 'ScaledObject is ready for scaling');
    }
    const message = paused ? PAUSED_MESSAGE : READY_MESSAGE;
    this.apply([{ type: 'Ready', status: 'True', reason: 'ScaledObjectReady', message }]);
    if (!hasFallback) this.apply([NO_FALLBACK]);
    return events;
  }
}

const PAUSED: KedaCondition = {
  type: 'Paused',
  status: 'True',
  reason: 'ScaledObjectPaused',
  message: PAUSED_MESSAGE,
};

const UNPAUSED: KedaCondition = {
  type: 'Paused',
  status: 'False',
  reason: 'ScaledObjectUnpaused',
  message: 'pause annotation removed for ScaledObject',
};

const FALLBACK: KedaCondition = {
  type: 'Fallback',
  status: 'True',
  reason: 'FallbackExists',
  message: 'At least one trigger is falling back on this scaled object',
};

const NO_FALLBACK: KedaCondition = {
  type: 'Fallback',
  status: 'False',
  reason: 'NoFallbackFound',
  message: 'No fallbacks are active on this scaled object',
};

const FAILED_STEPS: Readonly<Partial<Record<KedaDecision, string>>> = {
  activated: 'error activating ScaleTarget',
  deactivated: 'error deactivating ScaleTarget',
  raisedToMinimum: 'error setting ScaleTarget replicas count to ScaledObject minReplicaCount',
};
