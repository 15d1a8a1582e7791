import { FileDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useServices } from './context.tsx';
import styles from './Exchange.module.css';

/** Files and texts that are dropped on the page are opened; until then it says what is going to happen. */
export function DropZone(): ReactNode {
  const [isOver, setIsOver] = useState(false);
  useDrop(setIsOver);
  if (!isOver) return null;
  return (
    <div className={styles.drop} role="status">
      <FileDown size={28} aria-hidden />
      <strong>Drop it to open it here</strong>
      <span>Scenario, manifest, link, or a load as CSV or from Prometheus.</span>
      <span className={styles.note}>What you work on now is kept. Nothing leaves this browser.</span>
    </div>
  );
}

/** Dropping a second file would only put the first aside. */
const ONE_AT_A_TIME = 'One file at a time can be opened. The first one was taken.';

function useDrop(setIsOver: (isOver: boolean) => void): void {
  const { store } = useServices();
  useEffect(() => {
    async function take(transfer: DataTransfer): Promise<void> {
      const [file, ...more] = transfer.files;
      const text = transfer.getData('text/plain');
      if (more.length > 0) store.getState().notify('info', ONE_AT_A_TIME);
      try {
        const { importFile, importText } = await import('./importing.ts');
        if (file !== undefined) await importFile(store, file);
        else if (text !== '') await importText(store, text, undefined);
      } catch {
        store
          .getState()
          .notify('warning', 'The part of the page that opens files could not be loaded. Try again.');
      }
    }
    const onOver = (event: DragEvent): void => {
      if (!isForUs(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // From one part of the page to another there is one that is entered.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      if (!isForUs(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.stopPropagation();
      void take(event.dataTransfer);
    };
    const options = { capture: true };
    window.addEventListener('dragenter', onOver, options);
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('dragleave', onLeave, options);
    window.addEventListener('drop', onDrop, options);
    return () => {
      window.removeEventListener('dragenter', onOver, options);
      window.removeEventListener('dragover', onOver, options);
      window.removeEventListener('dragleave', onLeave, options);
      window.removeEventListener('drop', onDrop, options);
    };
  }, [store, setIsOver]);
}

/** Files anywhere, the editor included; texts where nobody could type them. */
function isForUs({ dataTransfer, target }: DragEvent): boolean {
  if (dataTransfer?.types.includes('Files') === true) return true;
  if (dataTransfer?.types.includes('text/plain') !== true) return false;
  const isTyping = target instanceof Element && target.closest('input, textarea, .monaco-editor') !== null;
  return !isTyping;
}
