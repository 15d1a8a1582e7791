/**
 * From tokens to the tree of one document, with go-yaml's errors. What follows the first document is not looked at,
 * but for the one token that ends it.
 *
 * @upstream vendor go.yaml.in/yaml/v2/parserc.go
 */
import { type Mark, YamlFault } from './reader.ts';
import { Scanner } from './scanner.ts';
import type { Token, TokenType } from './tokens.ts';

interface Properties {
  /** the long form, `tag:yaml.org,2002:int`; empty where none is written */
  readonly tag: string;
  readonly mark: Mark;
}

export interface ScalarNode extends Properties {
  readonly kind: 'scalar';
  readonly value: string;
  /** plain and without a tag: what it means is up to its text */
  readonly isImplicit: boolean;
}

export interface SequenceNode extends Properties {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
}

export interface MappingNode extends Properties {
  readonly kind: 'mapping';
  readonly entries: (readonly [YamlNode, YamlNode])[];
}

export interface AliasNode {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: YamlNode;
  readonly mark: Mark;
}

export type YamlNode = ScalarNode | SequenceNode | MappingNode | AliasNode;

const LONG_PREFIX = 'tag:yaml.org,2002:';

class Parser {
  private readonly scanner: Scanner;
  private readonly handles = new Map<string, string>();
  private readonly anchors = new Map<string, YamlNode>();

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  /** The root of the first document; undefined where the text has none. */
  parse(): YamlNode | undefined {
    this.take();
    const first = this.scanner.peek();
    if (first.type === 'stream-end') return undefined;
    this.directives();
    let root: YamlNode;
    if (isOne(first.type, 'version-directive', 'tag-directive', 'document-start')) {
      const start = this.scanner.peek();
      if (start.type !== 'document-start') this.fail('did not find expected <document start>', start.start);
      this.take();
      root = this.documentContent();
    } else root = this.node(true, false);
    // the end of the document, which may be its last mistake
    this.scanner.peek();
    return root;
  }

  private documentContent(): YamlNode {
    const { type, start } = this.scanner.peek();
    const isEmpty = isOne(
      type,
      'version-directive',
      'tag-directive',
      'document-start',
      'document-end',
      'stream-end',
    );
    return isEmpty ? empty(start) : this.node(true, false);
  }

  /** Go names the line before the one where a parser stopped, which counts from 0; or that of the context. */
  private fail(problem: string, mark: Mark, context?: Mark): never {
    const line = mark.line === 0 ? (context?.line ?? 0) : mark.line;
    throw new YamlFault(`yaml: ${line === 0 ? '' : `line ${line}: `}${problem}`);
  }

  private take(): Token {
    const token = this.scanner.peek();
    this.scanner.skip();
    return token;
  }

  private directives(): void {
    let hasVersion = false;
    for (;;) {
      const token = this.scanner.peek();
      if (token.type === 'version-directive') {
        if (hasVersion) this.fail('found duplicate %YAML directive', token.start);
        if (token.value !== '1.1') this.fail('found incompatible YAML document', token.start);
        hasVersion = true;
      } else if (token.type === 'tag-directive') {
        const handle = token.value ?? '';
        if (this.handles.has(handle)) this.fail('found duplicate %TAG directive', token.start);
        this.handles.set(handle, token.suffix ?? '');
      } else break;
      this.take();
    }
    if (!this.handles.has('!')) this.handles.set('!', '!');
    if (!this.handles.has('!!')) this.handles.set('!!', LONG_PREFIX);
  }

  private node(isBlock: boolean, allowsIndentless: boolean): YamlNode {
    const first = this.scanner.peek();
    if (first.type === 'alias') return this.alias(this.take());
    let anchor: string | undefined;
    let tagToken: Token | undefined;
    while (anchor === undefined || tagToken === undefined) {
      const token = this.scanner.peek();
      if (token.type === 'anchor' && anchor === undefined) anchor = this.take().value ?? '';
      else if (token.type === 'tag' && tagToken === undefined) tagToken = this.take();
      else break;
    }
    const tag = tagToken === undefined ? '' : this.tag(tagToken, first.start);
    const token = this.scanner.peek();
    // upstream's node begins at its properties, but for a collection without any
    const mark = first.start;
    const bound = <N extends YamlNode>(node: N): N => {
      if (anchor !== undefined) this.anchors.set(anchor, node);
      return node;
    };
    if (allowsIndentless && token.type === 'block-entry') {
      return this.indentlessSequence(bound({ kind: 'sequence', tag, mark, items: [] }));
    }
    if (token.type === 'scalar') {
      this.take();
      const isImplicit = (tag === '' && token.isPlain === true) || tag === '!';
      return bound({ kind: 'scalar', tag, mark, value: token.value ?? '', isImplicit });
    }
    if (token.type === 'flow-sequence-start') {
      return this.flowSequence(bound({ kind: 'sequence', tag, mark, items: [] }));
    }
    if (token.type === 'flow-mapping-start') {
      return this.flowMapping(bound({ kind: 'mapping', tag, mark, entries: [] }));
    }
    if (isBlock && token.type === 'block-sequence-start') {
      return this.blockSequence(bound({ kind: 'sequence', tag, mark, items: [] }));
    }
    if (isBlock && token.type === 'block-mapping-start') {
      return this.blockMapping(bound({ kind: 'mapping', tag, mark, entries: [] }));
    }
    if (anchor !== undefined || tag !== '') {
      return bound({ kind: 'scalar', tag, mark, value: '', isImplicit: tag === '' });
    }
    return this.fail('did not find expected node content', token.start, first.start);
  }

