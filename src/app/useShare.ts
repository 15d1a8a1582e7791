import { useServices } from './context.tsx';

/** Puts the address of the scenario on the clipboard and says so; answers whether it is there. */
export function useShare(): () => Promise<boolean> {
  const { store, linkToScenario } = useServices();
  return async () => {
    const { notify } = store.getState();
    const link = await linkToScenario();
    try {
      await navigator.clipboard.writeText(link);
      notify('info', 'Link copied. It holds the whole scenario; whoever opens it sees this run.');
      return true;
    } catch {
      notify('info', 'The link is in the address bar; this browser did not let it be copied.');
      return false;
    }
  };
}
