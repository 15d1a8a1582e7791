/**
 * Validation of `spec.behavior`.
 *
 * @upstream pkg/apis/autoscaling/validation/validation.go
 */
import {
  type FieldError,
  type FieldPath,
  invalid,
  jsonValue,
  notSupported,
  required,
} from '../apimachinery/field.ts';
import { parseQuantity, signOf } from '../apimachinery/quantity.ts';
import type { HorizontalPodAutoscalerBehavior, HPAScalingPolicy, HPAScalingRules } from './types.ts';

/** seconds */
export const MAX_PERIOD_SECONDS = 1800;
/** seconds */
export const MAX_STABILIZATION_WINDOW_SECONDS = 3600;

const SELECT_POLICIES: readonly string[] = ['Disabled', 'Max', 'Min'];
const POLICY_TYPES: readonly string[] = ['Percent', 'Pods'];

/** @upstream pkg/apis/autoscaling/validation/validation.go validateBehavior */
export function validateBehavior(behavior: HorizontalPodAutoscalerBehavior, path: FieldPath): FieldError[] {
  const { scaleUp, scaleDown } = behavior;
  return [
    ...(scaleUp === undefined ? [] : validateScalingRules(scaleUp, [...path, 'scaleUp'])),
    ...(scaleDown === undefined ? [] : validateScalingRules(scaleDown, [...path, 'scaleDown'])),
  ];
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateScalingRules */
function validateScalingRules(rules: HPAScalingRules, path: FieldPath): FieldError[] {
  const { stabilizationWindowSeconds: window, selectPolicy, policies = [], tolerance } = rules;
  const windowPath = [...path, 'stabilizationWindowSeconds'];
  const policiesPath = [...path, 'policies'];
  const errors: FieldError[] = [];
  if (window !== undefined && window < 0) {
    errors.push(invalid(windowPath, jsonValue(window), 'must be greater than or equal to zero'));
  }
  if (window !== undefined && window > MAX_STABILIZATION_WINDOW_SECONDS) {
    const detail = `must be less than or equal to ${MAX_STABILIZATION_WINDOW_SECONDS}`;
    errors.push(invalid(windowPath, jsonValue(window), detail));
  }
  if (selectPolicy !== undefined && !SELECT_POLICIES.includes(selectPolicy)) {
    errors.push(notSupported([...path, 'selectPolicy'], jsonValue(selectPolicy), SELECT_POLICIES));
  }
  if (policies.length === 0) errors.push(required(policiesPath, 'must specify at least one Policy'));
  errors.push(
    ...policies.flatMap((policy, index) => validateScalingPolicy(policy, [...policiesPath, index])),
  );
  if (tolerance !== undefined && isNegative(tolerance)) {
    errors.push(invalid([...path, 'tolerance'], tolerance, 'must be greater than or equal to 0'));
  }
  return errors;
}

function isNegative(quantity: string): boolean {
  const parsed = parseQuantity(quantity);
  return parsed.ok && signOf(parsed.value) === -1;
}

/** @upstream pkg/apis/autoscaling/validation/validation.go validateScalingPolicy */
function validateScalingPolicy(
  { type, value, periodSeconds }: HPAScalingPolicy,
  path: FieldPath,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!POLICY_TYPES.includes(type))
    errors.push(notSupported([...path, 'type'], jsonValue(type), POLICY_TYPES));
  if (value <= 0) errors.push(invalid([...path, 'value'], value, 'must be greater than zero'));
  if (periodSeconds <= 0) {
    errors.push(invalid([...path, 'periodSeconds'], periodSeconds, 'must be greater than zero'));
  }
  if (periodSeconds > MAX_PERIOD_SECONDS) {
    const detail = `must be less than or equal to ${MAX_PERIOD_SECONDS}`;
    errors.push(invalid([...path, 'periodSeconds'], periodSeconds, detail));
  }
  return errors;
}
