/** The documents of a text as they are written, for who checks them against something else than the reader does. */
import { type PathSegment, splitDocuments } from './documents.ts';
import type { YamlMapping } from './goYaml.ts';
import { type Aim, LineIndex, locate } from './positions.ts';
import type { Range } from './types.ts';

export interface WrittenDocument {
  readonly apiVersion: string;
  readonly kind: string;
  readonly value: YamlMapping;
  /** the place of a field's key or value, or of the nearest thing above it that is written */
  rangeOf(path: readonly PathSegment[], aim: Aim): Range;
}

/**
 * Every object of the text that could be read, items of lists included, in its order.
 *
 * @rule MF12
 */
export function writtenDocuments(text: string): readonly WrittenDocument[] {
  const lines = new LineIndex(text);
  return splitDocuments(text).documents.map(({ part, root, value }) => ({
    apiVersion: typeof value.apiVersion === 'string' ? value.apiVersion : '',
    kind: typeof value.kind === 'string' ? value.kind : '',
    value,
    rangeOf(path, aim) {
      const { start, end } = locate(part, [...root, ...path], aim);
      return lines.range(start, end);
    },
  }));
}
