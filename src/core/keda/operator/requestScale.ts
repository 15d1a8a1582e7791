/** What the operator does with the scale target at a poll. @upstream pkg/scaling/executor/scale_scaledobjects.go */
import type { KedaPlan } from '../types.ts';
import type { KedaCondition, KedaDecision } from './types.ts';

const MS_PER_SECOND = 1000;

/** What a poll found. */
export interface ScaleRequest {
  readonly nowMs: number;
  readonly currentReplicas: number;
  /** some trigger is active, or the formula's value is */
  readonly isActive: boolean;
  /** some trigger could not be read */
  readonly isError: boolean;
  readonly lastActiveMs: number | undefined;
  /** creation of the ScaledObject */
  readonly createdMs: number;
}

/** What is to be done about it. */
export interface ScaleVerdict {
  readonly decision: KedaDecision;
  /** absent: the scale is left as it is */
  readonly scaleTo?: number;
  /** the cooldown begins anew now; of an activation only when it succeeds */
  readonly isActiveNow: boolean;
  /** while a cooldown is waited for: a poll after this instant scales down */
  readonly cooldownEndsMs?: number;
  readonly conditions: readonly KedaCondition[];
}

const READY: KedaCondition = {
  type: 'Ready',
  status: 'True',
  reason: 'ScaledObjectReady',
  message: 'ScaledObject is defined correctly and is ready for scaling',
};

const PAUSED: KedaCondition = {
  type: 'Paused',
  status: 'True',
  reason: 'ScaledObjectPaused',
  message: 'ScaledObject is paused',
};

const ACTIVE: KedaCondition = {
  type: 'Active',
  status: 'True',
  reason: 'ScalerActive',
  message: 'Scaling is performed because triggers are active',
};

const FORCED: KedaCondition = {
  ...ACTIVE,
  message: 'Scaling is performed because activation is being forced by annotation',
};

const NOT_ACTIVE: KedaCondition = {
  type: 'Active',
  status: 'False',
  reason: 'ScalerNotActive',
  message: 'Scaling is not performed because triggers are not active',
};

const COOLING_DOWN: KedaCondition = {
  type: 'Active',
  status: 'False',
  reason: 'ScalerCooldown',
  message: 'Scaler cooling down because triggers are not active',
};

const PARTIAL_ERROR: KedaCondition = {
  type: 'Ready',
  status: 'Unknown',
  reason: 'PartialTriggerError',
  message: 'Some triggers defined in ScaledObject are not working correctly',
};

const TRIGGER_ERROR: KedaCondition = {
  type: 'Ready',
  status: 'False',
  reason: 'TriggerError',
  message: 'Triggers defined in ScaledObject are not working correctly',
};

/**
 * Decides about the step between 0 (or the idle count) and the minimum; everything between minimum and maximum is the
 * HPA's.
 *
 * @rule KO3 KO4 KO5 KO6 KO7 KO8
 * @upstream pkg/scaling/executor/scale_scaledobjects.go scaleExecutor.RequestScale
 */
export function requestScale(plan: KedaPlan, request: ScaleRequest): ScaleVerdict {
  if (plan.pauses.paused) {
    return { decision: 'paused', isActiveNow: false, conditions: [READY, PAUSED] };
  }
  if (request.isActive || plan.pauses.forceActivation) return whenActive(plan, request);
  return whenNotActive(plan, request);
}

function whenActive(plan: KedaPlan, { currentReplicas, isError }: ScaleRequest): ScaleVerdict {
  const { minReplicas, idleReplicas, pauses } = plan;
  const conditions = [READY, pauses.forceActivation ? FORCED : ACTIVE];
  const isIdle = idleReplicas !== undefined && currentReplicas < minReplicas;
  if (isIdle || currentReplicas === 0) {
    if (pauses.scaleOut) return { decision: 'paused', isActiveNow: false, conditions };
    return {
      decision: 'activated',
      scaleTo: minReplicas > 0 ? minReplicas : 1,
      isActiveNow: true,
      conditions,
    };
  }
  if (isError) {
    return { decision: 'leftToHpa', isActiveNow: false, conditions: [...conditions, PARTIAL_ERROR] };
  }
  return { decision: 'leftToHpa', isActiveNow: true, conditions };
}

function whenNotActive(plan: KedaPlan, request: ScaleRequest): ScaleVerdict {
  const { currentReplicas, isError } = request;
  const { minReplicas, idleReplicas, fallback } = plan;
  const conditions = [READY, NOT_ACTIVE];
  if (isError && fallback !== undefined && fallback.replicas !== 0) {
    return { decision: 'fallback', isActiveNow: false, conditions };
  }
  if (isError && fallback === undefined) {
    return { decision: 'error', isActiveNow: false, conditions: [...conditions, TRIGGER_ERROR] };
  }
  const isAboveIdle = idleReplicas !== undefined && currentReplicas > idleReplicas;
  if (isAboveIdle || (currentReplicas > 0 && minReplicas === 0)) return scaleToZeroOrIdle(plan, request);
  if (idleReplicas === undefined && currentReplicas < minReplicas) {
    return { decision: 'raisedToMinimum', scaleTo: minReplicas, isActiveNow: false, conditions };
  }
  return { decision: 'nothing', isActiveNow: false, conditions };
}

/** @upstream pkg/scaling/executor/scale_scaledobjects.go scaleExecutor.scaleToZeroOrIdle */
function scaleToZeroOrIdle(plan: KedaPlan, { nowMs, lastActiveMs, createdMs }: ScaleRequest): ScaleVerdict {
  if (plan.pauses.scaleIn) {
    return { decision: 'paused', isActiveNow: false, conditions: [READY, NOT_ACTIVE] };
  }
  const cooldownEndsMs =
    lastActiveMs === undefined
      ? createdMs + plan.initialCooldownPeriod * MS_PER_SECOND
      : lastActiveMs + plan.cooldownPeriod * MS_PER_SECOND;
  if (cooldownEndsMs < nowMs) {
    const scaleTo = plan.idleReplicas ?? plan.minReplicas;
    return { decision: 'deactivated', scaleTo, isActiveNow: false, conditions: [READY, NOT_ACTIVE] };
  }
  return { decision: 'cooldown', isActiveNow: false, cooldownEndsMs, conditions: [READY, COOLING_DOWN] };
}
