import { useServices } from './context.tsx';
import type { ExportId } from './exportList.ts';
import { saveFile, sizeText } from './saveFile.ts';
import { useExport } from './useExport.ts';

/** Makes a file and saves it, or says why not. */
export function useSave(): (id: ExportId) => Promise<void> {
  const { store } = useServices();
  const { make } = useExport();
  return async (id) => {
    const { notify } = store.getState();
    try {
      const file = await make(id);
      saveFile(file);
      notify('info', `Saved ${file.name}, ${sizeText(file.blob.size)}.`);
    } catch (error) {
      notify('warning', error instanceof Error ? error.message : 'It could not be saved. Try again.');
    }
  };
}
