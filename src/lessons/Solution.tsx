/** One way to reach the goal, as what it changes; not offered where learners are to find it themselves. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useApp, useServices } from '../app/context.tsx';
import { useShade } from '../app/ThemeToggle.tsx';
import { differencesOf } from '../compare/differences.ts';
import { clockText } from '../core/expectations/figures.ts';
import type { Scenario, TaughtSheet } from '../core/index.ts';
import { selectHidesSolutions } from '../store/lessonSlice.ts';
import { eventText } from '../timeline/eventKinds.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './lessons.module.css';
import { progressStore } from './progressStore.ts';

const ManifestDiff = lazy(async () => ({
  default: (await import('../editor/ManifestDiff.tsx')).ManifestDiff,
}));

interface SolutionProps {
  readonly sheet: TaughtSheet;
  readonly isDone: boolean;
}

export function Solution({ sheet, isDone }: SolutionProps): ReactNode {
  const isHidden = useApp(selectHidesSolutions);
  const [isOpen, setOpen] = useState(false);
  const { solution } = sheet;
  if (solution === undefined || isHidden) return null;
  const name = sheet.kind === 'cause' ? 'the cure' : 'a solution';
  const open = (): void => {
    setOpen(true);
    if (!isDone && sheet.kind === 'lesson') progressStore.getState().note(sheet.id, { sawSolution: true });
  };
  return (
    <p>
      <Button look="outlined" onClick={open}>
        Show {name}
      </Button>
      {isOpen ? (
        <SolutionDialog name={name} start={sheet.start} solution={solution} onClose={() => setOpen(false)} />
      ) : null}
    </p>
  );
}

interface SolutionDialogProps {
  readonly name: string;
  readonly start: Scenario;
  readonly solution: Scenario;
  readonly onClose: () => void;
}

function SolutionDialog({ name, start, solution, onClose }: SolutionDialogProps): ReactNode {
  const { store } = useServices();
  const shade = useShade();
  const differences = differencesOf(start, solution);
  const known = new Set(start.events.map((event) => JSON.stringify(event)));
  const events = solution.events.filter((event) => !known.has(JSON.stringify(event)));
  const apply = (): void => {
    store.getState().replaceScenario(solution);
    onClose();
  };
  return (
    <Dialog title={`${name.charAt(0).toUpperCase()}${name.slice(1)}: what it changes`} onClose={onClose}>
      <div className={styles.solution}>
        {start.manifest === solution.manifest ? null : (
          <div className={styles.diff}>
            <Suspense fallback={<p className={styles.note}>Loading the view of differences…</p>}>
              <ManifestDiff before={start.manifest} after={solution.manifest} shade={shade} />
            </Suspense>
          </div>
        )}
        {differences.length + events.length === 0 ? null : (
          <ul className={styles.differences} aria-label="Settings that differ">
            {differences.map(({ path, a, b }) => (
              <li key={path}>
                <code>{path}</code> {a ?? 'not set'} → {b ?? 'not set'}
              </li>
            ))}
            {events.map((event) => (
              <li key={event.id}>
                On the timeline at {clockText(event.atSeconds)}: {eventText(event)}
                {event.kind === 'applyManifest' ? (
                  <pre className={styles.applied}>{event.manifest}</pre>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.buttons}>
          <Button look="primary" onClick={apply}>
            Apply it
          </Button>
          <span className={styles.note}>
            It takes the place of what you have; one step of undo takes it back.
          </span>
        </p>
      </div>
    </Dialog>
  );
}
