import { newScenario, readScenarioFile, type ScenarioResult } from '../core/index.ts';

/** A link of the page, or what stands there from its `#` on. */
const LINK = /^(?:https?:\/\/[^\s#]*)?#(\d{1,4}\.[A-Za-z0-9_-]+)$/;

/** What stands behind the `#` of a link; undefined for anything else, a file's name say. */
export function fragmentOf(word: string): string | undefined {
  return LINK.exec(word)?.[1];
}

/** What a file's text is run as: a scenario where it says so, else a manifest with the page's defaults. */
export function scenarioOf(text: string): ScenarioResult {
  return readScenarioFile(text) ?? { ok: true, scenario: newScenario(text) };
}
