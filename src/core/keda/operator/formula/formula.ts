/**
 * The language of `scalingModifiers.formula`, as much of it as makes a number of numbers: arithmetic, comparisons,
 * logic, `? :`, `??`, `let`, arrays, and the functions that make numbers of them. What else the language has is refused
 * by its name.
 *
 * @upstream github.com/expr-lang/expr v1.17.8
 */
import { call, ELEMENT, isFunction, takesPredicate } from './functions.ts';
import { binary, bindingOf, UNARY, unary } from './operators.ts';
import { FormulaError, refuse, type Token, tokensOf } from './tokens.ts';
import { boolOf, expectBool, type Part, type Type, type Value } from './values.ts';

/** Deeper formulas are refused: each level is a call. */
const DEEPEST = 64;

export type FormulaResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string };

/** A formula that can be worked out again and again. */
export interface Formula {
  /** @param values of the triggers by their names; null: the trigger has none */
  run(values: ReadonlyMap<string, number | null>): FormulaResult<number | null>;
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #types = new Map<string, Type>();
  #at = 0;
  #depth = 0;
  /** how many predicates are around the present place */
  #predicates = 0;

  constructor(tokens: readonly Token[], names: Iterable<string>) {
    this.#tokens = tokens;
    for (const name of names) this.#types.set(name, 'float');
  }

  parse(): Part {
    const part = this.#sequence();
    if (this.#token.kind !== 'end') refuse(`unexpected ${this.#token.text}`, this.#token);
    return part;
  }

  get #token(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #take(): Token {
    const token = this.#token;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  #is(text: string): boolean {
    return this.#token.kind !== 'end' && this.#token.text === text;
  }

  #accept(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) refuse(`expected ${text} instead of ${this.#token.text}`, this.#token);
  }

  #sequence(): Part {
    return this.#is('let') ? this.#declaration() : this.#expression(0);
  }

  /** `let x = a + b; x * 2` */
  #declaration(): Part {
    this.#take();
    const { kind, text: name } = this.#take();
    if (kind !== 'name') refuse(`expected a name after let`, this.#token);
    this.#expect('=');
    const value = this.#expression(0);
    this.#expect(';');
    const hidden = this.#types.get(name);
    this.#types.set(name, value.type);
    const body = this.#sequence();
    if (hidden === undefined) this.#types.delete(name);
    else this.#types.set(name, hidden);
    return {
      type: body.type,
      run: (scope) => body.run({ ...scope, names: new Map([...scope.names, [name, value.run(scope)]]) }),
    };
  }

  #expression(precedence: number): Part {
    if (++this.#depth > DEEPEST) refuse(`the formula is nested deeper than ${DEEPEST} levels`, this.#token);
    let left = this.#primary();
    let before = '';
    for (;;) {
      const token = this.#token;
      const binding = bindingOf(token);
      if (binding === undefined || binding.precedence < precedence) break;
      if (before === '??' && token.text !== '??') {
        refuse(`${token.text} and ?? cannot be mixed: put one of them into parentheses`, token);
      }
      this.#take();
      const right = this.#expression(binding.precedence + (binding.isRight === true ? 0 : 1));
      left = binary(token, left, right);
      before = token.text;
    }
    const part = precedence === 0 ? this.#conditional(left) : left;
    this.#depth--;
    return part;
  }

  /** `condition ? a : b` */
  #conditional(condition: Part): Part {
    const token = this.#token;
    if (!this.#accept('?')) return condition;
    expectBool(condition, token);
    const yes = this.#expression(0);
    this.#expect(':');
    const no = this.#expression(0);
    const type = yes.type === 'nil' ? no.type : no.type === 'nil' || yes.type === no.type ? yes.type : 'any';
    return {
      type,
      run: (scope) => (boolOf(condition.run(scope), '?') ? yes.run(scope) : no.run(scope)),
    };
  }

  #primary(): Part {
    const token = this.#take();
    if (token.kind === 'number') return numberPart(token);
    if (token.kind === 'name') return this.#name(token);
    const { text } = token;
    if (token.kind === 'operator' && Object.hasOwn(UNARY, text)) {
      return unary(token, this.#expression(UNARY[text] as number));
    }
    if (text === '(') {
      const inner = this.#sequence();
      this.#expect(')');
      return inner;
    }
    if (text === '[') return this.#array();
    if (text === '#' && this.#predicates > 0) return ELEMENT;
    return refuse(`unexpected ${text}`, token);
  }

  #name(token: Token): Part {
    const { text: name } = token;
    if (name === 'nil') return { type: 'nil', run: () => null };
    if (name === 'true' || name === 'false') return { type: 'bool', run: () => name === 'true' };
    if (this.#is('(')) return this.#call(token);
    const type = this.#types.get(name);
    if (type === undefined) return refuse(`unknown name ${name}: no trigger is called that`, token);
    return { type, run: ({ names }) => names.get(name) ?? null };
  }

  #call(token: Token): Part {
    if (!isFunction(token.text)) {
      refuse(`the function ${token.text} is not supported here`, token);
    }
    this.#expect('(');
    const parts: Part[] = [];
    while (!this.#is(')')) {
      const isPredicate = takesPredicate(token.text) && parts.length === 1;
      parts.push(isPredicate ? this.#predicate() : this.#expression(0));
      if (!this.#accept(',')) break;
    }
    this.#expect(')');
    return call(token, parts);
  }

  /** `{# > 1}`, or without the braces */
  #predicate(): Part {
    this.#predicates++;
    const isBraced = this.#accept('{');
    const part = this.#sequence();
    if (isBraced) this.#expect('}');
    this.#predicates--;
    return part;
  }

  #array(): Part {
    const items: Part[] = [];
    while (!this.#is(']')) {
      items.push(this.#expression(0));
      if (!this.#accept(',')) break;
    }
    this.#expect(']');
    return { type: 'array', run: (scope) => items.map((item) => item.run(scope)) };
  }
}

function numberPart({ text }: Token): Part {
  const plain = text.replaceAll('_', '');
  const value = Number(plain);
  const isInteger = /^(0x[\da-f]+|\d+)$/i.test(plain);
  return { type: isInteger ? 'int' : 'float', run: () => value };
}

function attempt<T>(work: () => T): FormulaResult<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, error: error.message };
    throw error;
  }
}

/** What a formula comes to has to be a number, or nil where a fallback may stand in. */
function toResult(value: Value): number | null {
  if (value === null || typeof value === 'number') return value;
  return refuse('the formula does not come to a number');
}

/**
 * Reads a formula and tries it, as the admission webhook does: with every trigger at -1.
 *
 * @param names of the triggers, those without a name left out
 * @rule KO25 KO26
 * @upstream apis/keda/v1alpha1/scaledobject_webhook.go ValidateAndCompileScalingModifiers
 */
export function compileFormula(text: string, names: readonly string[]): FormulaResult<Formula> {
  return attempt(() => {
    const part = new Parser(tokensOf(text), names).parse();
    if (part.type === 'bool' || part.type === 'array') {
      refuse(`the formula comes to ${part.type === 'bool' ? 'true or false' : 'an array'}, not to a number`);
    }
    const run = (values: ReadonlyMap<string, number | null>) => toResult(part.run({ names: values }));
    run(new Map(names.map((name) => [name, -1])));
    return { run: (values) => attempt(() => run(values)) };
  });
}
