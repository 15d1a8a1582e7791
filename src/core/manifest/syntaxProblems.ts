/** The parser's complaints in words that say what to do. */
import type { SyntaxFault } from './documents.ts';
import type { Finding, ProblemList } from './problems.ts';

interface Wording {
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

const INDENT_HINT =
  'Fields of one object must start in the same column, two spaces further in than their parent.';

const WORDINGS: readonly Wording[] = [
  {
    pattern: /^tab characters/,
    message: 'There is a tab in the indentation; YAML allows spaces only.',
    hint: 'Replace the tab by spaces.',
  },
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
    pattern: /flow (collection|sequence|mapping)|missed comma/,
    message: 'A bracket or brace that was opened here is not closed, or a comma is missing.',
    hint: 'Close every [ and { on the way, and put commas between the entries.',
  },
  {
    pattern: /quoted scalar|end of the (stream|document) within a (single|double)/,
    message: 'A quotation mark is opened and never closed.',
    hint: 'Close the quotes at the end of the value.',
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

function wordingOf(reason: string): Finding {
  const wording = WORDINGS.find(({ pattern }) => pattern.test(reason));
  const base = { severity: 'error', rule: 'yaml-syntax' } as const;
  return wording === undefined
    ? { ...base, message: `This is not YAML: ${reason}.` }
    : { ...base, message: wording.message, hint: `${wording.hint} (The parser says: ${reason}.)` };
}

/** End of the visible text of the line that holds `offset`. */
function lineEnd(text: string, offset: number): number {
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}

/** Tells of one fault, from where the parser stopped to the end of that line. */
export function addSyntaxProblem(problems: ProblemList, text: string, fault: SyntaxFault): void {
  const start = Math.min(fault.position, text.length);
  problems.addAt(wordingOf(fault.reason), start, lineEnd(text, start));
}
