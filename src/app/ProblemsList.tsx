import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem, Severity } from '../core/index.ts';
import { selectNothingScales } from '../store/selectors.ts';
import { Button } from '../ui/Button.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ProblemsList.module.css';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info } as const;

/** What is wrong with the text, or worth knowing. A click goes to the line. */
export function ProblemsList(): ReactNode {
  const problems = useApp((state) => state.problems);
  return (
    <section className={styles.problems} aria-label="Problems">
      <h2 className={styles.heading}>{headingOf(problems)}</h2>
      <FitLoadHint />
      {problems.length === 0 ? null : (
        <ul className={styles.list}>
          {problems.map((problem) => (
            <ProblemRow
              key={`${problem.rule} ${problem.range.startLine}:${problem.range.startColumn} ${problem.message}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A pasted manifest meets the load that was there before, which may be far from what it reacts to. */
function FitLoadHint(): ReactNode {
  const { fitLoad } = useServices();
  const nothingScales = useApp(selectNothingScales);
  if (!nothingScales) return null;
  return (
    <div className={styles.hintRow}>
      <p className={styles.hintText}>Nothing scales: this load never asks for another replica count.</p>
      <Button look="outlined" onClick={() => void fitLoad()}>
        Fit the load
      </Button>
    </div>
  );
}

function ProblemRow({ problem }: { readonly problem: Problem }): ReactNode {
  const { editor } = useServices();
  const Icon = ICONS[problem.severity];
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => editor.current?.goTo(problem.range)}>
        <Icon size={14} className={styles[problem.severity]} role="img" aria-label={problem.severity} />
        <span className={styles.text}>
          {problem.message}
          {problem.hint === undefined ? null : <span className={styles.hint}> {problem.hint}</span>}
        </span>
        <span className={styles.line} role="img" aria-label={`line ${problem.range.startLine}`}>
          :{problem.range.startLine}
        </span>
      </button>
    </li>
  );
}

function headingOf(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems';
  const parts = (['error', 'warning', 'info'] as const)
    .map((severity) => countOf(problems, severity))
    .filter((part) => part !== undefined);
  return parts.join(' · ');
}

const NOUNS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['problem', 'problems'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

function countOf(problems: readonly Problem[], severity: Severity): string | undefined {
  const count = problems.filter((problem) => problem.severity === severity).length;
  if (count === 0) return undefined;
  const [one, many] = NOUNS[severity];
  return `${count} ${count === 1 ? one : many}`;
}
