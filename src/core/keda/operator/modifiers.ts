import { int64FromFloat } from '../../go/int64.ts';
import type { Int64 } from '../../go/types.ts';
import type { Fallback, KedaPlan, ModifiersPlan } from '../types.ts';
import { compileFormula, type Formula } from './formula/formula.ts';

const MILLI = 1000;

/**
 * The one metric that a formula makes of all external ones.
 *
 * @rule KO24
 * @upstream pkg/scaling/modifiers/formula.go
 */
export class CompositeMetric {
  readonly plan: ModifiersPlan;
  readonly #formula: Formula;

  private constructor(plan: ModifiersPlan, formula: Formula) {
    this.plan = plan;
    this.#formula = formula;
  }

  /** @returns undefined without a formula; one that cannot be read was refused before */
  static of({ modifiers, triggers }: KedaPlan): CompositeMetric | undefined {
    if (modifiers === undefined) return undefined;
    const names = triggers.flatMap(({ kind, name }) => (kind === 'resource' || !name ? [] : [name]));
    const formula = compileFormula(modifiers.formula, names);
    if (!formula.ok) throw new Error(`a formula that is not to be had was accepted: ${formula.error}`);
    return new CompositeMetric(modifiers, formula.value);
  }

  /**
   * @param values of the triggers by their names; null: the trigger has none
   * @returns thousandths, cut; undefined: it cannot be worked out
   */
  milli(values: ReadonlyMap<string, number | null>, fallback: Fallback | undefined): Int64 | undefined {
    const result = this.#formula.run(values);
    if (!result.ok) return undefined;
    const value = result.value ?? fallbackTarget(this.plan, fallback);
    return value === undefined ? undefined : int64FromFloat(value * MILLI);
  }
}

/** What stands for a formula that comes to nil. @upstream pkg/scaling/modifiers/formula.go scalingModifiersFallbackTarget */
function fallbackTarget({ target }: ModifiersPlan, fallback: Fallback | undefined): number | undefined {
  return fallback === undefined ? undefined : fallback.replicas * target;
}
