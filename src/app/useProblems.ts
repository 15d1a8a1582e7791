import { useMemo } from 'react';
import type { Problem } from '../core/index.ts';
import { useApp } from './context.tsx';

/** Everything that is said of the text: the reader's problems, and the schema's where the reader is silent. */
export function useProblems(): readonly Problem[] {
  const problems = useApp((state) => state.problems);
  const bySchema = useApp((state) => state.schemaProblems);
  return useMemo(() => merged(problems, bySchema), [problems, bySchema]);
}

/** In the order of the text. A line that the reader has spoken about is not spoken about again. */
export function merged(problems: readonly Problem[], bySchema: readonly Problem[]): readonly Problem[] {
  const told = new Set(problems.map(({ range }) => range.startLine));
  const others = bySchema.filter(({ range }) => !told.has(range.startLine));
  if (others.length === 0) return problems;
  return [...problems, ...others].toSorted(
    (a, b) => a.range.startLine - b.range.startLine || a.range.startColumn - b.range.startColumn,
  );
}
