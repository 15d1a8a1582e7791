import { SAFE_CHARACTERS } from '../share/lengths.ts';
import { useServices } from './context.tsx';

const COPIED = 'Link copied. It holds the whole scenario; whoever opens it sees this run.';

function copiedLong(characters: number): string {
  return `Link copied. It has ${characters.toLocaleString('en')} characters, and some places would cut it off.`;
}

/** Puts the address of the scenario on the clipboard and says so; answers whether it is there. */
export function useShare(): () => Promise<boolean> {
  const { store, linkToScenario } = useServices();
  return async () => {
    const { notify, showOverlay } = store.getState();
    const showLengths = (): void => showOverlay('share');
    const link = await linkToScenario();
    try {
      await navigator.clipboard.writeText(link);
      if (link.length <= SAFE_CHARACTERS) notify('info', COPIED);
      else notify('info', copiedLong(link.length), { text: 'See where it fits', run: showLengths });
      return true;
    } catch {
      notify('info', 'The link is in the address bar; this browser did not let it be copied.');
      return false;
    }
  };
}
