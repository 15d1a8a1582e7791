/** Scaling modifiers that the webhook refuses. @upstream github.com/kedacore/keda/v2 apis/keda/v1alpha1/scaledobject_webhook.go */
import { quote } from '../go/strconv.ts';
import { compileFormula } from './operator/formula/formula.ts';
import { isResourceTrigger } from './scalers/index.ts';
import { goFloat } from './scalers/values.ts';
import type { ScaledObject } from './types.ts';

const FORMULA = 'error validating formula in ScalingModifiers\n';
const TARGET =
  'error validating target in ScalingModifiers\nerror converting target for scalingModifiers (string->float) to valid target: ';

function targetFault(target: string): string | undefined {
  const value = goFloat(target);
  if (value === undefined) return `${TARGET}strconv.ParseFloat: parsing ${quote(target)}: invalid syntax`;
  // there is no error to print here, and Go says so
  return value > 0 ? undefined : `${TARGET}%!w(<nil>)`;
}

/**
 * Why a formula or its target is refused. What the compiler says of a formula is in our words.
 *
 * @upstream github.com/kedacore/keda/v2 apis/keda/v1alpha1/scaledobject_webhook.go ValidateAndCompileScalingModifiers
 * @rule KE38
 */
export function modifiersFault({ spec: { advanced, triggers } }: ScaledObject): string | undefined {
  const { formula = '', target = '' } = advanced?.scalingModifiers ?? {};
  if (formula === '') return 'error ScalingModifiers.Formula is mandatory';
  if (target === '') return `${FORMULA}formula is given but target is empty`;
  const names = triggers.flatMap(({ type, name = '' }) =>
    isResourceTrigger(type) || name === '' ? [] : [name],
  );
  const compiled = compileFormula(formula, names);
  return compiled.ok ? targetFault(target) : FORMULA + compiled.error;
}