  private alias({ value: name = '', start: mark }: Token): AliasNode {
    const target = this.anchors.get(name);
    if (target === undefined) throw new YamlFault(`yaml: unknown anchor '${name}' referenced`);
    return { kind: 'alias', name, target, mark };
  }

  private tag({ value: handle = '', suffix = '', start }: Token, context: Mark): string {
    if (handle === '') return suffix;
    const prefix = this.handles.get(handle) ?? '';
    const tag = this.handles.has(handle) ? prefix + suffix : '';
    return tag === '' ? this.fail('found undefined tag handle', start, context) : tag;
  }

  private blockSequence(node: SequenceNode): SequenceNode {
    const { start: context } = this.take();
    for (;;) {
      const token = this.scanner.peek();
      if (token.type === 'block-end') {
        this.take();
        return node;
      }
      if (token.type !== 'block-entry') {
        this.fail("did not find expected '-' indicator", token.start, context);
      }
      this.take();
      const isEmpty = isOne(this.scanner.peek().type, 'block-entry', 'block-end');
      node.items.push(isEmpty ? empty(token.end) : this.node(true, false));
    }
  }

  private indentlessSequence(node: SequenceNode): SequenceNode {
    while (this.scanner.peek().type === 'block-entry') {
      const { end } = this.take();
      const isEmpty = isOne(this.scanner.peek().type, 'block-entry', 'key', 'value', 'block-end');
      node.items.push(isEmpty ? empty(end) : this.node(true, false));
    }
    return node;
  }

  private blockMapping(node: MappingNode): MappingNode {
    const { start: context } = this.take();
    for (;;) {
      const token = this.scanner.peek();
      if (token.type === 'block-end') {
        this.take();
        return node;
      }
      if (token.type !== 'key') this.fail('did not find expected key', token.start, context);
      const key = this.blockPart('key');
      node.entries.push([key, this.blockPart('value')]);
    }
  }

  /** A key or a value, which may be missing together with its indicator. */
  private blockPart(indicator: 'key' | 'value'): YamlNode {
    const { type, start, end } = this.scanner.peek();
    if (type !== indicator) return empty(start);
    this.take();
    const isEmpty = isOne(this.scanner.peek().type, 'key', 'value', 'block-end');
    return isEmpty ? empty(end) : this.node(true, true);
  }

  private flowSequence(node: SequenceNode): SequenceNode {
    const { start: context } = this.take();
    for (let isFirst = true; ; isFirst = false) {
      if (this.isFlowEnd('flow-sequence-end', isFirst, "did not find expected ',' or ']'", context)) {
        return node;
      }
      const token = this.scanner.peek();
      node.items.push(token.type === 'key' ? this.flowPair() : this.node(false, false));
    }
  }

  /** `[a: b]`: a mapping of one entry without braces. */
  private flowPair(): MappingNode {
    const { start: mark } = this.take();
    const token = this.scanner.peek();
    let key: YamlNode;
    if (isOne(token.type, 'value', 'flow-entry', 'flow-sequence-end')) {
      // upstream takes this token too
      this.take();
      key = empty(token.end);
    } else key = this.node(false, false);
    return { kind: 'mapping', tag: '', mark, entries: [[key, this.flowValue('flow-sequence-end')]] };
  }

  private flowMapping(node: MappingNode): MappingNode {
    const { start: context } = this.take();
    for (let isFirst = true; ; isFirst = false) {
      if (this.isFlowEnd('flow-mapping-end', isFirst, "did not find expected ',' or '}'", context)) {
        return node;
      }
      if (this.scanner.peek().type !== 'key') {
        const key = this.node(false, false);
        node.entries.push([key, empty(this.scanner.peek().start)]);
        continue;
      }
      this.take();
      const token = this.scanner.peek();
      const isEmpty = isOne(token.type, 'value', 'flow-entry', 'flow-mapping-end');
      const key = isEmpty ? empty(token.start) : this.node(false, false);
      node.entries.push([key, this.flowValue('flow-mapping-end')]);
    }
  }

  private flowValue(end: TokenType): YamlNode {
    const token = this.scanner.peek();
    if (token.type !== 'value') return empty(token.start);
    this.take();
    const next = this.scanner.peek();
    return isOne(next.type, 'flow-entry', end) ? empty(next.start) : this.node(false, false);
  }

  /** Steps over the comma between two entries; a comma before the end is none. */
  private isFlowEnd(end: TokenType, isFirst: boolean, problem: string, context: Mark): boolean {
    let token = this.scanner.peek();
    if (token.type !== end && !isFirst) {
      if (token.type !== 'flow-entry') this.fail(problem, token.start, context);
      this.take();
      token = this.scanner.peek();
    }
    if (token.type !== end) return false;
    this.take();
    return true;
  }
}

function isOne(type: TokenType, ...types: readonly TokenType[]): boolean {
  return types.includes(type);
}

function empty(mark: Mark): ScalarNode {
  return { kind: 'scalar', tag: '', mark, value: '', isImplicit: true };
}

/**
 * The tree of a text's first document. Throws `YamlFault`.
 *
 * @upstream vendor go.yaml.in/yaml/v2/decode.go parse
 */
export function parseYaml(text: string): YamlNode | undefined {
  return new Parser(text).parse();
}
