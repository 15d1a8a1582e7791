/**
 * From characters to tokens, with go-yaml's errors: the same problem at the same line.
 *
 * @upstream vendor go.yaml.in/yaml/v2/scannerc.go
 */
import { END, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, type Mark, Reader, YamlFault } from './reader.ts';
import { scanBlockScalar, scanFlowScalar, scanPlainScalar } from './scanScalars.ts';
import { scanAnchor, scanDirective, scanTag } from './scanTags.ts';
import type { Token, TokenType } from './tokens.ts';

/** A place where a key may have begun: its colon is yet to come. */
interface SimpleKey {
  isPossible: boolean;
  readonly isRequired: boolean;
  readonly tokenNumber: number;
  readonly mark: Mark;
}

/** characters between a key's beginning and its colon */
const LONGEST_KEY = 1024;
const DEEPEST = 10_000;
/** Characters that begin no plain scalar. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((char) => char.charCodeAt(0)));

const FLOW: ReadonlyMap<string, TokenType> = new Map([
  ['[', 'flow-sequence-start'],
  ['{', 'flow-mapping-start'],
  [']', 'flow-sequence-end'],
  ['}', 'flow-mapping-end'],
] as const);

export class Scanner {
  readonly reader: Reader;
  flowLevel = 0;
  indent = -1;
  isKeyAllowed = true;
  private readonly indents: number[] = [];
  private readonly tokens: Token[] = [];
  private parsed = 0;
  private isStarted = false;
  private isAvailable = false;
  private readonly keys: SimpleKey[] = [];
  /** index into `keys`, by the number of the token that may be a key */
  private readonly keyOfToken = new Map<number, number>();

  constructor(text: string) {
    this.reader = new Reader(text);
  }

  peek(): Token {
    if (!this.isAvailable) this.fetchMore();
    return this.tokens[0] as Token;
  }

  skip(): void {
    this.isAvailable = false;
    this.parsed += 1;
    this.tokens.shift();
  }

  /** Go names the line below the one where a scanner stopped, and none for the first. */
  fail(problem: string, context: Mark): never {
    const { line } = this.reader.mark();
    const shown = line === 0 ? context.line : line + 1;
    throw new YamlFault(`yaml: ${shown === 0 ? '' : `line ${shown}: `}${problem}`);
  }

  private fetchMore(): void {
    for (;;) {
      if (this.tokens.length > 0) {
        const index = this.keyOfToken.get(this.parsed);
        if (index === undefined || !this.isValid(this.keys[index])) break;
      }
      this.fetchNext();
    }
    this.isAvailable = true;
  }

  private add(type: TokenType, start: Mark, more: Partial<Token> = {}): void {
    this.tokens.push({ type, start, end: this.reader.mark(), ...more });
  }

  private addIndicator(type: TokenType, width = 1): void {
    const start = this.reader.mark();
    this.reader.skip(width);
    this.add(type, start);
  }

  private fetchNext(): void {
    if (!this.isStarted) {
      this.isStarted = true;
      this.reader.peek();
      const mark = this.reader.mark();
      this.keys.push({ isPossible: false, isRequired: false, tokenNumber: 0, mark });
      this.add('stream-start', mark);
      return;
    }
    this.skipToToken();
    this.unroll(this.reader.currentColumn);
    this.reader.peek(3);
    const code = this.reader.peek();
    if (code === END) this.fetchEnd();
    else if (this.reader.currentColumn === 0 && code === 0x25) this.fetchDirective();
    else if (this.reader.isDocumentIndicator()) this.fetchDocumentIndicator(code === 0x2d);
    else this.fetchContent(code);
  }

  private fetchDocumentIndicator(isStart: boolean): void {
    this.unroll(-1);
    this.removeKey();
    this.isKeyAllowed = false;
    this.addIndicator(isStart ? 'document-start' : 'document-end', 3);
  }

  private fetchContent(code: number): void {
    const char = String.fromCodePoint(code);
    const isFollowedByBlank = isBlankOrEnd(this.reader.peek(1));
    const isBlockContext = this.flowLevel === 0;
    const flow = FLOW.get(char);
    if (flow !== undefined) this.fetchFlow(flow);
    else if (char === ',') this.fetchFlowEntry();
    else if (char === '-' && isFollowedByBlank) this.fetchBlockEntry();
    else if (char === '?' && (!isBlockContext || isFollowedByBlank)) this.fetchKey();
    else if (char === ':' && (!isBlockContext || isFollowedByBlank)) this.fetchValue();
    else if (char === '*' || char === '&' || char === '!') this.fetchProperty(char);
    else if ((char === '|' || char === '>') && isBlockContext) this.fetchBlockScalar(char === '|');
    else if (char === "'" || char === '"') this.fetchFlowScalar(char === "'");
    else if (this.beginsPlainScalar(code)) this.fetchPlainScalar();
    else this.fail('found character that cannot start any token', this.reader.mark());
  }

  private beginsPlainScalar(code: number): boolean {
    if (!isBlankOrEnd(code) && !INDICATORS.has(code)) return true;
    const next = this.reader.peek(1);
    if (code === 0x2d) return !isBlank(next);
    return this.flowLevel === 0 && (code === 0x3f || code === 0x3a) && !isBlankOrEnd(next);
  }

  private isValid(key: SimpleKey | undefined): boolean {
    if (key?.isPossible !== true) return false;
    const { line, index } = this.reader.mark();
    if (key.mark.line >= line && key.mark.index + LONGEST_KEY >= index) return true;
    if (key.isRequired) this.fail("could not find expected ':'", key.mark);
    key.isPossible = false;
    return false;
  }

  private nextTokenNumber(): number {
    return this.parsed + this.tokens.length;
  }

  private saveKey(): void {
    if (!this.isKeyAllowed) return;
    const isRequired = this.flowLevel === 0 && this.indent === this.reader.currentColumn;
    const tokenNumber = this.nextTokenNumber();
    const mark = this.reader.mark();
    this.removeKey();
    this.keys[this.keys.length - 1] = { isPossible: true, isRequired, tokenNumber, mark };
    this.keyOfToken.set(tokenNumber, this.keys.length - 1);
  }

  private removeKey(): void {
    const key = this.keys.at(-1);
    if (key?.isPossible !== true) return;
    if (key.isRequired) this.fail("could not find expected ':'", key.mark);
    key.isPossible = false;
    this.keyOfToken.delete(key.tokenNumber);
  }

  private roll(column: number, type: TokenType, mark: Mark, before?: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > DEEPEST) this.fail(`exceeded max depth of ${DEEPEST}`, mark);
    const token: Token = { type, start: mark, end: mark };
    if (before === undefined) this.tokens.push(token);
    else this.tokens.splice(before - this.parsed, 0, token);
  }

  private unroll(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.add('block-end', this.reader.mark());
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private fetchEnd(): void {
    this.reader.endLine();
    this.unroll(-1);
    this.removeKey();
    this.isKeyAllowed = false;
    this.add('stream-end', this.reader.mark());
  }

  private fetchDirective(): void {
    this.unroll(-1);
    this.removeKey();
    this.isKeyAllowed = false;
    this.tokens.push(scanDirective(this));
  }

  private fetchFlow(type: TokenType): void {
    if (type === 'flow-sequence-start' || type === 'flow-mapping-start') {
      this.saveKey();
      const mark = this.reader.mark();
      this.keys.push({ isPossible: false, isRequired: false, tokenNumber: this.nextTokenNumber(), mark });
      this.flowLevel += 1;
      if (this.flowLevel > DEEPEST) this.fail(`exceeded max depth of ${DEEPEST}`, mark);
      this.isKeyAllowed = true;
    } else {
      this.removeKey();
      if (this.flowLevel > 0) {
        this.flowLevel -= 1;
        const key = this.keys.pop();
        if (key !== undefined) this.keyOfToken.delete(key.tokenNumber);
      }
      this.isKeyAllowed = false;
    }
    this.addIndicator(type);
  }

  private fetchFlowEntry(): void {
    this.removeKey();
    this.isKeyAllowed = true;
    this.addIndicator('flow-entry');
  }

  private fetchBlockEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.isKeyAllowed) {
        this.fail('block sequence entries are not allowed in this context', this.reader.mark());
      }
      this.roll(this.reader.currentColumn, 'block-sequence-start', this.reader.mark());
    }
    this.removeKey();
    this.isKeyAllowed = true;
    this.addIndicator('block-entry');
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      if (!this.isKeyAllowed) this.fail('mapping keys are not allowed in this context', this.reader.mark());
      this.roll(this.reader.currentColumn, 'block-mapping-start', this.reader.mark());
    }
    this.removeKey();
    this.isKeyAllowed = this.flowLevel === 0;
    this.addIndicator('key');
  }

  private fetchValue(): void {
    const key = this.keys.at(-1);
    if (key !== undefined && this.isValid(key)) {
      const token: Token = { type: 'key', start: key.mark, end: key.mark };
      this.tokens.splice(key.tokenNumber - this.parsed, 0, token);
      this.roll(key.mark.column, 'block-mapping-start', key.mark, key.tokenNumber);
      key.isPossible = false;
      this.keyOfToken.delete(key.tokenNumber);
      this.isKeyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.isKeyAllowed) {
          this.fail('mapping values are not allowed in this context', this.reader.mark());
        }
        this.roll(this.reader.currentColumn, 'block-mapping-start', this.reader.mark());
      }
      this.isKeyAllowed = this.flowLevel === 0;
    }
    this.addIndicator('value');
  }

  private fetchProperty(char: '*' | '&' | '!'): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.tokens.push(char === '!' ? scanTag(this) : scanAnchor(this, char === '*' ? 'alias' : 'anchor'));
  }

  private fetchBlockScalar(isLiteral: boolean): void {
    this.removeKey();
    this.isKeyAllowed = true;
    this.tokens.push(scanBlockScalar(this, isLiteral));
  }

  private fetchFlowScalar(isSingle: boolean): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.tokens.push(scanFlowScalar(this, isSingle));
  }

  private fetchPlainScalar(): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.tokens.push(scanPlainScalar(this));
  }

  private skipToToken(): void {
    const { reader } = this;
    for (;;) {
      // a tab may not stand where a key could begin
      const isTabAllowed = this.flowLevel > 0 || !this.isKeyAllowed;
      while (reader.peek() === 0x20 || (isTabAllowed && reader.peek() === 0x09)) reader.skip();
      this.skipComment();
      if (!isBreak(reader.peek())) return;
      reader.skipLine();
      if (this.flowLevel === 0) this.isKeyAllowed = true;
    }
  }

  skipComment(): void {
    if (this.reader.peek() !== 0x23) return;
    while (!isBreakOrEnd(this.reader.peek())) this.reader.skip();
  }

  skipBlanks(): void {
    while (isBlank(this.reader.peek())) this.reader.skip();
  }
}
