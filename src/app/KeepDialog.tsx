import { type ReactNode, useState } from 'react';
import { present } from '../library/changes.ts';
import { keepPresent } from '../store/librarySync.ts';
import { manifestName } from '../store/manifestName.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useApp, useServices } from './context.tsx';
import { sourceTitle } from './examples.ts';
import styles from './Library.module.css';
import { NameForm } from './NameForm.tsx';
import { type OpenLibrary, useLibrary } from './useLibrary.ts';

/** Saves the present scenario in the library under a new name. */
export default function KeepDialog(): ReactNode {
  const { store } = useServices();
  const { open, failure } = useLibrary();
  const close = (): void => store.getState().showOverlay(undefined);
  return (
    <Dialog title="Save to the library" onClose={close}>
      <div className={styles.keep}>
        {failure === undefined ? null : (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
        {open === undefined ? null : <KeepForm open={open} onClose={close} />}
      </div>
    </Dialog>
  );
}

function KeepForm({
  open,
  onClose,
}: {
  readonly open: OpenLibrary;
  readonly onClose: () => void;
}): ReactNode {
  const { store } = useServices();
  const source = useApp((state) => state.source);
  const ownName = useApp((state) => manifestName(state.scenario.manifest));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { library, entries } = open;

  async function keep(name: string): Promise<void> {
    setBusy(true);
    const kept = await keepPresent(store, library, name);
    setBusy(false);
    if (kept.ok) onClose();
    else setFailure(kept.message);
  }

  return (
    <>
      <NameForm
        label="Name"
        initial={source.kind === 'example' || source.kind === 'kept' ? sourceTitle(source) : (ownName ?? '')}
        taken={present(entries).map(({ name }) => name)}
        action="Save"
        busy={busy}
        onName={(name) => void keep(name)}
        onCancel={onClose}
      />
      {failure === undefined ? null : (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      <p className={styles.note}>
        {library.isDurable
          ? 'It is kept in this browser and nowhere else: manifest, load, cluster settings, events, and the Kubernetes version.'
          : 'This browser lets the page keep nothing: it is there until this tab closes.'}
      </p>
    </>
  );
}
