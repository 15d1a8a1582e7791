/**
 * From text to documents. One text is cut at its `---` lines as kubectl cuts it, each part parsed on its own, so
 * that a slip in one document does not hide what the others say.
 */
import { constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml';
import { yamlToJson } from '../yaml/toJson.ts';
import { KUBECTL_SCHEMA, type YamlMapping, type YamlValue } from './goYaml.ts';
import { objectOffsets } from './jsonStream.ts';
import { MAX_ALIASES, MAX_DEPTH, MAX_DOCUMENTS, MAX_EXPANDED_NODES } from './limits.ts';
import { prepareText } from './prepare.ts';

export type PathSegment = string | number;

/** A piece of the text between two separators, parsed. `offset` is where it starts in the whole text. */
export interface Part {
  /** as it was parsed: what is no manifest is blanked out */
  readonly source: string;
  readonly offset: number;
  readonly events: readonly Event[];
  /** some key stands twice in one mapping */
  readonly hasDuplicateKeys: boolean;
}

export interface YamlDocument {
  readonly part: Part;
  /** where the object sits in its part; not empty for an item of a List */
  readonly root: readonly PathSegment[];
  readonly value: YamlMapping;
  /** of a fragment: the path in the whole object at which it was put; what stands above that is not in the text */
  readonly home?: readonly PathSegment[];
}

export interface SyntaxFault {
  /** the parser's own words */
  readonly reason: string;
  /** offset in the whole text */
  readonly position: number;
  /** where the part begins that holds the fault, and where it ends */
  readonly offset: number;
  readonly end: number;
  /** what kubectl says of it, where it refuses the text too */
  readonly kubectl?: string;
}

export interface OtherPart {
  readonly position: number;
  readonly value: YamlValue;
  readonly part: Part;
}

export interface SplitResult {
  /** the text as it was parsed, of the same length */
  readonly prepared: string;
  readonly documents: readonly YamlDocument[];
  /** parts that are YAML, but a scalar or a list where an object belongs: their offset and what they are */
  readonly others: readonly OtherPart[];
  readonly faults: readonly SyntaxFault[];
}

/** Whether a value is an object, and neither a list nor null. @rule MF2 */
export function isMapping(value: unknown): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a path leads to; undefined where something on the way is missing. @rule MF2 */
export function valueAt(value: YamlValue | undefined, path: readonly PathSegment[]): YamlValue | undefined {
  let found = value;
  for (const segment of path) {
    if (typeof segment === 'number') found = Array.isArray(found) ? found[segment] : undefined;
    else found = isMapping(found) && Object.hasOwn(found, segment) ? found[segment] : undefined;
  }
  return found ?? undefined;
}

/** Like kubectl: whatever begins with three dashes. */
const SEPARATOR = /^---/gm;

/** Offsets at which the parts start. A separator line belongs to the part that it opens. */
function partOffsets(text: string): number[] {
  const offsets = [0];
  for (const match of text.matchAll(SEPARATOR)) if (match.index > 0) offsets.push(match.index);
  return offsets;
}

const SEPARATOR_LINE = /^---([^\r\n]*)/;

/**
 * kubectl takes only comments behind a separator.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go YAMLReader.Read
 */
function separatorFault(source: string, offset: number): SyntaxFault | undefined {
  const rest = SEPARATOR_LINE.exec(source)?.[1] ?? '';
  const trimmed = rest.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  const position = offset + 3 + rest.indexOf(trimmed[0] ?? '');
  const end = offset + source.length;
  return { reason: `invalid Yaml document separator: ${trimmed}`, position, offset, end };
}

/** Counts values as if every alias were written out; Infinity for one that contains itself. */
function expandedSize(value: YamlValue, sizes: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  sizes.set(value, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const child of Array.isArray(value) ? value : Object.values(value)) size += expandedSize(child, sizes);
  sizes.set(value, size);
  return size;
}

function aliasFault(size: number): string {
  return Number.isFinite(size)
    ? `the aliases stand for more than ${MAX_EXPANDED_NODES} values`
    : 'an anchor contains itself';
}

const HAS_ALIAS = /\*[^\s*]/;

/** Lets repeated keys pass, as kubectl does, but says that there were some. */
function construct(events: Event[], source: string): { value: YamlValue; hasDuplicateKeys: boolean } {
  const options = { source, schema: KUBECTL_SCHEMA, maxAliases: MAX_ALIASES };
  let hasDuplicateKeys = false;
  let values: unknown[];
  try {
    values = constructFromEvents(events, options);
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.startsWith('duplicated')) throw error;
    hasDuplicateKeys = true;
    values = constructFromEvents(events, { ...options, json: true });
  }
  return { value: (values[0] ?? null) as YamlValue, hasDuplicateKeys };
}

