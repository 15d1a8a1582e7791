/** The parser's complaints in words that say what to do. */
import type { SyntaxFault } from './documents.ts';
import type { Finding, ProblemList } from './problems.ts';
import { ellipsisFinding, indentFixes, separatorFinding, tabFinding } from './sourceFaults.ts';
import { findUnclosed } from './unclosed.ts';

interface Wording {
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

const INDENT_HINT =
  'Fields of one object must start in the same column, two spaces further in than their parent.';

const WORDINGS: readonly Wording[] = [
  {
    pattern: /bad indentation of a mapping entry|mapping values are not allowed|implicit mapping/,
    message: 'This line does not fit the indentation around it, or a value holds a colon that needs quotes.',
    hint: INDENT_HINT,
  },
  {
    pattern: /indentation|deficient/,
    message: 'The indentation does not fit the lines around it.',
    hint: INDENT_HINT,
  },
  {
    pattern: /^unidentified alias/,
    message: 'An alias (*name) refers to an anchor (&name) that is not defined above it.',
    hint: 'Define the anchor in the same document, or write the value out.',
  },
  {
    pattern: /alias|merge keys exceeded|contains itself/,
    message: 'The aliases of this document expand to more than can be read.',
    hint: 'Write the values out instead of nesting aliases.',
  },
  {
    pattern: /nesting exceeded/,
    message: 'The text is nested deeper than any manifest.',
    hint: 'Look for brackets that are opened over and over.',
  },
  {
    pattern: /key is missing|invalid map key|complex keys/,
    message: 'A key must be plain text before its colon.',
    hint: 'Write `name: value`; quote a key that holds braces or brackets.',
  },
  {
    pattern: /tag/,
    message: 'This YAML tag (!…) has no meaning in a manifest.',
    hint: 'Remove the tag; Kubernetes manifests do without.',
  },
  {
    pattern: /non-printable|control/,
    message: 'There is an invisible control character here.',
    hint: 'Delete the character; it often comes with text copied from a terminal.',
  },
];

/** Our words with kubectl's own behind them, by which they can be found elsewhere. */
function withKubectl(finding: Finding, kubectl: string | undefined): Finding {
  return kubectl === undefined ? finding : { ...finding, message: `${finding.message} kubectl: ${kubectl}` };
}

const NO_YAML = 'This cannot be read as YAML.';

function wordingOf(reason: string): Finding {
  const wording = WORDINGS.find(({ pattern }) => pattern.test(reason));
  const base = { severity: 'error', rule: 'yaml-syntax' } as const;
  return wording === undefined
    ? { ...base, message: NO_YAML, hint: `The parser says: ${reason}.` }
    : { ...base, message: wording.message, hint: `${wording.hint} (The parser says: ${reason}.)` };
}

const MAY_BE_UNCLOSED = /indentation|end of the|flow|quoted scalar/;

const UNCLOSED: Readonly<Record<string, Finding>> = {
  bracket: {
    severity: 'error',
    rule: 'yaml-syntax',
    message: 'A bracket or brace that is opened here is not closed, or a comma is missing in between.',
    hint: 'Close every [ and {, and put commas between the entries.',
  },
  quote: {
    severity: 'error',
    rule: 'yaml-syntax',
    message: 'A quotation mark is opened here and never closed.',
    hint: 'Close the quotes at the end of the value.',
  },
};

/** The first visible character of the line that holds `offset`, when there is one before it. */
function lineStart(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const indent = text.slice(start, offset).search(/\S/);
  return indent < 0 ? offset : start + indent;
}

/** End of the visible text of the line that holds `offset`. */
function lineEnd(text: string, offset: number): number {
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}

/**
 * Tells of one fault: where something was opened that is never closed, else from where the parser stopped to the end
 * of that line.
 *
 * @rule MF11
 */
export function addSyntaxProblem(problems: ProblemList, text: string, fault: SyntaxFault): void {
  const start = Math.min(fault.position, text.length);
  const source = { text: text.slice(fault.offset, fault.end), offset: fault.offset };
  const placed =
    separatorFinding(fault) ??
    ellipsisFinding(source) ??
    (fault.reason.startsWith('tab characters') ? tabFinding(source) : undefined);
  if (placed !== undefined) {
    problems.addAt(
      withKubectl(placed.finding, fault.kubectl),
      placed.start ?? start,
      placed.end ?? lineEnd(text, start),
    );
    return;
  }
  const opened = MAY_BE_UNCLOSED.test(fault.reason)
    ? findUnclosed(text.slice(fault.offset, start))
    : undefined;
  if (opened !== undefined) {
    const at = fault.offset + opened;
    const finding = /["']/.test(text[at] ?? '') ? UNCLOSED.quote : UNCLOSED.bracket;
    if (finding !== undefined) problems.addAt(withKubectl(finding, fault.kubectl), at, lineEnd(text, at));
    return;
  }
  const isIndent = /indentation|mapping values|implicit mapping/.test(fault.reason);
  const fixes = isIndent ? indentFixes(source, start) : [];
  const from = isIndent ? lineStart(text, start) : start;
  const wording = withKubectl(wordingOf(fault.reason), fault.kubectl);
  problems.addAt({ ...wording, fixes }, from, lineEnd(text, start));
}
