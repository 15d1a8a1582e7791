import type { ReactNode } from 'react';
import { NeighbourTable } from '../neighbours/NeighbourTable.tsx';
import type { Conflict } from '../neighbours/scenarios.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useServices } from './context.tsx';

export default function Neighbours(): ReactNode {
  const { store } = useServices();
  const { showOverlay, openScenario, notify } = store.getState();
  async function open({ title, open: fetchIt }: Conflict): Promise<void> {
    try {
      openScenario(await fetchIt(), { kind: 'own' });
      showOverlay(undefined);
    } catch {
      notify('warning', `The scenario “${title}” could not be loaded.`);
    }
  }
  return (
    <Dialog title="HPA, VPA, KEDA, nodes: who changes what" onClose={() => showOverlay(undefined)}>
      <NeighbourTable onOpen={(conflict) => void open(conflict)} />
    </Dialog>
  );
}
