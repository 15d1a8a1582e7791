import type { ReactNode } from 'react';
import type { ManifestResult, Outcome, Problem } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { useApp } from './context.tsx';
import styles from './ManifestPane.module.css';
import { useManifestEdits } from './useManifestEdits.ts';

/** What a text is that is not simply run, with the one step that makes it so. Nothing otherwise. */
export function ManifestBanner(): ReactNode {
  const { fix, goTo } = useManifestEdits();
  const verdict = useApp((state) => state.verdict);
  const text = verdict === undefined ? undefined : textOf(verdict);
  if (verdict === undefined || text === undefined) return null;
  const problem = problemOf(verdict);
  const [first] = problem?.fixes ?? [];
  return (
    <div className={styles.banner} role="note">
      <p>{text}</p>
      {first !== undefined ? (
        <Button look="primary" onClick={() => fix(first)}>
          {first.title}
        </Button>
      ) : null}
      {first === undefined && problem !== undefined ? (
        <Button look="outlined" onClick={() => goTo(problem)}>
          Show the place
        </Button>
      ) : null}
    </div>
  );
}

function textOf({ outcome, hpas, problems, manifest }: ManifestResult): string | undefined {
  const runs = manifest === undefined ? '' : ' It runs here as converted.';
  switch (outcome) {
    case 'convert':
      return `This is written in an older API version.${runs}`;
    case 'fragment':
      return 'This is a part of a HorizontalPodAutoscaler. It needs the rest around it to run.';
    case 'template': {
      const count = problems.filter(isPlaceholder).length;
      return `This is a template: ${count === 1 ? 'one placeholder has' : `${count} placeholders have`} to be filled in first.`;
    }
    case 'choose':
      return `There are ${hpas.length} ${hpas.some(({ kind }) => kind !== undefined) ? 'autoscalers' : 'HorizontalPodAutoscalers'} in this text. Choose above which one runs.`;
    case 'accept':
    case 'error':
      return undefined;
  }
}

function isPlaceholder({ rule }: Problem): boolean {
  return rule === 'template-placeholder';
}

const RULES: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  convert: ['old-api-version'],
  template: ['template-placeholder'],
  fragment: ['fragment'],
};

/** The problem that the outcome comes from. */
function problemOf({ outcome, problems }: ManifestResult): Problem | undefined {
  const rules = RULES[outcome];
  if (rules === undefined) return undefined;
  const related = problems.filter(({ rule }) => rules.some((known) => rule.startsWith(known)));
  return related.find(({ fixes = [] }) => fixes.length > 0) ?? related[0];
}
