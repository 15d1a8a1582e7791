/**
 * From a document's tree to its value: aliases followed, mappings merged, repeated keys found.
 *
 * @upstream vendor go.yaml.in/yaml/v2/decode.go
 */
import { goSyntax, keyIdentity } from './goSyntax.ts';
import { type AliasNode, type MappingNode, parseYaml, type ScalarNode, type YamlNode } from './parser.ts';
import { YamlFault } from './reader.ts';
import { isMergeKey, resolveScalar, type Scalar } from './resolve.ts';

/** A mapping with keys of any kind, the last of equal ones. */
export interface YamlMap {
  readonly kind: 'map';
  readonly entries: Map<string, { readonly key: Scalar; readonly value: YamlValue }>;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlValue[];
}

export type YamlValue = Scalar | YamlMap | YamlList;

export interface DecodedYaml {
  /** null for a text without a document */
  readonly value: YamlValue;
  /** `line 11: key "minReplicas" already set in map` */
  readonly repeatedKeys: readonly string[];
}

const RATIO_LOW = 400_000;
const RATIO_HIGH = 4_000_000;

/** How much of a document may come from aliases. @upstream vendor go.yaml.in/yaml/v2/decode.go allowedAliasRatio */
function allowedAliasRatio(decoded: number): number {
  if (decoded <= RATIO_LOW) return 0.99;
  if (decoded >= RATIO_HIGH) return 0.1;
  return 0.99 - 0.89 * ((decoded - RATIO_LOW) / (RATIO_HIGH - RATIO_LOW));
}

class Decoder {
  readonly repeatedKeys: string[] = [];
  private readonly isStrict: boolean;
  private readonly open = new Set<AliasNode>();
  private decoded = 0;
  private fromAliases = 0;

  constructor(isStrict: boolean) {
    this.isStrict = isStrict;
  }

  decode(node: YamlNode): YamlValue {
    this.count();
    switch (node.kind) {
      case 'alias':
        return this.follow(node, (target) => this.decode(target));
      case 'scalar':
        return this.scalar(node);
      case 'sequence':
        return { kind: 'list', items: node.items.map((item) => this.decode(item)) };
      case 'mapping': {
        const map: YamlMap = { kind: 'map', entries: new Map() };
        this.fill(node, map);
        return map;
      }
    }
  }

  private count(): void {
    this.decoded += 1;
    if (this.open.size > 0) this.fromAliases += 1;
    const isMuch = this.fromAliases > 100 && this.decoded > 1000;
    if (isMuch && this.fromAliases / this.decoded > allowedAliasRatio(this.decoded)) {
      throw new YamlFault('yaml: document contains excessive aliasing');
    }
  }

  private follow<T>(node: AliasNode, decode: (target: YamlNode) => T): T {
    if (this.open.has(node)) throw new YamlFault(`yaml: anchor '${node.name}' value contains itself`);
    this.open.add(node);
    const value = decode(node.target);
    this.open.delete(node);
    return value;
  }

  private scalar({ tag, value, isImplicit }: ScalarNode): Scalar {
    return tag === '' && !isImplicit ? { kind: 'string', value } : resolveScalar(tag, value);
  }

  private fill(node: MappingNode, map: YamlMap): void {
    for (const [keyNode, valueNode] of node.entries) {
      if (keyNode.kind === 'scalar' && isMergeKey(keyNode)) {
        this.merge(valueNode, map);
        continue;
      }
      const key = this.decode(keyNode);
      if (key.kind === 'map' || key.kind === 'list') {
        throw new YamlFault(`yaml: invalid map key: ${goSyntax(key)}`);
      }
      const value = this.decode(valueNode);
      const identity = keyIdentity(key);
      if (this.isStrict && map.entries.has(identity)) {
        this.repeatedKeys.push(`line ${valueNode.mark.line + 1}: key ${goSyntax(key)} already set in map`);
      } else map.entries.set(identity, { key, value });
    }
  }

  private merge(node: YamlNode, map: YamlMap): void {
    const parts = node.kind === 'sequence' ? [...node.items].reverse() : [node];
    for (const part of parts) {
      const target = part.kind === 'alias' ? part.target : part;
      if (target.kind !== 'mapping') {
        throw new YamlFault('yaml: map merge requires map or sequence of maps as the value');
      }
      this.count();
      if (part.kind !== 'alias') this.fill(target, map);
      else {
        this.follow(part, () => {
          this.count();
          this.fill(target, map);
        });
      }
    }
  }
}

/**
 * The value of a text's first document. Throws `YamlFault` with go-yaml's text.
 *
 * @param isStrict repeated keys are told of, and the first of them counts; without, the last one does
 * @upstream vendor go.yaml.in/yaml/v2/yaml.go unmarshal
 */
export function decodeYaml(text: string, isStrict = false): DecodedYaml {
  const root = parseYaml(text);
  if (root === undefined) return { value: { kind: 'null' }, repeatedKeys: [] };
  const decoder = new Decoder(isStrict);
  const value = decoder.decode(root);
  return { value, repeatedKeys: decoder.repeatedKeys };
}
