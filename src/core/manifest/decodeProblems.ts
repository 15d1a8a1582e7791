/** What decoding found, at its place, in the API server's words with a plain hint beside them. */

import { fieldPathText } from '../apimachinery/field.ts';
import type { DecodedHpa } from '../autoscaling/decode.ts';
import { type DecodeFault, type GoType, unknownFieldText } from '../autoscaling/goJson.ts';
import type { PathSegment, YamlDocument } from './documents.ts';
import { listFix, parentType, unknownFieldFixes, wrongTypeFix } from './fixes/decodeFixes.ts';
import { DocumentEditor } from './fixes/edit.ts';
import { MAX_FIXED, MAX_PROBLEMS } from './limits.ts';
import { closest } from './nearest.ts';
import type { ProblemList } from './problems.ts';

function wantedHint({ wanted, found }: DecodeFault): string {
  switch (wanted.kind) {
    case 'int32':
    case 'int64':
      return found === 'string'
        ? 'Write a whole number without quotes or unit, such as 10.'
        : 'Write a whole number between -2147483648 and 2147483647.';
    case 'string':
      return found === 'number' || found === 'bool'
        ? 'This must be text: put it in quotes.'
        : 'This must be plain text, not a list or an object.';
    case 'quantity':
      return 'Write a quantity: 100, 0.5, 250m, 2k, 64Mi, 1Gi.';
    case 'bool':
      return 'Write true or false.';
    case 'slice':
      return 'This is a list: start each entry with "- ".';
    case 'map':
    case 'struct':
      return 'This is an object: put `key: value` lines under it, indented.';
    case 'time':
      return 'Write a time such as 2030-01-31T12:00:00Z.';
    case 'any':
      return '';
  }
}

/** Every field name of v2 with the object that it belongs in, to say where a misplaced one goes. */
function homesOf(name: string, type: GoType, path: string, homes: string[]): void {
  if (type.kind === 'slice') homesOf(name, type.element, `${path}[]`, homes);
  if (type.kind !== 'struct') return;
  for (const [key, field] of Object.entries(type.fields)) {
    if (path === '' && (key === 'status' || key === 'metadata')) continue;
    const child = path === '' ? key : `${path}.${key}`;
    if (key === name) homes.push(child);
    homesOf(name, field.type, child, homes);
  }
}

/** The home that shares the most with where the field stands; it was hardly meant for the other end of the object. */
function nearestHome(homes: readonly string[], path: readonly PathSegment[]): string | undefined {
  const parent = fieldPathText(path.slice(0, -1)).replaceAll(/\[\d+\]/g, '[]');
  return homes.find((home) => home.startsWith(`${parent}.`)) ?? homes[0];
}

function unknownFieldHint(path: readonly PathSegment[], root: GoType): string {
  const name = String(path.at(-1));
  const type = parentType(root, path);
  const siblings = type?.kind === 'struct' ? Object.keys(type.fields) : [];
  const meant = closest(name, siblings);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  const homes: string[] = [];
  homesOf(name, root, '', homes);
  const home = nearestHome(homes, path);
  if (home !== undefined) return `\`${name}\` belongs at \`${home}\`: check the indentation.`;
  return `Fields that exist here: ${siblings.join(', ')}.`;
}

/**
 * Puts wrong types and unknown fields at their lines. Like the API server, it does not go on to look for unknown
 * fields while a type is wrong.
 *
 * @rule MF6
 */
export function addDecodeProblems(decoded: DecodedHpa, document: YamlDocument, problems: ProblemList): void {
  const editor = new DocumentEditor(problems.text, document);
  for (const fault of decoded.faults.slice(0, MAX_PROBLEMS)) {
    const hint = wantedHint(fault);
    const fixes = [wrongTypeFix(editor, fault) ?? listFix(editor, fault)];
    const finding = { severity: 'error', rule: 'wrong-type', message: fault.text, hint, fixes } as const;
    problems.addField(finding, document, fault.path);
  }
  for (const [index, path] of decoded.unknownFields.slice(0, MAX_PROBLEMS).entries()) {
    const message = `strict decoding error: ${unknownFieldText(path)}`;
    const hint = unknownFieldHint(path, decoded.type);
    const fixes = index < MAX_FIXED ? unknownFieldFixes(editor, path, decoded.type) : [];
    const finding = { severity: 'error', rule: 'unknown-field', message, hint, fixes } as const;
    problems.addField(finding, document, path, 'key');
  }
}
