import { CircleX, Info, LoaderCircle, TriangleAlert, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Advice, Problem, QuickFix, Severity } from '../core/index.ts';
import type { RunFailure } from '../store/runSlice.ts';
import { selectNothingScales } from '../store/selectors.ts';
import { Button } from '../ui/Button.tsx';
import { AdviceList } from './AdviceList.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ProblemsList.module.css';
import { useManifestEdits } from './useManifestEdits.ts';
import { useProblems } from './useProblems.ts';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info } as const;

/** What is wrong with the text, or worth knowing; apart from it, what a reviewer would advise. */
export function ProblemsList(): ReactNode {
  const problems = useProblems();
  const failure = useApp((state) => state.failure);
  return (
    <div className={styles.findings}>
      <section className={styles.problems} aria-label="Problems">
        <div className={styles.headingRow}>
          <h2 className={styles.heading}>{headingOf(problems, failure)}</h2>
          <RunState />
        </div>
        {failure === undefined ? null : <FailureRow failure={failure} />}
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
      <AdviceList />
    </div>
  );
}

/** Whether a run is under way, how long the last one took, and on whose containers it ran. */
function RunState(): ReactNode {
  const running = useApp((state) => state.running);
  const elapsedMs = useApp((state) => state.elapsedMs);
  const written = useApp((state) => state.workloadWritten);
  const isStale = useApp((state) => state.traceIsStale);
  if (running && elapsedMs === undefined)
    return (
      <span className={styles.state}>
        <LoaderCircle size={12} className={styles.spinner} aria-hidden /> running
      </span>
    );
  if (elapsedMs === undefined || isStale) return null;
  return (
    <span className={styles.state} data-running={running}>
      {written === false ? (
        <span title="The scale target is not in the text.">workload from defaults · </span>
      ) : null}
      run in {elapsedMs < 10 ? elapsedMs.toFixed(1) : Math.round(elapsedMs)} ms
    </span>
  );
}

/** A run that was refused or lost says nothing about the text. */
function FailureRow({ failure }: { readonly failure: RunFailure }): ReactNode {
  const { runAgain } = useServices();
  return (
    <div className={styles.failure}>
      <CircleX size={14} className={styles.error} role="img" aria-label="error" />
      <p>{failure.message}</p>
      <Button look="outlined" onClick={runAgain}>
        Run again
      </Button>
    </div>
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
  const { goTo } = useManifestEdits();
  const Icon = ICONS[problem.severity];
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => goTo(problem)}>
        <Icon size={14} className={styles[problem.severity]} role="img" aria-label={problem.severity} />
        <span className={styles.text}>
          {problem.message}
          {problem.hint === undefined ? null : <span className={styles.hint}> {problem.hint}</span>}
        </span>
        <span className={styles.line} role="img" aria-label={`line ${problem.range.startLine}`}>
          :{problem.range.startLine}
        </span>
      </button>
      <Fixes finding={problem} />
    </li>
  );
}

/** At most so many ways out; the editor's light bulb has them all. */
const MOST_FIXES = 3;

interface FixesProps {
  readonly finding: Problem | Advice;
  /** in front of the fixes */
  readonly children?: ReactNode;
}

/** What can be done about a finding, each with a button. */
export function Fixes({ finding, children }: FixesProps): ReactNode {
  const { fix } = useManifestEdits();
  const fixes: readonly QuickFix[] = finding.fixes ?? [];
  if (fixes.length === 0 && children === undefined) return null;
  return (
    <div className={styles.fixes}>
      {children}
      {fixes.slice(0, MOST_FIXES).map((choice) => (
        <button key={choice.title} type="button" className={styles.fix} onClick={() => fix(choice)}>
          <Wrench size={12} aria-hidden /> {choice.title}
        </button>
      ))}
    </div>
  );
}

const FAILED: Readonly<Record<RunFailure['kind'], string>> = {
  limit: 'Not run',
  cancelled: 'Not run',
  worker: 'The run was lost',
};

function headingOf(problems: readonly Problem[], failure: RunFailure | undefined): string {
  const parts = (['error', 'warning', 'info'] as const)
    .map((severity) => countOf(problems, severity))
    .filter((part) => part !== undefined);
  if (failure !== undefined) parts.unshift(FAILED[failure.kind]);
  return parts.length === 0 ? 'No problems' : parts.join(' · ');
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
