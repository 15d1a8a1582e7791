/**
 * Reads the text form of a label selector.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go Parser
 */
import { compareStrings, quote } from '../go/strconv.ts';
import { failure, type Result } from '../go/types.ts';
import {
  labelKeyErrors,
  newRequirement,
  type Operator,
  type Requirement,
  type SelectorRules,
} from './labelRequirement.ts';

type TokenKind =
  | 'identifier'
  | 'end'
  | 'error'
  | ')'
  | ','
  | '!'
  | '=='
  | '='
  | '>'
  | 'in'
  | '<'
  | '!='
  | 'notin'
  | '(';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const SYMBOLS = ')(,!=<>';
const WHITESPACE = ' \t\r\n';
const SYMBOL_TOKENS: ReadonlySet<string> = new Set([')', ',', '!', '==', '=', '>', '<', '!=', '(']);
const BINARY_OPERATORS = 'in, notin, =, ==, !=, gt, lt';

/** Splits the text into tokens; the last one is `end`. */
function scan(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && WHITESPACE.includes(text.charAt(at))) at += 1;
    if (at >= text.length) break;
    const start = at;
    if (SYMBOLS.includes(text.charAt(at))) {
      const symbol = scanSymbol(text, at);
      tokens.push(symbol);
      at += symbol.text.length;
      continue;
    }
    while (at < text.length && !(SYMBOLS + WHITESPACE).includes(text.charAt(at))) at += 1;
    const word = text.slice(start, at);
    tokens.push({ kind: word === 'in' || word === 'notin' ? word : 'identifier', text: word });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

/** The longest known symbol; every single one is known, so two characters decide. */
function scanSymbol(text: string, at: number): Token {
  const two = text.slice(at, at + 2);
  const symbol = two.length === 2 && SYMBOL_TOKENS.has(two) ? two : text.charAt(at);
  return { kind: symbol as TokenKind, text: symbol };
}

/** An error inside a requirement; thrown and caught in this file only. */
class SelectorError extends Error {}

class LabelParser {
  private readonly tokens: readonly Token[];
  private readonly rules: SelectorRules;
  private position = 0;

  constructor(text: string, rules: SelectorRules) {
    this.tokens = scan(text);
    this.rules = rules;
  }

  /** Words that are operators elsewhere are plain identifiers where values stand. */
  private lookahead(): Token {
    const token = this.tokens[this.position] ?? { kind: 'end', text: '' };
    return token.kind === 'in' || token.kind === 'notin' ? { kind: 'identifier', text: token.text } : token;
  }

  private consume(): Token {
    const token = this.lookahead();
    this.position += 1;
    return token;
  }

  parse(): readonly Requirement[] {
    const requirements: Requirement[] = [];
    for (;;) {
      const token = this.lookahead();
      if (token.kind === 'end') return requirements;
      if (token.kind !== 'identifier' && token.kind !== '!') {
        throw new SelectorError(`found '${token.text}', expected: !, identifier, or 'end of string'`);
      }
      requirements.push(this.parseRequirementWithContext());
      const next = this.consume();
      if (next.kind === 'end') return requirements;
      if (next.kind !== ',')
        throw new SelectorError(`found '${next.text}', expected: ',' or 'end of string'`);
      const after = this.lookahead();
      if (after.kind !== 'identifier' && after.kind !== '!') {
        throw new SelectorError(`found '${after.text}', expected: identifier after ','`);
      }
    }
  }

  private parseRequirementWithContext(): Requirement {
    try {
      return this.parseRequirement();
    } catch (error) {
      if (error instanceof SelectorError)
        throw new SelectorError(`unable to parse requirement: ${error.message}`);
      throw error;
    }
  }

  private parseRequirement(): Requirement {
    const { key, operator: inferred } = this.parseKeyAndInferOperator();
    if (inferred === 'exists' || inferred === '!') return this.build(key, inferred, []);
    const operator = this.parseOperator();
    const values = operator === 'in' || operator === 'notin' ? this.parseValues() : [this.parseExactValue()];
    return this.build(key, operator, values);
  }

  private build(key: string, operator: Operator, values: readonly string[]): Requirement {
    const built = newRequirement(key, operator, values, this.rules);
    if (!built.ok) throw new SelectorError(built.error.error);
    return built.value;
  }

  private parseKeyAndInferOperator(): { key: string; operator: Operator | undefined } {
    let token = this.consume();
    const negated = token.kind === '!';
    if (negated) token = this.consume();
    if (token.kind !== 'identifier') throw new SelectorError(`found '${token.text}', expected: identifier`);
    const wrong = labelKeyErrors(token.text, this.rules);
    if (wrong.length > 0) {
      throw new SelectorError(`<nil>: Invalid value: ${quote(token.text)}: ${wrong.join('; ')}`);
    }
    if (negated) return { key: token.text, operator: '!' };
    const next = this.lookahead().kind;
    return { key: token.text, operator: next === 'end' || next === ',' ? 'exists' : undefined };
  }

  private parseOperator(): Operator {
    const token = this.tokens[this.position] ?? { kind: 'end', text: '' };
    this.position += 1;
    switch (token.kind) {
      case 'in':
      case 'notin':
      case '=':
      case '==':
      case '!=':
        return token.kind;
      case '>':
        return 'gt';
      case '<':
        return 'lt';
      default:
        throw new SelectorError(`found '${token.text}', expected: ${BINARY_OPERATORS}`);
    }
  }

  private parseValues(): readonly string[] {
    const open = this.consume();
    if (open.kind !== '(') throw new SelectorError(`found '${open.text}' expected: '('`);
    const first = this.lookahead();
    if (first.kind === ')') {
      this.consume();
      return [''];
    }
    if (first.kind !== 'identifier' && first.kind !== ',') {
      throw new SelectorError(`found '${first.text}', expected: ',', ')' or identifier`);
    }
    const values = this.parseIdentifiersList();
    // the list only ends before a closing parenthesis
    this.consume();
    return values;
  }

  /** A set, in byte order. Empty values are allowed: `(a,)`, `(,)`. */
  private parseIdentifiersList(): readonly string[] {
    const values = new Set<string>();
    for (;;) {
      const token = this.consume();
      const next = this.lookahead();
      if (token.kind === 'identifier') {
        values.add(token.text);
        if (next.kind === ')') break;
        if (next.kind !== ',') throw new SelectorError(`found '${next.text}', expected: ',' or ')'`);
      } else if (token.kind === ',') {
        if (values.size === 0) values.add('');
        if (next.kind === ')') {
          values.add('');
          break;
        }
        if (next.kind === ',') {
          if (!this.rules.readsEveryEmptyValue) this.consume();
          values.add('');
        }
      } else {
        throw new SelectorError(`found '${token.text}', expected: ',', or identifier`);
      }
    }
    return [...values].sort(compareStrings);
  }

  private parseExactValue(): string {
    const next = this.lookahead();
    if (next.kind === 'end' || next.kind === ',') return '';
    this.consume();
    if (next.kind === 'identifier') return next.text;
    throw new SelectorError(`found '${next.text}', expected: identifier`);
  }
}

/**
 * The requirements of a selector's text, ordered by key.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go parse
 */
export function parseRequirements(text: string, rules: SelectorRules): Result<readonly Requirement[]> {
  try {
    const requirements = new LabelParser(text, rules).parse();
    return { ok: true, value: [...requirements].sort((a, b) => compareStrings(a.key, b.key)) };
  } catch (error) {
    if (error instanceof SelectorError) return failure(error.message);
    throw error;
  }
}
