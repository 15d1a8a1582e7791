/** Characters that look like YAML and are none, and what stands for something left out: with a way to mend them. */
import { parses, type SyntaxFault } from './documents.ts';
import type { OffsetEdit, OffsetFix } from './fixes/edit.ts';
import { MAX_TRIED_LENGTH } from './limits.ts';
import type { Finding } from './problems.ts';

/** A finding with its own place; without one it is told where the parser stopped. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly start?: number;
  readonly end?: number;
}

interface Source {
  readonly text: string;
  readonly offset: number;
}

/** Edits of every match in a source, kept when the source parses with them. */
function replaceAll(
  { text, offset }: Source,
  pattern: RegExp,
  replace: (match: string) => string,
): OffsetEdit[] | undefined {
  if (text.length > MAX_TRIED_LENGTH || !parses(text.replaceAll(pattern, replace))) return undefined;
  return [...text.matchAll(pattern)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    newText: replace(match[0]),
  }));
}

function fixOf(title: string, edits: OffsetEdit[] | undefined): readonly (OffsetFix | undefined)[] {
  return [edits && { title, edits }];
}

const LEADING_TABS = /^[ ]*\t[ \t]*/gm;
const ELLIPSIS_LINES = /^[ \t]*(?:\.{3}|…)[ \t]*(?:\r\n|\n|\r|$)/gm;

/** A tab for indentation. @rule MF24 */
export function tabFinding(source: Source): PlacedFinding {
  const edits = replaceAll(source, LEADING_TABS, (match) => match.replaceAll('\t', '  '));
  return {
    finding: {
      severity: 'error',
      rule: 'yaml-syntax',
      message: 'There is a tab in the indentation; YAML allows spaces only.',
      hint: 'Replace the tab by spaces.',
      fixes: fixOf('Replace the tabs by spaces', edits),
    },
  };
}

/** `...` on a line of its own, as documents write for what they leave out. @rule MF24 */
export function ellipsisFinding(source: Source): PlacedFinding | undefined {
  const [first] = source.text.matchAll(ELLIPSIS_LINES);
  const edits = first && replaceAll(source, ELLIPSIS_LINES, () => '');
  if (edits === undefined || first === undefined) return undefined;
  const start = source.offset + first.index + first[0].search(/\S/);
  return {
    finding: {
      severity: 'error',
      rule: 'yaml-syntax',
      message: 'These dots stand for something that was left out; YAML does not know them inside an object.',
      hint: 'Remove the line, or write out what belongs there.',
      fixes: fixOf('Remove the dots', edits),
    },
    start,
    end: start + first[0].trim().length,
  };
}

/** Behind `---` kubectl takes a comment at most. @rule MF24 */
export function separatorFinding({ reason, position }: SyntaxFault): PlacedFinding | undefined {
  if (!reason.startsWith('invalid Yaml document separator')) return undefined;
  return {
    finding: {
      severity: 'error',
      rule: 'yaml-syntax',
      message: reason,
      hint: 'Behind `---` only a comment may stand.',
      fixes: fixOf('Make it a comment', [{ start: position, end: position, newText: '# ' }]),
    },
  };
}

/** The first line was copied without its indentation: all others stand to the right of it. */
function hangingFix({ text, offset }: Source): OffsetFix | undefined {
  const lines = [...text.matchAll(/^( *)(?=[^\s#])/gm)];
  const [first, ...others] = lines.map((match) => match[1]?.length ?? 0);
  const indent = Math.min(...others);
  if (first !== 0 || others.length === 0 || indent === 0) return undefined;
  const moved = new RegExp(`^ {${indent}}`, 'gm');
  const edits = replaceAll({ text, offset }, moved, () => '');
  return edits && { title: 'Move the other lines to the left', edits };
}

const WIDEST_SLIP = 3;

/** A line that would fit with the indentation of one above it. @rule MF24 */
export function indentFixes({ text, offset }: Source, position: number): readonly (OffsetFix | undefined)[] {
  if (text.length > MAX_TRIED_LENGTH) return [];
  const hanging = hangingFix({ text, offset });
  if (hanging !== undefined) return [hanging];
  const at = position - offset;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const own = /^ */.exec(text.slice(lineStart))?.[0].length ?? 0;
  const above = text.slice(0, lineStart).split(/\r?\n/).slice(-20);
  const indents = above.flatMap((line) => {
    const indent = line.search(/\S/);
    return indent < 0 ? [] : [indent, indent + 2];
  });
  const near = [...new Set(indents)]
    .filter((indent) => indent !== own && Math.abs(indent - own) <= WIDEST_SLIP)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
  for (const indent of near) {
    const mended = text.slice(0, lineStart) + ' '.repeat(indent) + text.slice(lineStart + own);
    if (!parses(mended)) continue;
    const start = offset + lineStart;
    const edits = [{ start, end: start + own, newText: ' '.repeat(indent) }];
    return fixOf(`Indent the line by ${indent}`, edits);
  }
  return [];
}
