/**
 * The objects of a file, as kubectl takes it apart: documents of YAML between lines of dashes, or JSON values one after
 * another.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go
 */
import { utf8Bytes } from '../go/utf8.ts';
import { goJsonText, type JsonValue, yamlToJson } from '../yaml/toJson.ts';
import { nextJsonValue } from './jsonStream.ts';

/** A document's value, and the JSON text that kubectl has of it. */
export interface FileDocument {
  readonly value: JsonValue;
  readonly json: string;
}

export interface FileDocuments {
  /** those before the error, where there is one */
  readonly documents: readonly FileDocument[];
  readonly error?: string;
}

export interface FileRules {
  /** what begins like JSON and is none is read once more, as YAML */
  readonly rereadsJsonAsYaml: boolean;
}

const SEPARATOR = '---';
/** characters within which a brace makes a file JSON */
const GUESS = 4096;

/**
 * All documents of a file. Empty ones are left out.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go YAMLOrJSONDecoder
 */
export function readManifestFile(text: string, rules: FileRules): FileDocuments {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  const isJson = content.slice(0, GUESS).replace(SPACES_BEFORE, '').startsWith('{');
  return isJson ? readJson(content, rules) : readYaml(content);
}

function readJson(text: string, rules: FileRules): FileDocuments {
  const documents: FileDocument[] = [];
  let at = 0;
  let count = 0;
  for (;;) {
    const piece = nextJsonValue(text, at);
    if (piece.kind === 'end') return { documents };
    if (piece.kind === 'value') {
      const json = text.slice(piece.start, piece.end);
      if (json !== 'null') documents.push({ value: withIntegers(json), json });
      at = piece.end;
      count += 1;
      continue;
    }
    const error = piece.offset === undefined ? piece.error : `json: offset ${piece.offset}: ${piece.error}`;
    if (!rules.rereadsJsonAsYaml) return { documents, error };
    // after a second object kubectl is sure of JSON, and names the error plainly
    if (count > 1) return { documents, error: piece.error };
    return reread(text.slice(at), documents, error);
  }
}

/** What Go takes for a space; JavaScript counts the byte order mark too, and not the next-line character. */
const SPACE = /[^\S\ufeff]|\u0085/;
const SPACES_BEFORE = /^(?:[^\S\ufeff]|\u0085)+/;
const SPACES_AROUND = /^(?:[^\S\ufeff]|\u0085)+|(?:[^\S\ufeff]|\u0085)+$/g;

/** bytes that kubectl wants to see at least, to look for the beginning of YAML */
const GLANCE = 4;

/**
 * Where YAML begins after JSON: behind spaces, or behind the end of their line. Nowhere if hardly anything is left.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go consumeWhitespace
 */
function beginningOfYaml(text: string): number | undefined {
  const enough = utf8Bytes(text).length - GLANCE;
  let bytes = 0;
  let at = 0;
  for (const char of text) {
    if (bytes > enough) return undefined;
    if (!SPACE.test(char)) return at;
    at += char.length;
    if (char === '\n') return at;
    bytes += utf8Bytes(char).length;
  }
  return undefined;
}

function reread(text: string, documents: readonly FileDocument[], jsonError: string): FileDocuments {
  const begin = beginningOfYaml(text);
  if (begin === undefined) return { documents, error: jsonError };
  const rest = readYaml(text.slice(begin));
  const all = [...documents, ...rest.documents];
  if (rest.error === undefined) return { documents: all };
  return { documents: all, error: rest.count === 0 ? jsonError : rest.error };
}

/** Integers beyond 2^53 stay exact, as in kubectl; beyond int64 they become doubles there too. */
function withIntegers(json: string): JsonValue {
  const value = JSON.parse(json, (_key, held: unknown, context?: { readonly source?: string }) => {
    const source = context?.source;
    if (typeof held !== 'number' || source === undefined || !/^-?\d+$/.test(source)) return held;
    const integer = BigInt(source);
    const isExact = Number.isSafeInteger(held) || BigInt.asIntN(64, integer) !== integer;
    return isExact ? held : integer;
  }) as JsonValue;
  return value;
}

/** @returns also how many documents there were, empty ones too */
function readYaml(text: string): FileDocuments & { readonly count: number } {
  const documents: FileDocument[] = [];
  let count = 0;
  let lines: string[] = [];
  const flush = (): string | undefined => {
    const result = yamlToJson(`${lines.join('\n')}\n`);
    lines = [];
    if (!result.ok) return `error converting YAML to JSON: ${result.error}`;
    count += 1;
    if (result.value !== null) documents.push({ value: result.value, json: goJsonText(result.value) });
    return undefined;
  };
  const all = text.split('\n');
  if (all.at(-1) === '') all.pop();
  for (const raw of all) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.startsWith(SEPARATOR)) {
      const rest = line.slice(SEPARATOR.length).replaceAll(SPACES_AROUND, '');
      if (rest !== '' && !rest.startsWith('#')) {
        return { documents, count, error: `invalid Yaml document separator: ${rest}` };
      }
      if (lines.length > 0) {
        const error = flush();
        if (error !== undefined) return { documents, count, error };
        continue;
      }
    }
    lines.push(line);
  }
  const error = lines.length === 0 ? undefined : flush();
  return error === undefined ? { documents, count } : { documents, count, error };
}
