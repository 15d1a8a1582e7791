import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { manifestName } from '../store/manifestName.ts';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ExampleMenu.module.css';
import { sourceTitle } from './examples.ts';

const loadMenu = () => import('./ExampleMenuContent.tsx').then((module) => module.ExampleMenuContent);

/** What is open, and the menu of what else could be. */
export function ExampleMenu(): ReactNode {
  const { firstCharts } = useServices();
  const source = useApp((state) => state.source);
  const edited = useApp((state) => state.edited);
  const ownName = useApp((state) => manifestName(state.scenario.manifest));
  const title = source.kind === 'own' && ownName !== undefined ? ownName : sourceTitle(source);
  const trigger = (
    <Button className={styles.trigger ?? ''} aria-label={`Examples. Open: ${title}`}>
      <span className={styles.title}>{title}</span>
      {edited && source.kind !== 'own' ? <span className={styles.edited}>edited</span> : null}
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
  return <Later load={loadMenu} after={firstCharts} trigger={trigger} />;
}