function isJson(source: string): boolean {
  if (!/^\s*\{/.test(source)) return false;
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

/** kubectl's error for a part; undefined when it can read it, as JSON or as YAML. */
function kubectlError(source: string): string | undefined {
  if (isJson(source)) return undefined;
  const result = yamlToJson(source.replace(/^---[^\r\n]*(?:\r\n|\n|\r|$)/, ''));
  // Numbers that JSON does not have are told at their field.
  if (result.ok || result.error.startsWith('json:')) return undefined;
  return `error converting YAML to JSON: ${result.error}`;
}

/** Where kubectl stopped, as near as its line tells: it counts from 1, behind the separator. */
function kubectlPosition(source: string, error: string): number {
  const line = Number(/\bline (\d+)/.exec(error)?.[1] ?? 1) - (source.startsWith('---') ? 0 : 1);
  let position = 0;
  for (let skipped = 0; skipped < line; skipped++) {
    const next = source.indexOf('\n', position);
    if (next < 0) break;
    position = next + 1;
  }
  return position;
}

function parsePart(source: string, offset: number): { part: Part; value: YamlValue } | SyntaxFault {
  const parsed = parseEventsOf(source, offset);
  const kubectl = kubectlError(source);
  if (kubectl === undefined) return parsed;
  if ('reason' in parsed) return { ...parsed, kubectl };
  const position = offset + kubectlPosition(source, kubectl);
  return { reason: kubectl, position, offset, end: offset + source.length, kubectl };
}

function parseEventsOf(source: string, offset: number): { part: Part; value: YamlValue } | SyntaxFault {
  const end = offset + source.length;
  try {
    const events = parseEvents(source, { maxDepth: MAX_DEPTH });
    const { value, hasDuplicateKeys } = construct(events, source);
    const alias = source.search(HAS_ALIAS);
    if (alias >= 0) {
      const size = expandedSize(value, new Map());
      if (size > MAX_EXPANDED_NODES)
        return { reason: aliasFault(size), position: offset + alias, offset, end };
    }
    return { part: { source, offset, events, hasDuplicateKeys }, value };
  } catch (error) {
    // The parser warns that other errors than its own may come out of it.
    if (!(error instanceof YAMLException)) return { reason: String(error), position: offset, offset, end };
    return { reason: error.reason, position: offset + (error.mark?.position ?? 0), offset, end };
  }
}

/** Whether the text of one part can be read at all. @rule MF4 */
export function parses(source: string): boolean {
  return !('reason' in parsePart(source, 0));
}

/** The objects of a List, of one made of lists too, each with its place. */
function flatten(part: Part, root: readonly PathSegment[], value: YamlMapping, into: YamlDocument[]): void {
  const { kind, items } = value;
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) {
    into.push({ part, root, value });
    return;
  }
  // `kubectl get` prints a typed list whose items carry no kind of their own.
  const itemKind = kind.slice(0, -'List'.length);
  for (const [index, item] of items.entries()) {
    if (into.length >= MAX_DOCUMENTS || !isMapping(item)) continue;
    const typed =
      itemKind !== '' && item.kind === undefined
        ? Object.assign(
            Object.create(null) as YamlMapping,
            { apiVersion: value.apiVersion, kind: itemKind },
            item,
          )
        : item;
    flatten(part, [...root, 'items', index], typed, into);
  }
}

/** The pieces between separators, and of these the objects of a JSON stream, with their offsets. */
function piecesOf(text: string): { readonly source: string; readonly offset: number }[] {
  const offsets = partOffsets(text).slice(0, MAX_DOCUMENTS);
  const pieces = offsets.flatMap((offset, index) => {
    const source = text.slice(offset, offsets[index + 1]);
    const objects = objectOffsets(source);
    return objects.map((start, object) => ({
      source: source.slice(start, objects[object + 1]),
      offset: offset + start,
    }));
  });
  return pieces.slice(0, MAX_DOCUMENTS);
}

/**
 * Cuts a text into its documents, the items of lists taken out.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go splitYAMLDocument
 */
export function splitDocuments(text: string): SplitResult {
  const documents: YamlDocument[] = [];
  const others: OtherPart[] = [];
  const faults: SyntaxFault[] = [];
  const prepared = prepareText(text);
  for (const { source, offset } of piecesOf(prepared)) {
    const parsed = separatorFault(source, offset) ?? parsePart(source, offset);
    if ('reason' in parsed) faults.push(parsed);
    else if (isMapping(parsed.value)) flatten(parsed.part, [], parsed.value, documents);
    else if (parsed.value !== null) others.push({ position: offset, value: parsed.value, part: parsed.part });
  }
  return { prepared, documents, others, faults };
}
