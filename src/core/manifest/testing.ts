import type { Minor } from '../releases/types.ts';
import { readManifest } from './read.ts';
import type { ManifestResult, Problem, QuickFix, Range } from './types.ts';

/** Whether a range lies in the text; an edit may be empty, what is pointed at is at least a column wide. */
function isInText(lines: readonly string[], range: Range, least: number): boolean {
  const { startLine, startColumn, endLine, endColumn } = range;
  const isOnLine = startColumn <= (lines[startLine - 1] ?? '').length + 1;
  const isForward = endLine > startLine || (endLine === startLine && endColumn - startColumn >= least);
  return startLine >= 1 && endLine <= lines.length && startColumn >= 1 && isOnLine && isForward;
}

function isBefore(a: Range, b: Range): boolean {
  return a.endLine < b.startLine || (a.endLine === b.startLine && a.endColumn <= b.startColumn);
}

/** Edits of one fix are in the text and do not overlap. */
function isFixSound(lines: readonly string[], { title, edits }: QuickFix): boolean {
  const ranges = edits
    .map(({ range }) => range)
    .sort((a, b) => a.startLine - b.startLine || a.startColumn - b.startColumn || a.endColumn - b.endColumn);
  const areApart = ranges.every((range, index) => index === 0 || isBefore(ranges[index - 1] ?? range, range));
  return title !== '' && edits.length > 0 && areApart && ranges.every((range) => isInText(lines, range, 0));
}

function isProblemSound(lines: readonly string[], { range, message, rule, fixes = [] }: Problem): boolean {
  const isNamed = message !== '' && /^[a-z0-9-]+$/.test(rule);
  return isNamed && isInText(lines, range, 1) && fixes.every((fix) => isFixSound(lines, fix));
}

/** Whether outcome, manifest, problems and choices go together. */
function isWhole({ outcome, manifest, problems, hpas, chosenHpa }: ManifestResult): boolean {
  const hasError = problems.some(({ severity }) => severity === 'error');
  const runs = outcome === 'accept' || outcome === 'convert' || outcome === 'choose';
  const fits = runs ? !hasError && manifest !== undefined : outcome === 'fragment' || hasError;
  const areKeysUnique = new Set(hpas.map(({ key }) => key)).size === hpas.length;
  return fits && areKeysUnique && (manifest !== undefined) === hpas.some(({ key }) => key === chosenHpa);
}

/**
 * What is wrong with the answer to a text, whatever the text is; nothing when it is sound.
 *
 * @rule MF9
 */
export function unsoundness(text: string, minor: Minor): readonly string[] {
  return unsoundnessOf(text, readManifest(text, minor));
}

/** The same for an answer that is there. @rule MF9 */
export function unsoundnessOf(text: string, result: ManifestResult): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const wrong = result.problems
    .filter((problem) => !isProblemSound(lines, problem))
    .map((problem) => JSON.stringify(problem));
  const { outcome, manifest, problems, hpas, chosenHpa } = result;
  if (!isWhole(result)) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    wrong.push(
      `${outcome}: runs ${manifest !== undefined}, ${errors} errors, ${chosenHpa} of ${hpas.length}`,
    );
  }
  return wrong;
}
