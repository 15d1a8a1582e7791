/** Problems of the manifest as the editor's markers. Both count lines and columns from 1. */
import type { Problem, Severity } from '../core/index.ts';

/** `monaco.editor.IMarkerData`, without importing the editor. */
export interface MarkerData {
  readonly severity: number;
  readonly message: string;
  readonly source: string;
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** `monaco.MarkerSeverity` */
const SEVERITIES: Readonly<Record<Severity, number>> = { error: 8, warning: 4, info: 2 };

export function toMarkerData(problem: Problem): MarkerData {
  const { startLine, startColumn, endLine, endColumn } = problem.range;
  const isEmpty = startLine === endLine && startColumn === endColumn;
  return {
    severity: SEVERITIES[problem.severity],
    message: problem.hint === undefined ? problem.message : `${problem.message}\n${problem.hint}`,
    source: problem.rule,
    startLineNumber: startLine,
    startColumn,
    endLineNumber: endLine,
    // A marker without width would be drawn nowhere.
    endColumn: isEmpty ? endColumn + 1 : endColumn,
  };
}
