/** What two scenarios differ in besides their load, by the names of the scenario’s own fields. Pure. */
import type { Scenario } from '../core/index.ts';

export interface Difference {
  /** "kubernetes", "cluster.pods.startupSeconds" */
  readonly path: string;
  /** undefined: not set */
  readonly a: string | undefined;
  readonly b: string | undefined;
}

const COMPARED = ['kubernetes', 'hpa', 'featureGates', 'controller', 'cluster', 'signals'] as const;

/** The manifests are texts and have a view of their own. */
export function differencesOf(a: Scenario, b: Scenario): readonly Difference[] {
  return COMPARED.flatMap((key) => between(key, a[key], b[key]));
}

function between(path: string, a: unknown, b: unknown): readonly Difference[] {
  if (isRecord(a) && isRecord(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) => between(`${path}.${key}`, a[key], b[key]));
  }
  const [textA, textB] = [textOf(a), textOf(b)];
  return textA === textB ? [] : [{ path, a: textA, b: textB }];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
