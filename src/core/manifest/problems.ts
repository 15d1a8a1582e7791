import { fieldPathText } from '../apimachinery/field.ts';
import type { PathSegment, YamlDocument } from './documents.ts';
import type { OffsetFix } from './fixes/edit.ts';
import { MAX_PROBLEMS } from './limits.ts';
import { type Aim, LineIndex, locate, type Span } from './positions.ts';
import type { Problem, QuickFix, Severity } from './types.ts';

/** What is to be said; where is given beside it. */
export interface Finding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  /** the likeliest first; what is undefined could not be made safely */
  readonly fixes?: readonly (OffsetFix | undefined)[];
}

/** Collects the problems of one text. Lines are only counted once there is something to say. */
export class ProblemList {
  readonly text: string;
  private lines: LineIndex | undefined;
  private readonly found: Problem[] = [];
  private readonly spans: Span[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get hasErrors(): boolean {
    return this.found.some((problem) => problem.severity === 'error');
  }

  /** Offsets of what the errors point at. */
  errorSpans(): readonly Span[] {
    return this.spans;
  }

  /** In the order of the text; at one place errors come first. */
  sorted(): readonly Problem[] {
    const weight = { error: 0, warning: 1, info: 2 };
    const told = new Set<string>();
    const isNews = ({ rule, message, range }: Problem): boolean => {
      const key = JSON.stringify([rule, message, range]);
      if (told.has(key)) return false;
      told.add(key);
      return true;
    };
    return this.found
      .filter(isNews)
      .toSorted(
        (a, b) =>
          a.range.startLine - b.range.startLine ||
          a.range.startColumn - b.range.startColumn ||
          weight[a.severity] - weight[b.severity],
      )
      .slice(0, MAX_PROBLEMS);
  }

  /** Takes over what was found in the same text. */
  addAll(other: ProblemList): void {
    this.found.push(...other.found);
    this.spans.push(...other.spans);
  }

  /** Puts a finding at offsets of the text. */
  addAt({ fixes = [], ...finding }: Finding, start: number, end: number, path?: string): void {
    if (finding.severity === 'error') this.spans.push({ start, end });
    const lines = this.index();
    const range = lines.range(start, end);
    const quickFixes = fixes.flatMap((fix) => (isApplicable(fix) ? [toQuickFix(fix, lines)] : []));
    this.found.push({
      ...finding,
      ...(path === undefined ? {} : { path }),
      range,
      ...(quickFixes.length === 0 ? {} : { fixes: quickFixes }),
    });
  }

  private index(): LineIndex {
    this.lines ??= new LineIndex(this.text);
    return this.lines;
  }

  /**
   * Puts a finding at a field of a document, or at the nearest thing above it that is written.
   *
   * @param shown the path to show, where it is not the one that is written
   */
  addField(
    finding: Finding,
    document: YamlDocument,
    path: readonly PathSegment[],
    aim: Aim = 'value',
    shown = fieldPathText(path),
  ): void {
    const home = document.home ?? [];
    const written = path.slice(home.length);
    const { start, end } = locate(document.part, [...document.root, ...written], aim);
    this.addAt(finding, start, end, path.length === 0 ? undefined : shown);
  }
}

/** Edits that touch each other cannot be made at once: where keys are repeated, two may mean the same place. */
function isApplicable(fix: OffsetFix | undefined): fix is OffsetFix {
  if (fix === undefined || fix.edits.length === 0) return false;
  const edits = fix.edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return edits.every(({ start }, index) => index === 0 || start >= (edits[index - 1]?.end ?? 0));
}

function toQuickFix({ title, edits }: OffsetFix, lines: LineIndex): QuickFix {
  return {
    title,
    edits: edits.map(({ start, end, newText }) => ({ range: lines.exactRange(start, end), newText })),
  };
}
