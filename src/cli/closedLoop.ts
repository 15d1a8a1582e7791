/**
 * `tsx src/cli/closedLoop.ts FOLDER MINOR FIRST LAST`: writes what the real controller is given to replay: a recorded
 * run of every example that can run, of the conflicts between autoscalers, of everything in `lessons` that is about this minor, and of the random scenarios of
 * the seeds from FIRST to LAST.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  checkLimits,
  MINORS,
  type Minor,
  newScenario,
  readScenario,
  recordedTraceText,
  recordRun,
  type Scenario,
  type ScenarioOverrides,
} from '../core/index.ts';
import { taughtScenarios } from './course.ts';
import { randomScenario } from './random/scenario.ts';

const EXAMPLES = 'examples';

function writeRun(folder: string, name: string, scenario: Scenario): boolean {
  const { manifest } = readScenario(scenario);
  if (manifest === undefined || checkLimits(scenario, manifest) !== undefined) return false;
  writeFileSync(join(folder, `${name}.json`), recordedTraceText(recordRun(scenario, manifest, name)));
  return true;
}

function exampleScenarios(kubernetes: Minor): (readonly [string, Scenario])[] {
  const files = readdirSync(EXAMPLES).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => {
    const scenario = newScenario(readFileSync(join(EXAMPLES, file), 'utf8'), { kubernetes });
    return [basename(file, '.yaml'), scenario];
  });
}

/** Those in which autoscalers fight, with the loads and events that they come with. */
function conflictScenarios(kubernetes: Minor): (readonly [string, Scenario])[] {
  const folder = join(EXAMPLES, 'neighbours');
  const entries: readonly ConflictEntry[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return entries.map(({ id, file, title: _title, description: _description, ...overrides }) => {
    const manifest = readFileSync(join(folder, file), 'utf8');
    return [id, newScenario(manifest, { ...overrides, kubernetes })];
  });
}

interface ConflictEntry extends ScenarioOverrides {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

function randomScenarios(kubernetes: Minor, first: number, last: number): (readonly [string, Scenario])[] {
  const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return seeds.map((seed) => [`random-${seed}`, randomScenario(seed, kubernetes)]);
}

const [folder = '', minor = '', first = '', last = ''] = process.argv.slice(2);
const kubernetes = MINORS.find((known) => known === minor);
if (kubernetes === undefined || !/^\d+$/.test(first) || !/^\d+$/.test(last)) {
  console.error('usage: tsx src/cli/closedLoop.ts FOLDER MINOR FIRST LAST');
  process.exitCode = 2;
} else {
  const examples = exampleScenarios(kubernetes);
  const taught = taughtScenarios().filter(([, scenario]) => scenario.kubernetes === kubernetes);
  const random = randomScenarios(kubernetes, Number(first), Number(last));
  const all = [...examples, ...conflictScenarios(kubernetes), ...taught, ...random];
  const written = all.filter(([name, scenario]) => writeRun(folder, name, scenario));
  console.log(`${kubernetes}: ${written.length} runs of ${all.length} scenarios written`);
}
