import {
  adviseManifest,
  type FeatureGates,
  type Minor,
  newScenario,
  type Outcome,
  type Problem,
  readManifest,
  saysTheSame,
} from '../core/index.ts';

export interface CheckedError {
  readonly message: string;
  /** of the field, as the API server writes it; empty where the fault is not in one */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface CheckedAdvice {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
}

export interface CheckedFile {
  readonly file: string;
  readonly outcome: Outcome;
  readonly errors: readonly CheckedError[];
  readonly advice: readonly CheckedAdvice[];
}

/** A line of the report for people. */
export interface Remark {
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly rule: string;
}

export interface Check {
  readonly checked: CheckedFile;
  /** errors, warnings, advice and notes, in the order of the text */
  readonly remarks: readonly Remark[];
}

function problemRemark({ range, severity, message, rule, hint }: Problem): Remark {
  const sentence = /[.!?:]$/.test(message) ? message : `${message}.`;
  const whole = hint === undefined || hint === '' ? message : `${sentence} ${hint}`;
  return { line: range.startLine, column: range.startColumn, severity, message: whole, rule };
}

/** What there is to say of one text. */
export function checkText(file: string, text: string, minor: Minor, featureGates: FeatureGates): Check {
  const result = readManifest(text, minor, featureGates);
  const { controller: flags } = newScenario('');
  const advice = adviseManifest({ text, result, minor, featureGates, flags });
  const problems = result.problems.filter((problem) => !advice.some((piece) => saysTheSame(problem, piece)));
  const errors = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message, path = '', range }) => ({
      message,
      path,
      line: range.startLine,
      column: range.startColumn,
    }));
  const warnings = problems
    .filter(({ severity }) => severity === 'warning')
    .map(({ rule, message, range }) => ({ rule, message, line: range.startLine }));
  const advised = advice.map(({ rule, message, line }) => ({ rule, message, line }));
  const remarks = [...problems.map(problemRemark), ...advice];
  return {
    checked: {
      file,
      outcome: result.outcome,
      errors,
      advice: [...warnings, ...advised].sort((a, b) => a.line - b.line),
    },
    remarks: remarks.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** A file that cannot be read is an error like others, at its very beginning. */
export function unreadable(file: string, message: string): Check {
  const checked = {
    file,
    outcome: 'error',
    errors: [{ message, path: '', line: 1, column: 1 }],
    advice: [],
  } as const;
  return { checked, remarks: [{ line: 1, column: 1, severity: 'error', message, rule: 'unreadable' }] };
}
