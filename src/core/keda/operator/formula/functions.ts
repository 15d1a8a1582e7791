/** Functions of a formula: those that make numbers of numbers. @upstream github.com/expr-lang/expr builtin/builtin.go */
import { refuse, type Token } from './tokens.ts';
import {
  arrayOf,
  boolOf,
  isNumeric,
  numberOf,
  type Part,
  type Scope,
  type Type,
  type Value,
} from './values.ts';

type Aggregate = (numbers: readonly number[]) => number;

/** Of numbers and of arrays of numbers, as many as are given. */
const AGGREGATES: Readonly<Record<string, Aggregate>> = {
  max: (numbers) => numbers.reduce((most, number) => (number > most ? number : most)),
  min: (numbers) => numbers.reduce((least, number) => (number < least ? number : least)),
  mean: (numbers) => (numbers.length === 0 ? 0 : total(numbers) / numbers.length),
  median,
};

/** Of one number. */
const ROUNDINGS: Readonly<Record<string, (x: number) => number>> = {
  ceil: Math.ceil,
  floor: Math.floor,
  // halves go away from zero
  round: (x) => Math.sign(x) * Math.round(Math.abs(x)),
};

/** Of an array and what is true of an element, or is made of it: `count([a, b], {# > 1})`. */
const PREDICATES: Readonly<Record<string, { readonly type: Type; readonly run: PredicateRun }>> = {
  all: { type: 'bool', run: (items, test) => items.every(test) },
  any: { type: 'bool', run: (items, test) => items.some(test) },
  none: { type: 'bool', run: (items, test) => !items.some(test) },
  one: { type: 'bool', run: (items, test) => items.filter(test).length === 1 },
  count: { type: 'int', run: (items, test) => items.filter(test).length },
  filter: { type: 'array', run: (items, test) => items.filter(test) },
};

type PredicateRun = (items: readonly Value[], test: (item: Value) => boolean) => Value;

const CASTS: readonly string[] = ['float', 'int', 'abs'];

/** Names that take a predicate behind an array. */
export function takesPredicate(name: string): boolean {
  return Object.hasOwn(PREDICATES, name) || name === 'map' || name === 'sum';
}

export function isFunction(name: string): boolean {
  return (
    takesPredicate(name) ||
    Object.hasOwn(AGGREGATES, name) ||
    Object.hasOwn(ROUNDINGS, name) ||
    CASTS.includes(name)
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/**
 * A call of a function, its arguments checked.
 *
 * @rule KO26
 */
export function call(token: Token, parts: readonly Part[]): Part {
  const { text: name } = token;
  if (takesPredicate(name)) return callWithPredicate(token, parts);
  if (Object.hasOwn(AGGREGATES, name)) return callAggregate(token, parts);
  const [argument, ...more] = parts;
  if (argument === undefined || more.length > 0) {
    return refuse(`${name} takes one argument, not ${parts.length}`, token);
  }
  if (!isNumeric(argument.type)) refuse(`${name} needs a number, not ${argument.type}`, token);
  const compute = numericFunction(name);
  const type = name === 'int' ? 'int' : name === 'abs' ? argument.type : 'float';
  return { type, run: (scope) => compute(numberOf(argument.run(scope), name)) };
}

function numericFunction(name: string): (x: number) => number {
  if (name === 'abs') return Math.abs;
  if (name === 'int') return Math.trunc;
  return ROUNDINGS[name] ?? ((x) => x);
}

function callAggregate(token: Token, parts: readonly Part[]): Part {
  const { text: name } = token;
  if (parts.length === 0) refuse(`${name} needs an argument`, token);
  const wrong = parts.find(({ type }) => !isNumeric(type) && type !== 'array');
  if (wrong !== undefined) refuse(`${name} needs numbers, not ${wrong.type}`, token);
  const compute = AGGREGATES[name] as Aggregate;
  const needsSome = name === 'min' || name === 'max';
  const first = parts[0]?.type ?? 'any';
  return {
    type: needsSome && parts.every(({ type }) => type === first) && first !== 'array' ? first : 'any',
    run(scope) {
      const numbers = parts.flatMap((part) => flatten(part.run(scope), name));
      return needsSome && numbers.length === 0 ? null : compute(numbers);
    },
  };
}

function flatten(value: Value, name: string): readonly number[] {
  return Array.isArray(value)
    ? (value as readonly Value[]).flatMap((item) => flatten(item, name))
    : [numberOf(value, name)];
}

function callWithPredicate(token: Token, [items, predicate, ...more]: readonly Part[]): Part {
  const { text: name } = token;
  if (items === undefined || more.length > 0) return refuse(`${name} takes an array and a predicate`, token);
  if (items.type !== 'array' && items.type !== 'any')
    refuse(`${name} needs an array, not ${items.type}`, token);
  const list = (scope: Scope) => arrayOf(items.run(scope), name);
  if (name === 'sum') {
    const of = predicate ?? ELEMENT;
    return {
      type: 'any',
      run: (scope) => total(list(scope).map((element) => numberOf(of.run({ ...scope, element }), name))),
    };
  }
  if (predicate === undefined) {
    if (name !== 'count') return refuse(`${name} needs a predicate behind its array`, token);
    return { type: 'int', run: (scope) => list(scope).filter((item) => boolOf(item, name)).length };
  }
  if (name === 'map') {
    return {
      type: 'array',
      run: (scope) => list(scope).map((element) => predicate.run({ ...scope, element })),
    };
  }
  const { type, run } = PREDICATES[name] as (typeof PREDICATES)[string];
  return {
    type,
    run: (scope) => run(list(scope), (element) => boolOf(predicate.run({ ...scope, element }), name)),
  };
}

/** `#` */
export const ELEMENT: Part = { type: 'any', run: ({ element }) => element ?? null };
