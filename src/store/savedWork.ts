/** A work as it lies in the browser's storage, read back through the scenario's own door. */
import { parseScenario } from '../core/index.ts';
import { LIBRARY_LIMITS } from '../library/types.ts';
import type { ScenarioSource, Work } from './scenarioSlice.ts';

export function toWork(value: unknown): Work | undefined {
  if (!isRecord(value)) return undefined;
  const parsed = parseScenario(value.scenario);
  if (!parsed.ok) return undefined;
  return { scenario: parsed.scenario, source: toSource(value.source), edited: value.edited === true };
}

export function toWorks(value: unknown): readonly Work[] {
  return Array.isArray(value) ? value.map(toWork).filter((work) => work !== undefined) : [];
}

function toSource(value: unknown): ScenarioSource {
  if (!isRecord(value)) return { kind: 'own' };
  const { kind, id, name, revision } = value;
  if (kind === 'example' && typeof id === 'string') return { kind, id };
  if (kind === 'kept' && typeof id === 'string' && isName(name) && Number.isSafeInteger(revision)) {
    return { kind, id, name, revision: Number(revision) };
  }
  return kind === 'link' ? { kind } : { kind: 'own' };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LIBRARY_LIMITS.nameLength;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
