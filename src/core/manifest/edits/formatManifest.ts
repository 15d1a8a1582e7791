/** A text laid out evenly: two columns a level, lists indented under their key. Comments and the way values are written stay. */
import { parseDocument } from 'yaml';
import { splitDocuments } from '../documents.ts';
import { isSame } from './values.ts';

function asJson(text: string): string | undefined {
  // Numbers that a JavaScript program cannot hold would come out changed.
  if (!/^\s*[{[]/.test(text) || /\d{16}/.test(text)) return undefined;
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return undefined;
  }
}

/** One part, its separator line included. */
function formatPart(source: string): string {
  const json = asJson(source);
  if (json !== undefined) return json;
  // With the failsafe schema every value is text, printed as it was written.
  const document = parseDocument(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return source;
  return document.toString({ indent: 2, indentSeq: true, lineWidth: 0, flowCollectionPadding: false });
}

/**
 * The text with even indentation. It says the same as before; where that cannot be kept, it stays as it is.
 *
 * @rule ED6
 */
export function formatManifest(text: string): string {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const before = splitDocuments(text);
  if (before.faults.length > 0 || before.documents.length === 0) return text;
  const parts = text.split(/^(?=---(?:[ \t\r\n]|$))/m);
  const formatted = parts.map((part) => formatPart(part.replaceAll(/\r\n?/g, '\n')));
  const result = formatted.map((part) => (part.endsWith('\n') ? part : `${part}\n`)).join('');
  const after = splitDocuments(result);
  const isKept =
    after.faults.length === 0 &&
    isSame(
      after.documents.map(({ value }) => value),
      before.documents.map(({ value }) => value),
    );
  return isKept ? result.replaceAll('\n', eol) : text;
}
