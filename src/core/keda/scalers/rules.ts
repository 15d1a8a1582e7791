/** What a scaler is, as far as the HPA and the operator's loop need it. */
import type { CronPlan, KafkaPlan } from '../types.ts';
import type { Parameter, TriggerInput, Values } from './parameters.ts';

export interface TriggerContext extends TriggerInput {
  /** of the ScaledObject */
  readonly namespace: string;
  /** of the trigger in the ScaledObject, from 0 */
  readonly index: number;
  /** true: a formula stands for the metrics, and the trigger needs no target of its own */
  readonly isMetricSource: boolean;
}

/** The target of one external metric, and what it is called behind `s<index>-`. */
export interface ScalerMetric {
  /** not yet normalized */
  readonly name: string;
  /** parameter that holds the target */
  readonly target: string;
  /** true: the target has thousandths; false: it is a whole number */
  readonly isMilli: boolean;
  readonly activation?: string;
}

export interface ScalerRules {
  readonly parameters: readonly Parameter[];
  /** what stands before an error of parameters: the scaler's own function, and the one that calls it */
  readonly prefix: string;
  /** what stands before an error of `check` */
  readonly outerPrefix: string;
  /** looks at all parameters together; its complaint is told beside theirs */
  readonly validate?: (values: Values, context: TriggerContext) => string | undefined;
  /** looks on when the parameters are sound */
  readonly check?: (values: Values, context: TriggerContext) => string | undefined;
  /** what is missing for the source to be reached at all; asked last */
  readonly credentials?: (values: Values, context: TriggerContext) => string | undefined;
  readonly metrics: (values: Values, context: TriggerContext) => readonly ScalerMetric[];
  /** parameter that is not written down anywhere: `value` when mode is left out */
  readonly derive?: (values: Values) => void;
  readonly cron?: (values: Values) => CronPlan;
  readonly kafka?: (values: Values) => KafkaPlan;
  /** true: names of metrics stay as they are made */
  readonly keepsName?: boolean;
}

/** The prefixes of a scaler whose two functions say the same. */
export function prefixes(
  what: string,
  outer = what,
): { readonly prefix: string; readonly outerPrefix: string } {
  const outerPrefix = `error parsing ${outer} metadata: `;
  return { prefix: `${outerPrefix}error parsing ${what} metadata: `, outerPrefix };
}

/** One metric, the usual case. */
export function single(
  name: string | ((values: Values, context: TriggerContext) => string),
  target: string,
  activation: string | undefined,
  isMilli: boolean,
): ScalerRules['metrics'] {
  return (values, context) => [
    {
      name: typeof name === 'string' ? name : name(values, context),
      target,
      isMilli,
      ...(activation === undefined ? {} : { activation }),
    },
  ];
}
