/** Every rule, by subject. What each one is about, and its source: `SPEC.md`. */
import type { AdviceRule } from '../rule.ts';
import { BOUNDS_RULES } from './bounds.ts';
import { COMMENT_RULES } from './comments.ts';
import { METRIC_RULES } from './metrics.ts';
import { OWNER_RULES } from './owners.ts';
import { POLICY_RULES } from './policies.ts';
import { RESOURCE_RULES } from './resources.ts';
import { SELECT_POLICY_RULES } from './selectPolicy.ts';
import { WINDOW_RULES } from './windows.ts';
import { WORKLOAD_RULES } from './workload.ts';

export const RULES: readonly AdviceRule[] = [
  ...BOUNDS_RULES,
  ...RESOURCE_RULES,
  ...METRIC_RULES,
  ...POLICY_RULES,
  ...SELECT_POLICY_RULES,
  ...WINDOW_RULES,
  ...COMMENT_RULES,
  ...WORKLOAD_RULES,
  ...OWNER_RULES,
];
