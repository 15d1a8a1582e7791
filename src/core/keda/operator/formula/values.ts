/** Values of a formula, and the types by which a formula is refused before it runs. */
import { refuse, type Token } from './tokens.ts';

export type Value = number | boolean | null | readonly Value[];

/** `any`: known only when it runs. */
export type Type = 'int' | 'float' | 'bool' | 'nil' | 'array' | 'any';

/** Names that a part of a formula can see. */
export interface Scope {
  readonly names: ReadonlyMap<string, Value>;
  /** `#` of a predicate */
  readonly element?: Value;
}

/** A part of a formula, checked and ready to run. */
export interface Part {
  readonly type: Type;
  run(scope: Scope): Value;
}

export function isNumeric(type: Type): boolean {
  return type === 'int' || type === 'float' || type === 'any';
}

export function numberOf(value: Value, operator: string): number {
  if (typeof value === 'number') return value;
  return refuse(`${operator} needs numbers, not ${nameOf(value)}`);
}

export function boolOf(value: Value, operator: string): boolean {
  if (typeof value === 'boolean') return value;
  return refuse(`${operator} needs true or false, not ${nameOf(value)}`);
}

export function arrayOf(value: Value, operator: string): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[];
  return refuse(`${operator} needs an array, not ${nameOf(value)}`);
}

function nameOf(value: Value): string {
  if (value === null) return 'nil';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'an array';
}

export function expectNumeric(part: Part, token: Token): void {
  if (!isNumeric(part.type)) refuse(`${token.text} needs numbers, not ${part.type}`, token);
}

export function expectBool(part: Part, token: Token): void {
  if (part.type !== 'bool' && part.type !== 'any') {
    refuse(`${token.text} needs true or false, not ${part.type}`, token);
  }
}
