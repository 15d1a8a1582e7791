/** Every rule, by subject. What each one is about, and its source: `SPEC.md`. */
import type { AdviceRule } from '../rule.ts';
import { BOUNDS_RULES } from './bounds.ts';

export const RULES: readonly AdviceRule[] = [...BOUNDS_RULES];
