/** New values as text, in the style of the place where they are put. */
import type { FieldValue } from './types.ts';

export interface Style {
  /** columns of one level */
  readonly step: number;
  /** columns between a key and the dashes of its list: 0 where they stand under the key */
  readonly dashIndent: number;
  /** JSON quotes every key and every string */
  readonly json: boolean;
  readonly eol: string;
}

/** Nothing that YAML would read as anything else than this very string, in block and in flow style. */
const SAFE_PLAIN = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
/** A quantity that cannot be taken for a number: `500m`, `1.5Gi`. */
const SAFE_QUANTITY = /^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|u|n|Ki|Mi|Gi|Ti|Pi|Ei)$/;
const WORDS_OF_YAML = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

export function scalarText(value: string | number | boolean, json: boolean): string {
  if (typeof value !== 'string') return String(value);
  const isPlain =
    !json && (SAFE_QUANTITY.test(value) || (SAFE_PLAIN.test(value) && !WORDS_OF_YAML.test(value)));
  return isPlain ? value : JSON.stringify(value);
}

function isScalar(value: FieldValue): value is string | number | boolean {
  return typeof value !== 'object';
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** On one line, in braces and brackets. */
export function flowText(value: FieldValue, json: boolean): string {
  if (isScalar(value)) return scalarText(value, json);
  if (isList(value)) return `[${value.map((item) => flowText(item, json)).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, child]) => `${scalarText(key, json)}: ${flowText(child, json)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** Over several lines as JSON is usually printed, for a place that is indented by `column`. */
export function spreadText(value: FieldValue, column: number, style: Style): string {
  const margin = `\n${' '.repeat(column)}`;
  return JSON.stringify(value, undefined, style.step).replaceAll('\n', margin).replaceAll('\n', style.eol);
}

/** The lines of `key: value` in block style, the first without its indentation. */
export function pairLines(key: string, value: FieldValue, column: number, style: Style): string {
  const name = scalarText(key, style.json);
  if (isScalar(value)) return `${name}: ${scalarText(value, style.json)}`;
  if (isEmpty(value)) return `${name}: ${isList(value) ? '[]' : '{}'}`;
  return `${name}:${blockLines(value, column, style)}`;
}

/** The lines of a collection below its key, which stands at `column`; they begin with a line end. */
export function blockLines(value: FieldValue, column: number, style: Style): string {
  if (isScalar(value)) return ` ${scalarText(value, style.json)}`;
  if (isList(value)) {
    const dash = column + style.dashIndent;
    return value.map((item) => `${style.eol}${' '.repeat(dash)}${itemLines(item, dash, style)}`).join('');
  }
  return mappingLines(value, column + style.step, style)
    .map((line) => `${style.eol}${' '.repeat(column + style.step)}${line}`)
    .join('');
}

/** The lines of one item of a list, from its dash on, which stands at `column`. */
export function itemLines(value: FieldValue, column: number, style: Style): string {
  if (isScalar(value) || isList(value) || isEmpty(value)) return `- ${flowText(value, style.json)}`;
  const inner = column + 2;
  return `- ${mappingLines(value, inner, style).join(`${style.eol}${' '.repeat(inner)}`)}`;
}

function mappingLines(
  value: { readonly [key: string]: FieldValue },
  column: number,
  style: Style,
): readonly string[] {
  return Object.entries(value).map(([key, child]) => pairLines(key, child, column, style));
}

function isEmpty(value: FieldValue): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}
