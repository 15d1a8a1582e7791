import { parseArgs } from 'node:util';
import { parseExpectation } from '../core/expectations/parse.ts';
import { type Expectation, MINORS, type Minor, SCENARIO_LIMITS } from '../core/index.ts';

export const USAGE = `usage: npm run simulate -- SCENARIO|MANIFEST|LINK [--expect EXPECTATION]… [--junit FILE]
                           [--out FILE] [--trace FILE] [--scenario FILE]
       npm run simulate -- --random SEED [--kubernetes MINOR] [--scenario FILE] [--out FILE] [--trace FILE]

Runs a scenario and writes what came of it: a file that the page has saved (JSON or YAML), or a link in quotes. A
manifest is run with the settings and the load that the page would give it. With --random it makes up a scenario that follows from the seed alone.

  --out FILE     the run as JSON: columns, pods, events, summary
  --trace FILE   inputs and outputs of every sync in the recorded-trace format, for the real controller to replay
  --expect EXPECTATION  what the run has to do, as often as you like: "max replicas <= 20", "dropped requests == 0",
                 "changes <= 6 per hour", "cpu above 80% at a stretch <= 60s"; all words: src/core/expectations/SPEC.md
  --junit FILE   the answers to the expectations, for systems that read JUnit's XML
  --random SEED  a whole number from 0 to ${SCENARIO_LIMITS.seed}
  --kubernetes MINOR    of a random scenario; one of ${MINORS.join(', ')}, the newest by default
  --scenario FILE       the scenario that was run: JSON, or YAML where the name ends in .yaml

Exit codes: 0 done, 1 the input cannot be run, 2 wrong arguments, 3 some expectation is not met.`;

/** Files to write. */
export interface Outputs {
  readonly out?: string;
  readonly trace?: string;
  readonly scenario?: string;
  readonly junit?: string;
}

/** What to run. */
export type SimulateArguments = {
  readonly outputs: Outputs;
  readonly expectations: readonly Expectation[];
} & ({ readonly input: string } | { readonly seed: number; readonly kubernetes: Minor });

export type ParsedArguments =
  | { readonly kind: 'run'; readonly arguments: SimulateArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const OPTIONS = {
  out: { type: 'string' },
  trace: { type: 'string' },
  random: { type: 'string' },
  kubernetes: { type: 'string' },
  scenario: { type: 'string' },
  junit: { type: 'string' },
  expect: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Values extends Outputs {
  readonly random?: string;
  readonly kubernetes?: string;
  readonly expect?: string[];
}

function wrong(message: string): ParsedArguments {
  return { kind: 'wrong', message };
}

/** What the words on the command line ask for. */
export function parseArguments(words: readonly string[]): ParsedArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
    const { help, ...others } = values;
    if (help) return { kind: 'help' };
    const empty = Object.entries(others).find(([, value]) => value === '');
    if (empty !== undefined) return wrong(`--${empty[0]} needs a value`);
    const read = expectationsOf(others);
    if ('message' in read) return wrong(read.message);
    const { expectations } = read;
    return others.random === undefined
      ? ofFile(others, positionals, expectations)
      : ofSeed(others, positionals, expectations);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

/** All of them, or what is wrong with the first that cannot be read. */
function expectationsOf({ expect = [], junit }: Values) {
  const expectations: Expectation[] = [];
  for (const text of expect) {
    const parsed = parseExpectation(text);
    if (parsed.ok) expectations.push(parsed.value);
    else
      return {
        message: `--expect: ${parsed.fault.message}\n  ${text}\n  ${' '.repeat(parsed.fault.start)}^`,
      };
  }
  if (junit !== undefined && expectations.length === 0) return { message: '--junit goes with --expect' };
  return { expectations };
}

function outputsOf({ out, trace, scenario, junit }: Values): Outputs {
  return {
    ...(junit === undefined ? {} : { junit }),
    ...(out === undefined ? {} : { out }),
    ...(trace === undefined ? {} : { trace }),
    ...(scenario === undefined ? {} : { scenario }),
  };
}

function ofFile(
  values: Values,
  [input, ...more]: readonly string[],
  expectations: readonly Expectation[],
): ParsedArguments {
  if (input === undefined) return wrong('no scenario or manifest is named');
  if (more.length > 0) return wrong(`one scenario or manifest at a time, not also ${more.join(', ')}`);
  if (values.out === undefined && expectations.length === 0) return wrong('--out FILE is missing');
  if (values.kubernetes !== undefined) return wrong('--kubernetes goes with --random');
  return { kind: 'run', arguments: { input, outputs: outputsOf(values), expectations } };
}

function ofSeed(
  values: Values,
  more: readonly string[],
  expectations: readonly Expectation[],
): ParsedArguments {
  const { random = '', kubernetes = MINORS.at(-1) } = values;
  if (more.length > 0) return wrong(`--random makes up its own scenario, not ${more.join(', ')}`);
  if (!/^\d{1,10}$/.test(random) || Number(random) > SCENARIO_LIMITS.seed) {
    return wrong(`--random needs a whole number from 0 to ${SCENARIO_LIMITS.seed}`);
  }
  const minor = MINORS.find((known) => known === kubernetes);
  if (minor === undefined) return wrong(`--kubernetes must be one of ${MINORS.join(', ')}`);
  const outputs = outputsOf(values);
  if (Object.keys(outputs).length === 0 && expectations.length === 0)
    return wrong('nothing to write: --out, --trace or --scenario is missing');
  return { kind: 'run', arguments: { seed: Number(random), kubernetes: minor, outputs, expectations } };
}
