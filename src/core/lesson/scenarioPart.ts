/** Scenarios inside of other documents: what is default is left out, and one can be told by what differs from another. */
import { SCENARIO_DEFAULTS } from '../scenario/defaults.ts';
import { parseScenario, type ScenarioResult } from '../scenario/parse.ts';
import { SCENARIO_VERSION, type Scenario } from '../scenario/types.ts';
import { LESSON_LIMITS } from './limits.ts';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Settings inside of settings are put together; lists and everything else are replaced. */
function merged(base: Fields, change: Fields): Fields {
  const entries = Object.entries(change).map(([key, value]): [string, unknown] => {
    const before = Object.hasOwn(base, key) ? base[key] : undefined;
    return [key, isFields(before) && isFields(value) ? merged(before, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

/**
 * A scenario of which only what differs from its version's defaults has to be written.
 *
 * @rule LS2
 */
export function completeScenario(input: unknown): ScenarioResult {
  const isPresent = isFields(input) && input.version === SCENARIO_VERSION;
  return parseScenario(isPresent ? merged(SCENARIO_DEFAULTS as unknown as Fields, input) : input);
}

interface Edit {
  readonly replace: string;
  readonly with: string;
}

function isEdit(value: unknown): value is Edit {
  return isFields(value) && typeof value.replace === 'string' && typeof value.with === 'string';
}

/** @returns the text, or what is wrong */
function edited(text: string, edits: unknown): { readonly text: string } | { readonly message: string } {
  if (!Array.isArray(edits) || edits.length > LESSON_LIMITS.edits || !edits.every(isEdit)) {
    return { message: 'edits must be a list of texts to replace, each with what stands there then' };
  }
  let result = text;
  for (const { replace, with: put } of edits) {
    const at = result.indexOf(replace);
    if (replace === '' || at < 0 || result.includes(replace, at + 1)) {
      return { message: `“${replace.slice(0, 60)}” must be in the manifest exactly once` };
    }
    result = result.slice(0, at) + put + result.slice(at + replace.length);
  }
  return { text: result };
}

/**
 * A scenario told by what differs from another: fields, and `edits`, pieces of the manifest's text that are replaced;
 * or `whole`, a scenario of its own.
 *
 * @rule LS3
 */
export function changedScenario(start: Scenario, change: unknown): ScenarioResult {
  if (!isFields(change)) return { ok: false, message: 'It must say what differs from the start.' };
  if ('whole' in change) return completeScenario(change.whole);
  const { edits, ...fields } = change;
  if (edits === undefined) return parseScenario(merged(start as unknown as Fields, fields));
  const result = edited(start.manifest, edits);
  if ('message' in result) return { ok: false, message: `${result.message}.` };
  return parseScenario(merged(start as unknown as Fields, { manifest: result.text, ...fields }));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What of the second has to be said beside the first; fields that are the same are left out at every depth. */
function difference(base: Fields, value: Fields): Fields {
  const entries = Object.entries(value).flatMap(([key, now]): [string, unknown][] => {
    const before = base[key];
    if (same(before, now)) return [];
    const isWithin = isFields(before) && isFields(now) && Object.keys(before).every((name) => name in now);
    return [[key, isWithin ? difference(before, now) : now]];
  });
  return Object.fromEntries(entries);
}

/** As `completeScenario` reads it. @rule LS2 */
export function shortScenario(scenario: Scenario): Fields {
  const { version, manifest, ...rest } = scenario;
  const { version: _, ...defaults } = SCENARIO_DEFAULTS;
  return { version, manifest, ...difference(defaults as unknown as Fields, rest as unknown as Fields) };
}

/** As `changedScenario` reads it. @rule LS3 */
export function scenarioChange(start: Scenario, other: Scenario): Fields {
  const change = difference(start as unknown as Fields, other as unknown as Fields);
  const read = changedScenario(start, change);
  // A field that is gone cannot be told by what is there.
  return read.ok && same(sorted(read.scenario), sorted(other)) ? change : { whole: shortScenario(other) };
}

/** With its keys in one order at every depth. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
