/** Every term of the page, once. Loaded when somebody asks what one means. */
import { BEHAVIOR } from './behavior.ts';
import { DECISION } from './decision.ts';
import { KEDA } from './keda.ts';
import { METRICS } from './metrics.ts';
import { PODS } from './pods.ts';
import { STATUS } from './status.ts';
import type { Term, TermGroup } from './types.ts';

export const TERM_GROUPS: readonly TermGroup[] = [DECISION, BEHAVIOR, METRICS, PODS, STATUS, KEDA];

const TERMS = {
  ...DECISION.terms,
  ...BEHAVIOR.terms,
  ...METRICS.terms,
  ...PODS.terms,
  ...STATUS.terms,
  ...KEDA.terms,
} as const satisfies Readonly<Record<string, Term>>;

export type TermId = keyof typeof TERMS;

export function termOf(id: TermId): Term {
  return TERMS[id];
}
