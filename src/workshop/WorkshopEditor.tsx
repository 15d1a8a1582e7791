/** An ordered list of lessons and scenarios: written here, taken away as a link, a file, or on paper. */
import { ArrowDown, ArrowUp, Download, FolderOpen, Presentation, Printer, Trash2 } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { CopyButton } from '../app/CopyButton.tsx';
import { useServices } from '../app/context.tsx';
import { saveFile } from '../app/saveFile.ts';
import type { Workshop, WorkshopStep } from '../core/index.ts';
import { readDocument, workshopFile } from '../core/lesson/files.ts';
import { withoutSolutions } from '../core/lesson/learners.ts';
import { LESSON_LIMITS } from '../core/lesson/limits.ts';
import { CHAPTERS } from '../lessons/courseIndex.ts';
import { encodeWorkshop } from '../share/workshops.ts';
import { manifestName } from '../store/manifestName.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { printHandout } from './handout.ts';
import { hold, keepWorkshop, keptWorkshop, stepTitle } from './hold.ts';
import { moved } from './steps.ts';
import { WorkshopCode } from './WorkshopCode.tsx';
import styles from './workshop.module.css';

const NEW: Workshop = { version: 1, title: 'My workshop', text: '', hasSolutions: true, steps: [] };

async function learnersLink(workshop: Workshop): Promise<string> {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${await encodeWorkshop(withoutSolutions(workshop))}`;
}

export function WorkshopEditor(): ReactNode {
  const { store } = useServices();
  const [workshop, setWorkshop] = useState<Workshop>(() => keptWorkshop() ?? NEW);
  const [said, say] = useState('');
  const { steps } = workshop;
  const isEmpty = steps.length === 0;
  const isFull = steps.length >= LESSON_LIMITS.steps;

  function change(part: Partial<Workshop>): void {
    const next = { ...workshop, ...part };
    setWorkshop(next);
    say(keepWorkshop(next) ? '' : 'This browser has no room for it: save it as a file.');
  }
  const add = (step: WorkshopStep): void => change({ steps: [...steps, step] });
  const setStep = (at: number, step: WorkshopStep): void => change({ steps: steps.with(at, step) });

  async function open(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file === undefined) return;
    const isLarge = file.size > 4 * LESSON_LIMITS.fileLength;
    const read = isLarge
      ? { ok: false as const, message: 'It is larger than any workshop.' }
      : readDocument('HPAPlaygroundWorkshop', await file.text());
    if (read.ok) change(read.value);
    else say(`This file is no workshop. ${read.message}`);
  }

  return (
    <div className={styles.editor}>
      <label className={styles.field}>
        Name
        <input
          value={workshop.title}
          maxLength={LESSON_LIMITS.titleLength}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        Notes for whoever presents
        <textarea
          rows={2}
          value={workshop.notes ?? ''}
          maxLength={LESSON_LIMITS.textLength}
          onChange={(event) => change({ notes: event.target.value })}
        />
      </label>
      <ol className={styles.steps} aria-label="Steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lesson may stand in it twice
          <li key={at}>
            <div className={styles.step}>
              <span className={styles.stepTitle}>{stepTitle(step)}</span>
              <input
                className={styles.stepNote}
                aria-label={`Note on ${stepTitle(step)}`}
                placeholder="Note, for you alone"
                value={step.note ?? ''}
                maxLength={LESSON_LIMITS.lineLength}
                onChange={(event) => setStep(at, withNote(step, event.target.value))}
              />
              <IconButton
                label={`Move up: ${stepTitle(step)}`}
                disabled={at === 0}
                onClick={() => change({ steps: moved(steps, at, at - 1) })}
              >
                <ArrowUp size={15} aria-hidden />
              </IconButton>
              <IconButton
                label={`Move down: ${stepTitle(step)}`}
                disabled={at === steps.length - 1}
                onClick={() => change({ steps: moved(steps, at, at + 1) })}
              >
                <ArrowDown size={15} aria-hidden />
              </IconButton>
              <IconButton
                label={`Remove: ${stepTitle(step)}`}
                onClick={() => change({ steps: steps.toSpliced(at, 1) })}
              >
                <Trash2 size={15} aria-hidden />
              </IconButton>
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <select
          className={styles.add}
          aria-label="Add a lesson"
          value=""
          disabled={isFull}
          onChange={(event) => add({ kind: 'course', lesson: event.target.value })}
        >
          <option value="">Add a lesson…</option>
          {CHAPTERS.map(({ id, title, lessons }) => (
            <optgroup key={id} label={title}>
              {lessons.map((lesson) => (
                <option key={lesson.id} value={lesson.id}>
                  {lesson.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Button
          look="outlined"
          disabled={isFull}
          onClick={() => {
            const { scenario } = store.getState();
            add({
              kind: 'scenario',
              title: manifestName(scenario.manifest) ?? 'A scenario',
              text: '',
              scenario,
            });
          }}
        >
          Add the present scenario
        </Button>
      </div>
      <div className={styles.row}>
        <Button look="primary" disabled={isEmpty} onClick={() => hold(store, workshop, 'presenter')}>
          <Presentation size={15} aria-hidden />
          Present
        </Button>
        <CopyButton
          text="Copy the learners’ link"
          label="Copy the learners’ link"
          disabled={isEmpty}
          content={() => learnersLink(workshop)}
        />
        <Button
          look="outlined"
          disabled={isEmpty}
          onClick={() =>
            saveFile({
              name: 'workshop.yaml',
              blob: new Blob([workshopFile(workshop)], { type: 'application/yaml' }),
            })
          }
        >
          <Download size={15} aria-hidden />
          Save as a file
        </Button>
        <label className={styles.file}>
          <FolderOpen size={15} aria-hidden />
          Open a file…
          <input
            className="visuallyHidden"
            type="file"
            accept=".yaml,.yml,.json"
            onChange={(event) => void open(event)}
          />
        </label>
        <Button
          look="outlined"
          disabled={isEmpty}
          onClick={() => void learnersLink(workshop).then((link) => printHandout(workshop, link))}
        >
          <Printer size={15} aria-hidden />
          Handout
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {isEmpty ? null : <WorkshopCode workshop={workshop} linkOf={learnersLink} />}
    </div>
  );
}

function withNote(step: WorkshopStep, note: string): WorkshopStep {
  const { note: _, ...plain } = step;
  return note === '' ? plain : { ...plain, note };
}
