/**
 * From the documents of a file to objects with a resource each, or to kubectl's complaints about them.
 *
 * @upstream staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go, mapper.go
 */
import { type KindMapping, mapKind } from '../apimachinery/knownKinds.ts';
import { parseGroupVersion } from '../apimachinery/names.ts';
import { quote } from '../go/strconv.ts';
import type { JsonValue } from '../yaml/toJson.ts';
import type { KubectlError } from './errorText.ts';
import { type FileRules, readManifestFile } from './manifestFile.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

/** An object that kubectl would send. */
export interface ResourceInfo {
  readonly object: JsonObject;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  /** empty for objects of the whole cluster */
  readonly namespace: string;
  readonly mapping: KindMapping;
}

export interface Built {
  readonly infos: readonly ResourceInfo[];
  readonly errors: readonly KubectlError[];
}

export interface BuilderOptions extends FileRules {
  /** as the command line names it */
  readonly fileName: string;
  /** for objects that name none */
  readonly namespace: string;
  /** Go's error where metadata or type do not decode; undefined where they do */
  readonly checkMetadata: (object: JsonObject) => string | undefined;
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(object: JsonObject, ...path: readonly string[]): string {
  let value: JsonValue | undefined = { ...object };
  for (const key of path) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof value === 'string' ? value : '';
}

function jsonKind(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

function client(text: string): KubectlError {
  return { kind: 'client', text };
}

interface Typed {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A version that cannot be parsed takes the kind with it. @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/unstructured.go GroupVersionKind */
function typeOf(object: JsonObject): Typed {
  const parsed = parseGroupVersion(textAt(object, 'apiVersion'));
  if (!parsed.ok) return { group: '', version: '', kind: '' };
  return { group: parsed.group, version: parsed.version, kind: textAt(object, 'kind') };
}

function groupVersion({ group, version }: Typed): string {
  return group === '' ? version : `${group}/${version}`;
}

function noMatch(type: Typed): string {
  return `no matches for kind ${quote(type.kind)} in version ${quote(groupVersion(type))}`;
}

/** Integers beyond int64 are doubles to kubectl. */
function asUnstructured(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? value : Number(value);
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(asUnstructured);
  if (!isObject(value)) return value;
  const object = Object.create(null) as { [key: string]: JsonValue };
  for (const key of Object.keys(value).sort()) object[key] = asUnstructured(value[key] ?? null);
  return object;
}

function infoOf(
  object: JsonObject,
  type: Typed,
  mapping: KindMapping,
  options: BuilderOptions,
): ResourceInfo {
  const written = textAt(object, 'metadata', 'namespace');
  const namespace = mapping.isNamespaced ? written || options.namespace : '';
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const sent = asUnstructured(object) as JsonObject;
  return {
    ...type,
    object: namespace === '' ? sent : { ...sent, metadata: { ...metadata, namespace } },
    name: textAt(object, 'metadata', 'name'),
    namespace,
    mapping,
  };
}

/** The item of a list; it takes kind and version from the list where it has neither. @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/helpers.go decodeToList */
function itemOf(item: JsonValue, list: JsonObject): JsonObject | string {
  if (item !== null && !isObject(item)) {
    return `json: cannot unmarshal ${jsonKind(item)} into Go value of type map[string]interface {}`;
  }
  const object = item ?? {};
  if (textAt(object, 'kind') !== '' || textAt(object, 'apiVersion') !== '') return object;
  const kind = textAt(list, 'kind').replace(/List$/, '');
  return { ...object, kind, apiVersion: textAt(list, 'apiVersion') };
}

class ResourceBuilder {
  readonly infos: ResourceInfo[] = [];
  readonly errors: KubectlError[] = [];
  private readonly options: BuilderOptions;

  constructor(options: BuilderOptions) {
    this.options = options;
  }

  add(value: JsonValue, json: string): void {
    const problem = this.addDocument(value, json);
    if (problem !== undefined) this.errors.push(client(problem));
  }

  private addDocument(value: JsonValue, json: string): string | undefined {
    const source = quote(this.options.fileName);
    const undecodable = (text: string): string => `unable to decode ${source}: ${text}`;
    if (!isObject(value)) {
      return undecodable(
        `json: cannot unmarshal ${jsonKind(value)} into Go value of type unstructured.detector`,
      );
    }
    const items = Object.hasOwn(value, 'items') ? this.itemsOf(value) : undefined;
    if (typeof items === 'string') return undecodable(items);
    const type = typeOf(value);
    if (type.kind === '') return undecodable(`Object 'Kind' is missing in '${json}'`);
    // lists are no single objects: their metadata is not looked at
    const fault = items === undefined ? this.options.checkMetadata(value) : undefined;
    if (fault !== undefined) return undecodable(fault);
    const mapping = mapKind(groupVersion(type), type.kind);
    if (mapping === undefined) {
      const name = quote(textAt(value, 'metadata', 'name'));
      const namespace = quote(textAt(value, 'metadata', 'namespace'));
      return `resource mapping not found for name: ${name} namespace: ${namespace} from ${source}: ${noMatch(type)}\nensure CRDs are installed first`;
    }
    if (items === undefined) this.infos.push(infoOf(value, type, mapping, this.options));
    else this.addItems(items);
    return undefined;
  }

  private itemsOf(list: JsonObject): readonly JsonObject[] | string {
    const { items = null } = list;
    if (items === null) return [];
    if (!Array.isArray(items)) {
      return `json: cannot unmarshal ${jsonKind(items)} into Go struct field decodeList.items of type []json.RawMessage`;
    }
    const decoded: JsonObject[] = [];
    for (const item of items) {
      const object = itemOf(item, list);
      if (typeof object === 'string') return object;
      decoded.push(object);
    }
    return decoded;
  }

  private addItems(items: readonly JsonObject[]): void {
    const errors: KubectlError[] = [];
    for (const object of items) {
      const type = typeOf(object);
      const mapping = mapKind(groupVersion(type), type.kind);
      const untyped = 'unable to get type info from the object "*unstructured.Unstructured": Object ';
      if (type.kind === '') errors.push(client(`${untyped}'Kind' is missing in 'object has no kind field '`));
      else if (type.version === '') {
        errors.push(client(`${untyped}'apiVersion' is missing in 'object has no apiVersion field'`));
      } else if (mapping === undefined) errors.push(client(`unable to recognize ${noMatch(type)}`));
      else this.infos.push(infoOf(object, type, mapping, this.options));
    }
    if (errors.length > 0) this.errors.push({ kind: 'aggregate', errors });
  }
}

/**
 * The objects of a file, in their order, and everything that is wrong with the others.
 *
 * @upstream staging/src/k8s.io/cli-runtime/pkg/resource/builder.go Do
 */
export function buildResources(text: string, options: BuilderOptions): Built {
  const { documents, error } = readManifestFile(text, options);
  const builder = new ResourceBuilder(options);
  for (const { value, json } of documents) builder.add(value, json);
  if (error !== undefined) builder.errors.push(client(`error parsing ${options.fileName}: ${error}`));
  return builder;
}
