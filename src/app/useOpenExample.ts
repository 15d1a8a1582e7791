import { useServices } from './context.tsx';
import type { Example } from './examples.ts';

/** Fetches an example and opens it, or says that it is not to be had. */
export function useOpenExample(): (example: Example) => Promise<void> {
  const { store } = useServices();
  const { openScenario, notify } = store.getState();
  return async (example) => {
    try {
      openScenario(await example.open(), { kind: 'example', id: example.id });
    } catch {
      notify('warning', `The example “${example.title}” could not be loaded.`);
    }
  };
}
