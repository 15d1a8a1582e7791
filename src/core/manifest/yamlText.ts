/** Values as YAML that kubectl reads back as the same values. */
import { resolvePlainScalar } from './goYaml.ts';

const PLAIN = /^[A-Za-z0-9_./][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./+-]+)*$/;

/** @rule MF20 */
export function scalarText(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = PLAIN.test(value) && resolvePlainScalar(value).kind === 'str';
  return isPlain ? value : JSON.stringify(value);
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: object): boolean {
  return (Array.isArray(value) ? value : Object.keys(value)).length === 0;
}

function fieldLines(key: string, value: unknown): string[] {
  const name = scalarText(key);
  if (!isCollection(value)) return [`${name}: ${scalarText(value)}`];
  if (isEmpty(value)) return [`${name}: ${Array.isArray(value) ? '[]' : '{}'}`];
  return [`${name}:`, ...yamlLines(value).map((line) => `  ${line}`)];
}

function itemLines(value: unknown): string[] {
  if (!isCollection(value) || isEmpty(value)) {
    return [`- ${isCollection(value) ? (Array.isArray(value) ? '[]' : '{}') : scalarText(value)}`];
  }
  return yamlLines(value).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}

/**
 * A mapping or list in block style, a line each, lists two columns further in than their key. Fields that hold
 * undefined are left out.
 *
 * @rule MF20
 */
export function yamlLines(value: object): string[] {
  if (Array.isArray(value)) return value.flatMap(itemLines);
  return Object.entries(value).flatMap(([key, child]) => (child === undefined ? [] : fieldLines(key, child)));
}
