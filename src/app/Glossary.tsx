import type { ReactNode } from 'react';
import { GlossaryList } from '../glossary/GlossaryList.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useServices } from './context.tsx';

export default function Glossary(): ReactNode {
  const { store } = useServices();
  return (
    <Dialog title="Glossary" onClose={() => store.getState().showOverlay(undefined)}>
      <GlossaryList />
    </Dialog>
  );
}
