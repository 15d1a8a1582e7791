/** Scalers that KEDA has and whose rules are not modelled: a name and a target, so that the rest can be seen all the same. */
import type { ScaleTrigger } from './types.ts';

export interface UnmodelledMetric {
  /** behind `s<index>-` */
  readonly name: string;
  readonly target: number;
  readonly activation: number;
}

const TARGET = /^(?:target\w*|\w*(?:Threshold|Length|Count|Value|Size|Depth|Target)|threshold|value)$/;

function numberOf(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

/** The parameters with a number, in the order in which they are written. */
function numbers({ metadata }: ScaleTrigger, isWanted: (name: string) => boolean): readonly number[] {
  return Object.entries(metadata)
    .filter(([name]) => isWanted(name))
    .flatMap(([, text]) => numberOf(text) ?? []);
}

/**
 * The metric of such a trigger: called like its type, its target the first parameter that looks like one, 1 without any.
 *
 * @rule KE29
 */
export function unmodelledMetric(trigger: ScaleTrigger): UnmodelledMetric {
  const isActivation = (name: string) => name.startsWith('activation');
  return {
    name: trigger.type,
    target: numbers(trigger, (name) => TARGET.test(name) && !isActivation(name))[0] ?? 1,
    activation: numbers(trigger, isActivation)[0] ?? 0,
  };
}
