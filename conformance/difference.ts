/** The first place where two plain values differ. */

export interface Difference {
  /** `status.conditions[1].message` */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Compares as JSON: absent fields equal undefined ones; order of fields does not matter, order of lists does. */
export function firstDifference(expected: unknown, actual: unknown, path: string): Difference | undefined {
  if (expected === actual) return undefined;
  if (Array.isArray(expected) && Array.isArray(actual)) return listDifference(expected, actual, path);
  if (isObject(expected) && isObject(actual)) return fieldDifference(expected, actual, path);
  return { path, expected, actual };
}

function listDifference(
  expected: readonly unknown[],
  actual: readonly unknown[],
  path: string,
): Difference | undefined {
  for (let i = 0; i < Math.max(expected.length, actual.length); i += 1) {
    const difference = firstDifference(expected[i], actual[i], `${path}[${i}]`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function fieldDifference(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  path: string,
): Difference | undefined {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const difference = firstDifference(expected[name], actual[name], path === '' ? name : `${path}.${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
