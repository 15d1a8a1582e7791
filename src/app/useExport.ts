import type { LoadCurve } from '../core/index.ts';
import { useServices } from './context.tsx';
import type { ExportId } from './exportList.ts';
import type { MadeFile } from './saveFile.ts';

export interface ExportChoices {
  /** colours of pictures */
  readonly theme?: string | undefined;
  readonly curve?: LoadCurve;
}

export interface Exporting {
  make(id: ExportId, choices?: ExportChoices): Promise<MadeFile>;
  /** the summary as text, for the clipboard */
  summary(): Promise<string>;
}

/** Makes files of what is on the page at the moment. */
export function useExport(): Exporting {
  const { store, linkToScenario } = useServices();
  async function source(choices: ExportChoices) {
    const link = await linkToScenario();
    const { scenario, trace } = store.getState();
    return { scenario, trace, link, ...choices };
  }
  return {
    async make(id, choices = {}) {
      const { makeFile } = await import('./makeFile.ts');
      return makeFile(id, await source(choices));
    },
    async summary() {
      const { summaryText } = await import('./makeFile.ts');
      return summaryText(await source({}));
    },
  };
}
