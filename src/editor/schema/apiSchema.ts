/** The API's own schemas, as the editor asks them: what a field is, and what may stand below it. */

export interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly required?: readonly string[];
  readonly allOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly $ref?: string;
  /** the only values, where the schema lists them */
  readonly enum?: readonly string[];
}

export interface SchemaDocument {
  readonly roots: Readonly<Record<string, string>>;
  readonly components: { readonly schemas: Readonly<Record<string, SchemaNode>> };
}

/** What one field is: its own description, and the structure of the type that it has. */
export interface Field {
  /** `integer`, `object`, `list of MetricSpec`, … as a reader says it */
  readonly typeText: string;
  readonly description: string;
  readonly shape: 'object' | 'list' | 'scalar';
  readonly default?: unknown;
  /** of an object with known fields */
  readonly properties: Readonly<Record<string, SchemaNode>>;
  readonly required: readonly string[];
  /** of a list, or of an object with any keys */
  readonly element?: SchemaNode;
  /** an object takes any keys */
  readonly isOpen: boolean;
}

export interface ApiSchema {
  /** the root of a document of that version and kind, if there is a schema for it */
  root(apiVersion: string, kind: string): SchemaNode | undefined;
  /** the metadata of a KEDA trigger of that type */
  trigger(type: string): SchemaNode | undefined;
  describe(node: SchemaNode): Field;
  /** the field at a path below a root */
  find(root: SchemaNode, path: readonly (string | number)[]): SchemaNode | undefined;
}

const REF = '#/components/schemas/';

export function createApiSchema(documents: readonly SchemaDocument[]): ApiSchema {
  const schemas = new Map(documents.flatMap(({ components }) => Object.entries(components.schemas)));
  const roots = new Map(documents.flatMap((document) => Object.entries(document.roots)));

  /** A node with everything that it refers to; the description nearest to the field wins. */
  function resolve(node: SchemaNode): SchemaNode & { readonly name?: string } {
    const name = node.$ref?.slice(REF.length) ?? node.allOf?.[0]?.$ref?.slice(REF.length);
    const target = name === undefined ? undefined : schemas.get(name);
    if (name === undefined || target === undefined) return node;
    return { ...target, ...node, name: name.slice(name.lastIndexOf('.') + 1) };
  }

  function describe(node: SchemaNode): Field {
    const resolved = resolve(node);
    const { properties = {}, items, additionalProperties, required = [], type, description = '' } = resolved;
    const element = items ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    const shape = type === 'array' ? 'list' : type === 'object' ? 'object' : 'scalar';
    return {
      typeText: typeText(resolved),
      description,
      shape,
      properties,
      required,
      isOpen: shape === 'object' && Object.keys(properties).length === 0,
      ...(resolved.default === undefined ? {} : { default: resolved.default }),
      ...(element === undefined ? {} : { element }),
    };
  }

  function typeText(node: SchemaNode & { readonly name?: string }): string {
    if (node.type === 'array')
      return `list of ${node.items === undefined ? 'values' : typeText(resolve(node.items))}`;
    if (node.name !== undefined) return node.name;
    if (node.type === 'object' && typeof node.additionalProperties === 'object')
      return `map of ${typeText(resolve(node.additionalProperties))}`;
    return node.type ?? node.oneOf?.map(({ type }) => type).join(' or ') ?? 'value';
  }

  function child(node: SchemaNode, segment: string | number): SchemaNode | undefined {
    const { shape, properties, element } = describe(node);
    if (typeof segment === 'number') return shape === 'list' ? element : undefined;
    if (shape !== 'object') return undefined;
    return Object.hasOwn(properties, segment) ? properties[segment] : element;
  }

  return {
    root(apiVersion, kind) {
      const name = roots.get(apiVersion);
      return name?.endsWith(`.${kind}`) === true ? schemas.get(name) : undefined;
    },
    trigger: (type) => schemas.get(`sh.keda.trigger.${type}`),
    describe,
    find: (root, path) =>
      path.reduce<SchemaNode | undefined>((node, segment) => node && child(node, segment), root),
  };
}
