/** What is taught over the present scenario: its text, what is asked, what is aimed at. */
import { RotateCcw, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useApp, useServices } from '../app/context.tsx';
import { clockText } from '../core/expectations/figures.ts';
import { findMoment } from '../core/expectations/moments.ts';
import type { Scenario, TaughtSheet } from '../core/index.ts';
import { resolveText } from '../core/lesson/placeholders.ts';
import { sheetRuns } from '../core/lesson/sheet.ts';
import type { Attempt } from '../store/lessonSlice.ts';
import { syncAt } from '../store/syncs.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ContestScore } from './ContestScore.tsx';
import { Figures } from './Figures.tsx';
import { Goals } from './Goals.tsx';
import { Hints } from './Hints.tsx';
import { LessonSteps } from './LessonSteps.tsx';
import { Locks } from './Locks.tsx';
import styles from './lessons.module.css';
import { Markdown } from './Markdown.tsx';
import { Prediction } from './Prediction.tsx';
import { TRIED } from './progress.ts';
import { progressStore } from './progressStore.ts';
import { Solution } from './Solution.tsx';
import { useJudged, usePresentTrace, useSheetRuns } from './useLesson.ts';
import type { Runs } from './useRuns.ts';

export default function LessonPane(): ReactNode {
  const attempt = useApp((state) => state.attempt);
  return attempt === undefined ? null : <Sheet key={attempt.opened} attempt={attempt} />;
}

const KIND_NAMES: Readonly<Record<TaughtSheet['kind'], string>> = {
  lesson: 'Lesson',
  cause: 'From the playbook',
  pattern: 'Pattern',
  contest: 'Contest',
  scenario: 'Scenario',
};

function Sheet({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { sheet, opened, isRevealed, hints } = attempt;
  const { store } = useServices();
  const isInWorkshop = useApp((state) => state.held !== undefined);
  const { closeSheet, openSheet } = store.getState();
  const runs = useSheetRuns(sheet);
  const judged = useJudged(sheet, opened);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isDone = isRevealed && (sheet.goal.length === 0 || judged.isReached);
  useEffect(() => {
    if (sheet.kind !== 'lesson') return;
    progressStore.getState().note(sheet.id, isDone ? { done: true, hints } : { hints });
  }, [sheet, isDone, hints]);

  return (
    <section className={styles.pane} aria-label={KIND_NAMES[sheet.kind]}>
      <header className={styles.head}>
        <div className={styles.name}>
          {isInWorkshop ? (
            <p className={styles.place}>{KIND_NAMES[sheet.kind]}</p>
          ) : (
            <LessonSteps
              id={sheet.id}
              fallback={sheet.id === TRIED ? 'Your draft, as learners see it' : KIND_NAMES[sheet.kind]}
            />
          )}
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {sheet.title}
          </h2>
        </div>
        <IconButton label="Start again" onClick={() => openSheet(sheet)}>
          <RotateCcw size={15} aria-hidden />
        </IconButton>
        <IconButton label="Leave the lesson" onClick={closeSheet}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className={styles.body}>
        <SheetText sheet={sheet} runs={runs} text={sheet.text} />
        <Locks locked={sheet.locked} broken={judged.broken} />
        <Figures sheet={sheet} runs={runs} />
        {sheet.prediction === undefined ? null : (
          <Prediction attempt={attempt} prediction={sheet.prediction} run={runs.run} />
        )}
        {isRevealed ? (
          <>
            <SheetText sheet={sheet} runs={runs} text={sheet.reveal} />
            <DecidingMoment attempt={attempt} />
            <Beliefs sheet={sheet} />
            <Goals judged={judged} isContest={sheet.kind === 'contest'} />
            <ContestScore attempt={attempt} judged={judged} best={runs.best} />
            <Hints hints={sheet.hints} shown={hints} />
            <Solution sheet={sheet} isDone={isDone} />
            <Variants sheet={sheet} />
            <Sources sheet={sheet} />
          </>
        ) : null}
      </div>
    </section>
  );
}

interface SheetTextProps {
  readonly sheet: TaughtSheet;
  readonly runs: Runs;
  readonly text: string;
}

/** Until a run is there its figures are three dots. */
const UNRESOLVED = /\{\{[^{}]*\}\}/g;

function SheetText({ sheet, runs, text }: SheetTextProps): ReactNode {
  const resolved = useMemo(
    () => resolveText(text, sheetRuns(sheet, runs)).text.replace(UNRESOLVED, '…'),
    [sheet, runs, text],
  );
  return resolved === '' ? null : <Markdown text={resolved} />;
}

/** Leads to the instant that the lesson is about, where it happens in the present run. */
function DecidingMoment({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { store } = useServices();
  const trace = usePresentTrace(attempt.opened);
  const { moment } = attempt.sheet;
  const found = moment === undefined || trace === undefined ? undefined : findMoment(moment, trace);
  if (found === undefined) return null;
  const show = (): void => {
    const state = store.getState();
    if (state.trace !== undefined) state.selectSync(syncAt(state.trace, found.atSeconds));
    state.showBottomTab('why');
    state.showPhoneTab('charts');
  };
  return (
    <p>
      <Button look="outlined" onClick={show}>
        Show the moment that decides, {clockText(found.atSeconds)}
      </Button>
    </p>
  );
}

function Beliefs({ sheet: { beliefs } }: { readonly sheet: TaughtSheet }): ReactNode {
  if (beliefs.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Often told wrong">
      <h3>Often told wrong</h3>
      <dl className={styles.beliefs}>
        {beliefs.map(({ said, so }) => (
          <div key={said}>
            <dt>“{said}”</dt>
            <dd>
              <Markdown text={so} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Other runs beside the present one. A comparison is on the same load: variants with another one are in the text alone. */
function Variants({ sheet }: { readonly sheet: TaughtSheet }): ReactNode {
  const { store } = useServices();
  const load = JSON.stringify(sheet.start.loads);
  const variants = sheet.variants.filter(({ scenario }) => JSON.stringify(scenario.loads) === load);
  if (variants.length === 0) return null;
  const compare = (scenario: Scenario): void => {
    const { compareWith, showBottomTab } = store.getState();
    compareWith(scenario);
    showBottomTab('compare');
  };
  return (
    <section className={styles.part} aria-label="To compare with">
      <h3>To compare with</h3>
      <p className={styles.buttons}>
        {variants.map(({ id, title, scenario }) => (
          <Button key={id} look="outlined" onClick={() => compare(scenario)}>
            {title}
          </Button>
        ))}
      </p>
    </section>
  );
}

function Sources({ sheet: { sources } }: { readonly sheet: TaughtSheet }): ReactNode {
  if (sources.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Sources">
      <h3>Sources</h3>
      <ul className={styles.sources}>
        {sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
