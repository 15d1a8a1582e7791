/**
 * A scenario in the fragment of an address and back. The fragment is `VERSION.CHARACTERS`: base64url of deflated
 * text, whose first line is JSON and whose rest is the manifest. Only what differs from the version's defaults is
 * stored. Links live for ever: `fixtures/links.json` holds published ones, and each must open.
 */
import { SCENARIO_LIMITS } from '../core/scenario/limits.ts';
import { parseScenario, type ScenarioResult } from '../core/scenario/parse.ts';
import type { Scenario } from '../core/scenario/types.ts';
import { deflate, inflate } from './compression.ts';
import { fromTokens, isPlain, toTokens } from './dictionary.ts';
import { fromShortLoads, toShortLoads } from './loads.ts';
import { fromDifferences, type LinkVersion, toDifferences } from './settings.ts';

export type { ScenarioResult } from '../core/scenario/parse.ts';

const LINK_VERSION = 2;
/** characters; the longest that browsers are known to keep is two million */
const LONGEST_FRAGMENT = 1_000_000;
/** bytes after decompression: the longest manifests in UTF-8, and the most points */
const LONGEST_CONTENT = 4 * 1024 * 1024;

const DAMAGED = 'The link is damaged: it may have been cut off or changed on its way.';
const TOO_LONG = 'The link holds more than a scenario can hold.';

function failure(message: string): ScenarioResult {
  return { ok: false, message };
}

/**
 * The fragment of a link, without `#`.
 *
 * @rule SH1
 */
export async function encodeScenario(scenario: Scenario): Promise<string> {
  const { manifest } = scenario;
  const header: unknown[] = [toDifferences(scenario), toShortLoads(scenario.loads)];
  // A text with control characters, or with half a surrogate pair, only survives as JSON.
  const isTokenizable =
    isPlain(manifest) && manifest === new TextDecoder().decode(new TextEncoder().encode(manifest));
  if (!isTokenizable) header.push(manifest);
  const body = isTokenizable ? toTokens(manifest) : '';
  return `${LINK_VERSION}.${await deflate(`${JSON.stringify(header)}\n${body}`)}`;
}

/**
 * Opens a link. Whatever it holds is bounded, checked, and either a scenario or a reason.
 *
 * @param fragment with or without `#`
 * @rule SH2
 */
export async function decodeScenario(fragment: string): Promise<ScenarioResult> {
  if (fragment.length > LONGEST_FRAGMENT) return failure(TOO_LONG);
  const match = /^#?(\d{1,4})\.(.*)$/s.exec(fragment);
  if (match === null) return failure(DAMAGED);
  const [, version, encoded = ''] = match;
  if (Number(version) > LINK_VERSION)
    return failure('The link comes from a newer version of the playground.');
  if (version !== '1' && version !== '2') return failure(DAMAGED);
  const inflated = await inflate(encoded, LONGEST_CONTENT);
  if ('fault' in inflated) return failure(inflated.fault === 'too-long' ? TOO_LONG : DAMAGED);
  return read(version === '1' ? 1 : 2, inflated.text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function read(version: LinkVersion, content: string): ScenarioResult {
  const lineEnd = content.indexOf('\n');
  const header = lineEnd < 0 ? undefined : parseJson(content.slice(0, lineEnd));
  if (!Array.isArray(header)) return failure(DAMAGED);
  const [differences, loads, written] = header as unknown[];
  const settings = fromDifferences(version, differences);
  if (settings === undefined) return failure(DAMAGED);
  const manifest = written ?? fromTokens(content.slice(lineEnd + 1), SCENARIO_LIMITS.manifestLength);
  if (manifest === undefined) return failure(TOO_LONG);
  const parsed = parseScenario({ ...settings, loads: fromShortLoads(loads), manifest });
  return parsed.ok ? parsed : failure(`The link does not hold a valid scenario: ${parsed.message}`);
}
