/** A formula cut into words. @upstream github.com/expr-lang/expr parser/lexer/lexer.go */

export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'end';
  readonly text: string;
  /** column of its first character, from 1 */
  readonly column: number;
}

/** A formula that cannot be read or worked out, and why. */
export class FormulaError extends Error {}

export function refuse(message: string, token?: Token): never {
  throw new FormulaError(token === undefined ? message : `${message} at column ${token.column}`);
}

/** A longer formula is refused before it is read. */
const LONGEST = 10_000;

const WORDS =
  /\s+|(?<number>0x[\da-f_]+|(?:\d[\d_]*)?\.?\d[\d_]*(?:e[+-]?\d+)?|\d[\d_]*\.(?!\.))|(?<name>[a-z_$][\w$]*)|(?<operator>\*\*|\?\?|&&|\|\||==|!=|<=|>=|[-+*/%^<>!?:;,()[\]{}=#|])/iy;

/** @rule KO25 */
export function tokensOf(formula: string): readonly Token[] {
  if (formula.length > LONGEST) refuse(`the formula is longer than ${LONGEST} characters`);
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    WORDS.lastIndex = at;
    const match = WORDS.exec(formula);
    const column = at + 1;
    if (match === null) refuse(`${JSON.stringify(formula[at])} is not supported here`, { ...END, column });
    const { number, name, operator } = match.groups ?? {};
    if (number !== undefined) tokens.push({ kind: 'number', text: number, column });
    else if (name !== undefined) tokens.push(wordToken(name, column));
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, column });
    at += match[0].length;
  }
  return [...tokens, { ...END, column: formula.length + 1 }];
}

const END: Token = { kind: 'end', text: 'the end', column: 1 };

/** Operators that are written as words. */
const WORD_OPERATORS: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!' };

function wordToken(name: string, column: number): Token {
  const operator = Object.hasOwn(WORD_OPERATORS, name) ? WORD_OPERATORS[name] : undefined;
  return operator === undefined
    ? { kind: 'name', text: name, column }
    : { kind: 'operator', text: operator, column };
}
