import { fieldPathText } from '../apimachinery/field.ts';
import type { PathSegment, YamlDocument } from './documents.ts';
import { MAX_PROBLEMS } from './limits.ts';
import { type Aim, LineIndex, locate } from './positions.ts';
import type { Problem, Severity } from './types.ts';

/** What is to be said; where is given beside it. */
export interface Finding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
}

/** Collects the problems of one text. Lines are only counted once there is something to say. */
export class ProblemList {
  private readonly text: string;
  private lines: LineIndex | undefined;
  private readonly found: Problem[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get hasErrors(): boolean {
    return this.found.some((problem) => problem.severity === 'error');
  }

  /** In the order of the text; at one place errors come first. */
  sorted(): readonly Problem[] {
    const weight = { error: 0, warning: 1, info: 2 };
    return this.found
      .toSorted(
        (a, b) =>
          a.range.startLine - b.range.startLine ||
          a.range.startColumn - b.range.startColumn ||
          weight[a.severity] - weight[b.severity],
      )
      .slice(0, MAX_PROBLEMS);
  }

  /** Puts a finding at offsets of the text. */
  addAt(finding: Finding, start: number, end: number, path?: string): void {
    this.lines ??= new LineIndex(this.text);
    const range = this.lines.range(start, end);
    this.found.push(path === undefined ? { ...finding, range } : { ...finding, path, range });
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
    const { start, end } = locate(document.part, [...document.root, ...path], aim);
    this.addAt(finding, start, end, path.length === 0 ? undefined : shown);
  }
}
