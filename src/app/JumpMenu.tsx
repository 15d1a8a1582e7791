import { ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';

const loadMenu = () => import('./JumpMenuContent.tsx').then((module) => module.JumpMenuContent);

/** From the selected sync to where something else decided. */
export function JumpMenu(): ReactNode {
  const { firstCharts } = useServices();
  const hasRun = useApp((state) => state.trace !== undefined);
  const trigger = (
    <Button disabled={!hasRun} aria-label="Jump to a sync by what decided it">
      <ListTree size={15} aria-hidden />
      jump to
    </Button>
  );
  return <Later load={loadMenu} after={firstCharts} trigger={trigger} />;
}
