import { parseArgs } from 'node:util';
import { FEATURE_GATES, type FeatureGate, type FeatureGates, MINORS, type Minor } from '../core/index.ts';

export const CHECK_USAGE = `usage: npm run check -- FILE… [--json] [--kubernetes MINOR] [--feature-gates GATE=true|false,…]

Says of each manifest what the API server would make of it, and what a careful reviewer would.
A dash as FILE reads standard input.

  --json                 one array: file, outcome, errors (message, path, line, column), advice (rule, message, line)
  --kubernetes MINOR     ${MINORS.join(', ')}; without it the newest
  --feature-gates LIST   gates that differ from the minor's defaults: ${FEATURE_GATES.slice(0, 2).join(', ')}, …

Outcomes: accept (it runs), convert (an older API version, runs as v2), choose (several HPAs),
template (placeholders to fill in), fragment (a part of an HPA), error.

Exit codes: 0 every file is accept or convert, 1 some file is not, 2 wrong arguments.`;

export interface CheckArguments {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly minor: Minor;
  readonly featureGates: FeatureGates;
}

export type ParsedCheck =
  | { readonly kind: 'run'; readonly arguments: CheckArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const OPTIONS = {
  json: { type: 'boolean' },
  kubernetes: { type: 'string' },
  'feature-gates': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function wrong(message: string): ParsedCheck {
  return { kind: 'wrong', message };
}

/** `1.33` of `v1.33.4`. */
function minorOf(text: string | undefined): Minor | undefined {
  if (text === undefined) return MINORS.at(-1);
  const wanted = /^v?(\d+\.\d+)(?:\.\d+)?$/.exec(text)?.[1];
  return MINORS.find((minor) => minor === wanted);
}

/** @returns the first gate that cannot be understood as text, else the gates */
function gatesOf(list: string | undefined): FeatureGates | string {
  const gates: Partial<Record<FeatureGate, boolean>> = {};
  for (const word of (list ?? '').split(',').filter((part) => part !== '')) {
    const [name, value] = word.split('=');
    const gate = FEATURE_GATES.find((known) => known === name?.trim());
    if (gate === undefined || (value !== 'true' && value !== 'false')) return word;
    gates[gate] = value === 'true';
  }
  return gates;
}

/** What the words on the command line ask for. */
export function parseCheckArguments(words: readonly string[]): ParsedCheck {
  try {
    const { values, positionals: files } = parseArgs({
      args: [...words],
      options: OPTIONS,
      allowPositionals: true,
    });
    if (values.help) return { kind: 'help' };
    const minor = minorOf(values.kubernetes);
    const featureGates = gatesOf(values['feature-gates']);
    if (files.length === 0) return wrong('no file is named');
    if (minor === undefined) return wrong(`--kubernetes takes one of ${MINORS.join(', ')}`);
    if (typeof featureGates === 'string') {
      return wrong(
        `--feature-gates: ${featureGates}: write GATE=true or GATE=false; gates: ${FEATURE_GATES.join(', ')}`,
      );
    }
    return { kind: 'run', arguments: { files, json: values.json === true, minor, featureGates } };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}
