import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run simulate -- SCENARIO.json|MANIFEST.yaml --out FILE [--trace FILE]

Runs a scenario and writes what came of it. A manifest is run with the settings and the load that the
page would give it.

  --out FILE     the run as JSON: columns, pods, events, summary
  --trace FILE   inputs and outputs of every sync in the recorded-trace format, for the real controller to replay

Exit codes: 0 done, 1 the input cannot be run, 2 wrong arguments.`;

export interface SimulateArguments {
  readonly input: string;
  readonly out: string;
  readonly trace?: string;
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly arguments: SimulateArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const OPTIONS = {
  out: { type: 'string' },
  trace: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function wrong(message: string): ParsedArguments {
  return { kind: 'wrong', message };
}

/** What the words on the command line ask for. */
export function parseArguments(words: readonly string[]): ParsedArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
    const { help, out, trace } = values;
    const [input, ...more] = positionals;
    if (help) return { kind: 'help' };
    if (input === undefined) return wrong('no scenario or manifest is named');
    if (more.length > 0) return wrong(`one scenario or manifest at a time, not also ${more.join(', ')}`);
    if (out === undefined || out === '') return wrong('--out FILE is missing');
    if (trace === '') return wrong('--trace needs a file');
    return { kind: 'run', arguments: { input, out, ...(trace === undefined ? {} : { trace }) } };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}
