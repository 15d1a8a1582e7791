/**
 * Documents beside the autoscaler against the API's schema. The HPA or ScaledObject itself is the reader's, which answers in the API server's
 * own words; saying it twice would help nobody. Nothing here keeps a run from starting, so everything is a warning.
 */
import { closest, type Problem, type WrittenDocument, writtenDocuments } from '../../core/index.ts';
import type { ApiSchema, Field, SchemaNode } from './apiSchema.ts';

type Path = readonly (string | number)[];

const AUTOSCALERS: ReadonlySet<string> = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);

/** More of them help nobody. */
const MOST_FINDINGS = 50;

/** @param text longer ones than the reader reads are not looked at */
export function checkDocuments(text: string, schema: ApiSchema): readonly Problem[] {
  const found: Problem[] = [];
  for (const document of writtenDocuments(text)) {
    if (AUTOSCALERS.has(document.kind)) continue;
    const root = schema.root(document.apiVersion, document.kind);
    if (root !== undefined) checkValue(document.value, root, [], { schema, document, found });
  }
  return found.slice(0, MOST_FINDINGS);
}

interface Check {
  readonly schema: ApiSchema;
  readonly document: WrittenDocument;
  readonly found: Problem[];
}

function checkValue(value: unknown, node: SchemaNode, path: Path, check: Check): void {
  // An empty value is no value: the API server leaves the field out.
  if (value === null || value === undefined || check.found.length >= MOST_FINDINGS) return;
  const field = check.schema.describe(node);
  if (field.shape === 'scalar') return;
  if (Array.isArray(value) !== (field.shape === 'list') || typeof value !== 'object') {
    addWrongShape(value, field, path, check);
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      if (field.element !== undefined) checkValue(item, field.element, [...path, index], check);
    return;
  }
  for (const [key, child] of Object.entries(value)) checkField(key, child, field, [...path, key], check);
}

function checkField(key: string, value: unknown, owner: Field, path: Path, check: Check): void {
  const { properties, element, isOpen } = owner;
  const node = Object.hasOwn(properties, key) ? properties[key] : element;
  if (node !== undefined) checkValue(value, node, path, check);
  else if (!isOpen) addUnknown(key, owner, path, check);
}

function addUnknown(key: string, owner: Field, path: Path, { document, found }: Check): void {
  const range = document.rangeOf(path, 'key');
  const meant = closest(key, Object.keys(owner.properties));
  const message = `unknown field "${pathText(path)}": the API server refuses it, or drops it where it is not asked to be strict.`;
  found.push({
    severity: 'warning',
    rule: 'schema-unknown-field',
    message,
    path: pathText(path),
    range,
    ...(meant === undefined
      ? {}
      : {
          hint: `Did you mean \`${meant}\`?`,
          fixes: [{ title: `Write \`${meant}\``, edits: [{ range, newText: meant }] }],
        }),
  });
}

function addWrongShape(value: unknown, field: Field, path: Path, { document, found }: Check): void {
  const is = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
  found.push({
    severity: 'warning',
    rule: 'schema-type',
    message: `${pathText(path)} is ${is} here; the API takes ${field.shape === 'list' ? 'a' : 'an object:'} ${field.typeText}.`,
    path: pathText(path),
    range: document.rangeOf(path, 'key'),
  });
}

function pathText(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1);
}
