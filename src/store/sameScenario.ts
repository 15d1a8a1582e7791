import type { Scenario } from '../core/index.ts';

/** Both come through the same door, so that equal scenarios have equal text. */
export function sameScenario(one: Scenario, other: Scenario): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
