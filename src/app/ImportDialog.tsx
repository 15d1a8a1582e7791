import { FolderOpen } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useMemo, useState } from 'react';
import { LONGEST_IMPORT, type Recognised, recognise, refusalBySize } from '../imports/index.ts';
import { manifestName } from '../store/manifestName.ts';
import { isWorkshopFragment } from '../store/urlSync.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Exchange.module.css';
import { ImportCluster } from './ImportCluster.tsx';
import { holdWorkshop, openManifest, openWhole, replaceManifest } from './importing.ts';
import { LoadImport } from './LoadImport.tsx';

/** Opens whatever the page can use: from a file or pasted, told apart by what it holds. */
export default function ImportDialog(): ReactNode {
  const { store } = useServices();
  const offered = useApp((state) => state.offered);
  const [text, setText] = useState(offered?.text ?? '');
  const [name, setName] = useState(offered?.name);
  const [failure, setFailure] = useState<string>();
  const found = useMemo(() => (text.trim() === '' ? undefined : recognise(text)), [text]);
  const close = (): void => store.getState().showOverlay(undefined);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file === undefined) return;
    const refusal = refusalBySize(file.size);
    setFailure(refusal);
    if (refusal !== undefined) return;
    setText((await file.text()).slice(0, LONGEST_IMPORT + 1));
    setName(file.name);
  }

  return (
    <Dialog title="Open or import" onClose={close}>
      <div className={styles.body}>
        <section className={styles.section} aria-label="Where it comes from">
          <p className={styles.note}>
            A scenario, a manifest, a lesson or a workshop, what kubectl printed, a link, or a load as CSV or
            as Prometheus answers query_range. Files can also be dropped anywhere on the page. Nothing leaves
            this browser.
          </p>
          <div className={styles.line}>
            <ChooseFile onChoose={(event) => void choose(event)} />
            {name === undefined ? null : <span className={styles.note}>{name}</span>}
          </div>
          <textarea
            className={styles.area}
            aria-label="Text to import"
            data-focus="first"
            placeholder="Or paste it here"
            spellCheck={false}
            value={text.length > SHOWN ? `${text.slice(0, SHOWN)}\n…` : text}
            readOnly={text.length > SHOWN}
            onChange={(event) => {
              setText(event.target.value);
              setName(undefined);
              setFailure(undefined);
            }}
          />
        </section>
        <div aria-live="polite">
          {failure === undefined ? null : <p className={styles.failure}>{failure}</p>}
          {found === undefined ? null : (
            <Found found={found} name={name} onDone={close} onFailure={setFailure} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** A text field slows down with more; what is imported is the whole text. */
const SHOWN = 200_000;

function ChooseFile({
  onChoose,
}: {
  readonly onChoose: (event: ChangeEvent<HTMLInputElement>) => void;
}): ReactNode {
  return (
    <label className={styles.file}>
      <FolderOpen size={15} aria-hidden />
      Choose a file…
      <input
        className="visuallyHidden"
        type="file"
        accept=".yaml,.yml,.json,.csv,.tsv,.txt,.md,.svg"
        onChange={onChoose}
      />
    </label>
  );
}

interface FoundProps<F extends Recognised = Recognised> {
  readonly found: F;
  readonly name: string | undefined;
  readonly onDone: () => void;
  readonly onFailure: (message: string) => void;
}

/** What the text is, and what can be done with it. */
function Found({ found, ...others }: FoundProps): ReactNode {
  switch (found.kind) {
    case 'refused':
      return <p className={styles.failure}>{found.message}</p>;
    case 'manifest':
      return <FoundManifest found={found} {...others} />;
    case 'cluster':
      return <ImportCluster taken={found.taken} onDone={others.onDone} onFailure={others.onFailure} />;
    case 'load':
      return <LoadImport found={found} onDone={others.onDone} />;
    case 'workshop':
      return <FoundWorkshop found={found} {...others} />;
    case 'scenario':
    case 'lesson':
    case 'link':
      return <FoundWhole found={found} {...others} />;
  }
}

function FoundWhole({ found, name, onDone, onFailure }: FoundProps<Whole>): ReactNode {
  const { store } = useServices();
  async function openIt(): Promise<void> {
    const failure = await openWhole(store, found, name);
    if (failure === undefined) onDone();
    else onFailure(failure);
  }
  return (
    <section className={styles.found} aria-label="What it is">
      <p>{wholeText(found)} What you work on now is kept.</p>
      <div className={styles.line}>
        <Button look="primary" onClick={() => void openIt()}>
          Open it
        </Button>
      </div>
    </section>
  );
}

type Whole = Extract<Recognised, { kind: 'scenario' | 'link' | 'lesson' }>;

function wholeText(found: Whole): string {
  if (found.kind === 'lesson') return `This is a lesson: ${found.lesson.title}.`;
  if (found.kind === 'link') {
    return `This is a link to a ${isWorkshopFragment(found.fragment) ? 'workshop' : 'scenario'}.`;
  }
  const { manifest, kubernetes } = found.scenario;
  const what =
    found.from === 'results'
      ? 'These are results, with the scenario that they came from'
      : 'This is a scenario';
  return `${what}: ${manifestName(manifest) ?? 'no name in its manifest'}, Kubernetes ${kubernetes}.`;
}

function FoundWorkshop({
  found: { workshop },
  onDone,
  onFailure,
}: FoundProps<Extract<Recognised, { kind: 'workshop' }>>): ReactNode {
  const { store } = useServices();
  const { title, steps } = workshop;
  async function hold(role: 'presenter' | 'learner'): Promise<void> {
    try {
      await holdWorkshop(store, workshop, role);
      onDone();
    } catch {
      onFailure('The part of the page for workshops could not be loaded. Try again.');
    }
  }
  return (
    <section className={styles.found} aria-label="What it is">
      <p>
        This is a workshop: {title}, {steps.length === 1 ? '1 step' : `${steps.length} steps`}. What you work
        on now is kept.
      </p>
      <div className={styles.line}>
        <Button look="primary" disabled={steps.length === 0} onClick={() => void hold('learner')}>
          Go through it
        </Button>
        <Button look="outlined" disabled={steps.length === 0} onClick={() => void hold('presenter')}>
          Present it
        </Button>
      </div>
    </section>
  );
}

function FoundManifest({
  found,
  name,
  onDone,
}: FoundProps<Extract<Recognised, { kind: 'manifest' }>>): ReactNode {
  const { store } = useServices();
  const { text } = found;
  const done = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <section className={styles.found} aria-label="What it is">
      <p>This is a manifest: {manifestName(text) ?? 'without a name'}.</p>
      <div className={styles.line}>
        <Button look="primary" onClick={done(() => openManifest(store, text, name))}>
          Open it with a load that fits
        </Button>
        <Button look="outlined" onClick={done(() => replaceManifest(store, text))}>
          Replace the manifest, keep load and cluster
        </Button>
      </div>
      <p className={styles.note}>
        What you work on now is kept among the earlier works; undo takes a replaced manifest back.
      </p>
    </section>
  );
}
