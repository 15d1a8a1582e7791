import { newScenario, parseScenario, type ScenarioResult } from '../core/index.ts';

/** What a file's text is run as: a scenario when it is JSON of one, else a manifest with the page's defaults. */
export function readScenarioFile(path: string, text: string): ScenarioResult {
  if (!path.endsWith('.json')) return { ok: true, scenario: newScenario(text) };
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? { ok: true, scenario: newScenario(text) } : parseScenario(value);
  } catch (error) {
    return { ok: false, message: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Kubernetes objects can be written as JSON too; they name their kind, a scenario does not. */
function isManifest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
