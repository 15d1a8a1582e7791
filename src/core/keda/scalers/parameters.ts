/**
 * Parameters of a trigger as KEDA's scalers declare and read them: where each may come from, its type, its default.
 *
 * What a TriggerAuthentication or an environment variable holds is not in a manifest: such a parameter is neither
 * missing nor known, and no rule complains of it.
 *
 * @upstream github.com/kedacore/keda/v2 pkg/scalers/scalersconfig/typed_config.go
 */

import { quote } from '../../go/strconv.ts';
import { failure, type Int64, type Result } from '../../go/types.ts';
import { parseBoolean, parseDuration, parseFloat64Json, parseInt64Json, parsePairs } from './values.ts';

export type Source = 'triggerMetadata' | 'resolvedEnv' | 'authParams';

export type ParameterType = 'text' | 'int64' | 'int' | 'float64' | 'bool' | 'list' | 'pairs' | 'duration';

export interface Parameter {
  /** the first is the usual one */
  readonly names: readonly string[];
  readonly type: ParameterType;
  /** in the order in which they are asked */
  readonly from: readonly Source[];
  readonly optional: boolean;
  readonly default?: string;
  readonly oneOf?: readonly string[];
  /** why it is refused when it is written */
  readonly removed?: string;
}

type ParameterOptions = Partial<Omit<Parameter, 'names' | 'type'>>;

const METADATA: readonly Source[] = ['triggerMetadata'];

/** A parameter; alternative names are separated by semicolons. @rule KE20 */
export function parameter(names: string, type: ParameterType, options: ParameterOptions = {}): Parameter {
  return { names: names.split(';'), type, from: METADATA, optional: false, ...options };
}

export function optionalText(names: string, from: readonly Source[] = METADATA): Parameter {
  return parameter(names, 'text', { from, optional: true });
}

/** What a trigger says, and what is known of its surroundings. */
export interface TriggerInput {
  readonly metadata: Readonly<Record<string, string>>;
  /** whether a TriggerAuthentication may supply more */
  readonly hasAuthentication: boolean;
  /** what it supplies, where that is known */
  readonly authentication?: Readonly<Record<string, string>>;
  /** environment of the target's container, as far as the text has it */
  readonly environment: Readonly<Record<string, string>>;
}

type Found = { readonly text: string } | 'unknown' | 'absent';

function envText(name: string, { metadata, environment }: TriggerInput): Found {
  const variable = metadata[`${name}FromEnv`];
  if (variable === undefined || variable === '') return 'absent';
  const held = environment[variable];
  return held === undefined ? 'unknown' : { text: held };
}

function lookUp(source: Source, name: string, input: TriggerInput): Found {
  switch (source) {
    case 'triggerMetadata': {
      const text = input.metadata[name];
      return text === undefined ? 'absent' : { text };
    }
    case 'resolvedEnv':
      return envText(name, input);
    case 'authParams': {
      const text = input.authentication?.[name];
      return text === undefined ? 'absent' : { text };
    }
  }
}

function find({ names, from }: Parameter, input: TriggerInput): Found {
  let isUnknown = input.hasAuthentication && !input.authentication && from.includes('authParams');
  for (const source of from) {
    for (const name of names) {
      const found = lookUp(source, name, input);
      if (found === 'unknown') isUnknown = true;
      if (typeof found !== 'object') continue;
      const text = found.text.trim();
      if (text !== '') return { text };
    }
  }
  return isUnknown ? 'unknown' : 'absent';
}

type Typed = string | Int64 | boolean | readonly string[];

function typed({ type }: Parameter, text: string): Result<Typed> {
  switch (type) {
    case 'text':
      return { ok: true, value: text };
    case 'int64':
    case 'int':
      return parseInt64Json(text, type);
    case 'float64':
      return parseFloat64Json(text);
    case 'bool':
      return parseBoolean(text);
    case 'list':
      return { ok: true, value: text.split(',').map((item) => item.trim()) };
    case 'pairs':
      return parsePairs(text);
    case 'duration':
      return parseDuration(text);
  }
}

function checked(wanted: Parameter, text: string): Result<Typed> {
  const { oneOf } = wanted;
  const name = quote(wanted.names.join(','));
  if (oneOf !== undefined && text.split(',').some((part) => !oneOf.includes(part.trim()))) {
    return failure(`parameter ${name} value ${quote(text)} must be one of [${oneOf.join(' ')}]`);
  }
  const value = typed(wanted, text);
  if (value.ok) return value;
  return failure(`unable to set param ${name} value ${quote(text)}: ${value.error.error}`);
}

/** What the parameters of a trigger hold; Go's zero value where nothing is known. */
export class Values {
  private readonly values = new Map<string, Typed>();
  private readonly unknown = new Set<string>();

  set(name: string, value: Typed): void {
    this.values.set(name, value);
  }

  setUnknown(name: string): void {
    this.unknown.add(name);
  }

  text(name: string): string {
    const value = this.values.get(name);
    return typeof value === 'string' ? value : '';
  }

  /** of an int64 parameter */
  int(name: string): Int64 {
    const value = this.values.get(name);
    return typeof value === 'number' || typeof value === 'bigint' ? value : 0;
  }

  /** of any number */
  number(name: string): number {
    return Number(this.int(name));
  }

  bool(name: string): boolean {
    return this.values.get(name) === true;
  }

  list(name: string): readonly string[] {
    const value = this.values.get(name);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  isUnknown(name: string): boolean {
    return this.unknown.has(name);
  }

  /** Whether it is sure that nothing is there. */
  lacks(name: string): boolean {
    if (this.isUnknown(name)) return false;
    const value = this.values.get(name);
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  }
}

function readOne(
  wanted: Parameter,
  input: TriggerInput,
  triggerType: string,
  values: Values,
): string | undefined {
  const [name = ''] = wanted.names;
  const found = find(wanted, input);
  if (found === 'unknown') {
    values.setUnknown(name);
    return undefined;
  }
  if (found !== 'absent' && wanted.removed !== undefined) {
    return `scaler ${triggerType} info: ${wanted.removed}`;
  }
  const text = found === 'absent' ? wanted.default : found.text;
  if (text === undefined) {
    if (wanted.optional) return undefined;
    return `missing required parameter ${quote(wanted.names.join(','))} in [${wanted.from.join(' ')}]`;
  }
  const value = checked(wanted, text);
  if (!value.ok) return value.error.error;
  values.set(name, value.value);
  return undefined;
}

export interface ReadValues {
  readonly values: Values;
  /** in the order in which the scaler declares its parameters */
  readonly errors: readonly string[];
}

/**
 * Reads what a scaler declares. Errors do not keep the others from being read.
 *
 * @upstream pkg/scalers/scalersconfig/typed_config.go parseTypedConfig
 * @rule KE20
 */
export function readParameters(
  parameters: readonly Parameter[],
  input: TriggerInput,
  triggerType: string,
): ReadValues {
  const values = new Values();
  const errors = parameters.flatMap((wanted) => readOne(wanted, input, triggerType, values) ?? []);
  return { values, errors };
}
