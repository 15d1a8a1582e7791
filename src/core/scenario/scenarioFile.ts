/** A scenario as a file: JSON for programs, YAML for people and for reviews. Both say what they are in `kind`. */

import { yamlToJson } from '../yaml/toJson.ts';
import { parseScenario, type ScenarioResult } from './parse.ts';
import type { Scenario } from './types.ts';
import { isWellFormed, toYaml } from './yamlText.ts';

export const SCENARIO_KIND = 'HPAPlaygroundScenario';

/** UTF-16 code units; the largest scenario that the door lets in stays below, with all its points and manifests. */
const LONGEST_FILE = 16_000_000;

/** Kind and version first: who opens the file sees at once what it is. The same scenario is always the same text. */
function fileForm(scenario: Scenario): object {
  const checked = parseScenario(scenario);
  const { version, kubernetes, manifest, ...settings } = checked.ok ? checked.scenario : scenario;
  return { kind: SCENARIO_KIND, version, kubernetes, manifest, ...settings };
}

/**
 * @returns JSON text with every setting, the defaults included: it says the same whatever the page's defaults become
 * @rule SC6
 */
export function scenarioJson(scenario: Scenario): string {
  return `${JSON.stringify(fileForm(scenario), null, 2)}\n`;
}

/**
 * @returns YAML text with every setting; the JSON text where something in it cannot be written as YAML
 * @rule SC6
 */
export function scenarioYaml(scenario: Scenario): string {
  return hasOnlyText(scenario) ? `${HEADING}\n${toYaml(fileForm(scenario))}` : scenarioJson(scenario);
}

const HEADING = '# A scenario of HPA Playground: open it there, or run it at a terminal.';

/** Half of a surrogate pair only survives as JSON, which escapes it. */
function hasOnlyText(value: unknown): boolean {
  if (typeof value === 'string') return isWellFormed(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(hasOnlyText);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Scenarios had no kind in their first files; a Kubernetes object has no list of loads. */
function isScenarioValue(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false;
  return (
    value.kind === SCENARIO_KIND || (value.kind === undefined && 'loads' in value && 'manifest' in value)
  );
}

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return {
      ok: false,
      message: `This is not JSON: ${error instanceof Error ? error.message : 'it ends early'}.`,
    };
  }
}

function parseYaml(text: string): Parsed {
  const read = yamlToJson(text);
  return read.ok ? read : { ok: false, message: `This is not YAML: ${read.error}.` };
}

/** Whether it is worth being read as YAML: a look at the top level, without reading what may be megabytes. */
function claimsToBeScenario(text: string): boolean {
  return new RegExp(`^["']?kind["']?:\\s*["']?${SCENARIO_KIND}\\b`, 'm').test(text);
}

/**
 * Reads a scenario from a file's text.
 *
 * @returns undefined when the text does not claim to be a scenario; then it may be something else
 * @rule SC6
 */
export function readScenarioFile(text: string): ScenarioResult | undefined {
  const isJson = /^\s*\{/.test(text);
  if (!isJson && !claimsToBeScenario(text)) return undefined;
  if (text.length > LONGEST_FILE) {
    return { ok: false, message: `A scenario’s file has at most ${LONGEST_FILE / 1e6} million characters.` };
  }
  const parsed = isJson ? parseJson(text) : parseYaml(text);
  if (!parsed.ok) return isJson && !claimsToBeScenarioJson(text) ? undefined : parsed;
  if (!isScenarioValue(parsed.value)) return undefined;
  const { kind: _, ...scenario } = parsed.value;
  return parseScenario(scenario);
}

function claimsToBeScenarioJson(text: string): boolean {
  return text.slice(0, 500).includes(`"${SCENARIO_KIND}"`);
}
