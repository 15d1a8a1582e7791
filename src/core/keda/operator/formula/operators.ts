/** Operators of a formula. @upstream github.com/expr-lang/expr parser/operator/operator.go, checker/checker.go binaryNode */
import { refuse, type Token } from './tokens.ts';
import { boolOf, expectBool, expectNumeric, isNumeric, numberOf, type Part, type Type } from './values.ts';

interface Binding {
  readonly precedence: number;
  readonly isRight?: boolean;
}

/** What binds how strongly; `??` binds strongest, as upstream has it. */
const BINARY: Readonly<Record<string, Binding>> = {
  '||': { precedence: 10 },
  '&&': { precedence: 15 },
  '==': { precedence: 20 },
  '!=': { precedence: 20 },
  '<': { precedence: 20 },
  '>': { precedence: 20 },
  '<=': { precedence: 20 },
  '>=': { precedence: 20 },
  '+': { precedence: 30 },
  '-': { precedence: 30 },
  '*': { precedence: 60 },
  '/': { precedence: 60 },
  '%': { precedence: 60 },
  '**': { precedence: 100, isRight: true },
  '^': { precedence: 100, isRight: true },
  '??': { precedence: 500 },
};

/** Of what stands before a single operand. */
export const UNARY: Readonly<Record<string, number>> = { '!': 50, '-': 90, '+': 90 };

export function bindingOf({ kind, text }: Token): Binding | undefined {
  return kind === 'operator' && Object.hasOwn(BINARY, text) ? BINARY[text] : undefined;
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
  '^': (a, b) => a ** b,
};

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

export function unary(token: Token, operand: Part): Part {
  const { text } = token;
  if (text === '!') {
    expectBool(operand, token);
    return { type: 'bool', run: (scope) => !boolOf(operand.run(scope), text) };
  }
  expectNumeric(operand, token);
  const sign = text === '-' ? -1 : 1;
  return { type: operand.type, run: (scope) => sign * numberOf(operand.run(scope), text) };
}

/** @rule KO25 */
export function binary(token: Token, left: Part, right: Part): Part {
  const { text } = token;
  if (text === '??') return coalesce(left, right);
  if (text === '%') return modulo(token, left, right);
  if (text === '==' || text === '!=') return equality(token, left, right);
  if (text === '&&' || text === '||') return logic(token, left, right);
  expectNumeric(left, token);
  expectNumeric(right, token);
  const compare = COMPARISONS[text];
  if (compare !== undefined) {
    return {
      type: 'bool',
      run: (scope) => compare(numberOf(left.run(scope), text), numberOf(right.run(scope), text)),
    };
  }
  const compute = ARITHMETIC[text] as (a: number, b: number) => number;
  return {
    type: arithmeticType(text, left.type, right.type),
    run: (scope) => compute(numberOf(left.run(scope), text), numberOf(right.run(scope), text)),
  };
}

/** A division of whole numbers is no whole number either. */
function arithmeticType(operator: string, left: Type, right: Type): Type {
  if (operator === '/' || operator === '**' || operator === '^') return 'float';
  if (left === 'any' || right === 'any') return 'any';
  return left === 'int' && right === 'int' ? 'int' : 'float';
}

function coalesce(left: Part, right: Part): Part {
  const type = left.type === 'nil' ? right.type : left.type === right.type ? left.type : 'any';
  return {
    type: right.type === 'nil' ? left.type : type,
    run: (scope) => left.run(scope) ?? right.run(scope),
  };
}

/** Values of triggers are floats, which have no remainder in this language. */
function modulo(token: Token, left: Part, right: Part): Part {
  const isInteger = ({ type }: Part) => type === 'int' || type === 'any';
  if (!isInteger(left) || !isInteger(right)) {
    refuse('% needs whole numbers, and the value of a trigger is none: write int(…) around it', token);
  }
  return {
    type: 'int',
    run(scope) {
      const [a, b] = [numberOf(left.run(scope), '%'), numberOf(right.run(scope), '%')];
      if (!Number.isInteger(a) || !Number.isInteger(b)) refuse('% needs whole numbers');
      return b === 0 ? refuse('integer divide by zero') : a % b;
    },
  };
}

function equality(token: Token, left: Part, right: Part): Part {
  const isComparable =
    left.type === right.type ||
    [left.type, right.type].some((type) => type === 'any' || type === 'nil') ||
    (isNumeric(left.type) && isNumeric(right.type));
  if (!isComparable) refuse(`${left.type} and ${right.type} cannot be compared`, token);
  const isNegated = token.text === '!=';
  return { type: 'bool', run: (scope) => (left.run(scope) === right.run(scope)) !== isNegated };
}

function logic(token: Token, left: Part, right: Part): Part {
  expectBool(left, token);
  expectBool(right, token);
  const { text } = token;
  const stopsAt = text === '||';
  return {
    type: 'bool',
    run(scope) {
      const first = boolOf(left.run(scope), text);
      return first === stopsAt ? first : boolOf(right.run(scope), text);
    },
  };
}
