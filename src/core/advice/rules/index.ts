/** Every rule, by subject. What each one is about, and its source: `SPEC.md`. */
import type { AdviceRule } from '../rule.ts';
import { BOUNDS_RULES } from './bounds.ts';
import { RESOURCE_RULES } from './resources.ts';

export const RULES: readonly AdviceRule[] = [...BOUNDS_RULES, ...RESOURCE_RULES];
