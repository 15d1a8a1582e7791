/** A lesson that is being written, beside the charts that it is about. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useApp, useServices } from '../../app/context.tsx';
import type { LessonDraft } from '../../core/lesson/draft.ts';
import { IconButton } from '../../ui/Button.tsx';
import shared from '../lessons.module.css';
import { usePresentTrace } from '../useLesson.ts';
import { useRuns } from '../useRuns.ts';
import { AuthorStart } from './AuthorStart.tsx';
import styles from './author.module.css';
import { DraftFile } from './DraftFile.tsx';
import { DraftGoal } from './DraftGoal.tsx';
import { DraftHints } from './DraftHints.tsx';
import { DraftLocks } from './DraftLocks.tsx';
import { DraftScenarios } from './DraftScenarios.tsx';
import { DraftTexts } from './DraftTexts.tsx';
import { draftStore, useDraft } from './draftStore.ts';
import type { DraftRuns } from './judged.ts';

export default function AuthorPane(): ReactNode {
  const { store } = useServices();
  const draft = useDraft();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className={shared.pane} aria-label="Lesson draft">
      <header className={shared.head}>
        <div className={shared.name}>
          <p className={shared.place}>Lesson draft</p>
          <h2 ref={heading} tabIndex={-1} className={shared.title}>
            {draft?.title.trim() ? draft.title : 'A lesson without a title'}
          </h2>
        </div>
        <IconButton label="Close the draft; it is kept" onClick={() => store.getState().author(false)}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className={shared.body}>{draft === undefined ? <AuthorStart /> : <Draft draft={draft} />}</div>
    </section>
  );
}

/** Of the draft's own scenarios and of the one on the page, as they come. */
function useDraftRuns({ start, solution }: LessonDraft): DraftRuns {
  const scenarios = useMemo(
    () => ({
      ...(start === undefined ? {} : { start }),
      ...(solution === undefined ? {} : { solution }),
    }),
    [start, solution],
  );
  const runs = useRuns(scenarios, ['start', 'solution']);
  const opened = useApp((state) => state.opened);
  const present = usePresentTrace(opened);
  return { start: runs.start, solution: runs.solution, present };
}

function Draft({ draft }: { readonly draft: LessonDraft }): ReactNode {
  const runs = useDraftRuns(draft);
  const isKept = useStore(draftStore, (state) => state.isKept);
  return (
    <>
      {isKept ? null : (
        <p className={shared.broken} role="alert">
          This browser has no room for the draft: save it as a file before you leave the page.
        </p>
      )}
      <Folded title="Text">
        <DraftTexts draft={draft} runs={runs} />
      </Folded>
      <Folded title="Start and solution">
        <DraftScenarios draft={draft} />
      </Folded>
      <Folded title="Goal">
        <DraftGoal draft={draft} runs={runs} />
      </Folded>
      <Folded title="Locked" isClosed>
        <DraftLocks draft={draft} />
      </Folded>
      <Folded title="Hints, sources, the moment that decides" isClosed>
        <DraftHints draft={draft} />
      </Folded>
      <DraftFile draft={draft} />
    </>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly isClosed?: boolean;
  readonly children: ReactNode;
}

function Folded({ title, isClosed = false, children }: FoldedProps): ReactNode {
  return (
    <details className={styles.part} open={!isClosed}>
      <summary>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
