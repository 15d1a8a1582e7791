import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { useServices } from './context.tsx';
import styles from './HelpMenu.module.css';

const loadMenu = () => import('./HelpMenuContent.tsx').then((module) => module.HelpMenuContent);

/** The tour, the keys, the glossary, how the page looks, what it is. */
export function HelpMenu(): ReactNode {
  const { firstCharts } = useServices();
  const trigger = (
    <Button className={styles.trigger ?? ''} aria-label="Help and view" title="Help and view">
      <CircleHelp size={16} aria-hidden />
    </Button>
  );
  return <Later load={loadMenu} after={firstCharts} trigger={trigger} />;
}
