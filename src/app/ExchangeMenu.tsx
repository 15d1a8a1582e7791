import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { useServices } from './context.tsx';
import styles from './ExchangeMenu.module.css';

const loadMenu = () => import('./ExchangeMenuContent.tsx').then((module) => module.ExchangeMenuContent);

/** Beside the link: what else brings something out of the page, or into it. */
export function ExchangeMenu(): ReactNode {
  const { firstCharts } = useServices();
  const trigger = (
    <Button
      look="outlined"
      className={styles.trigger ?? ''}
      aria-label="Share, export, import"
      title="Share, export, import"
    >
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
  return <Later load={loadMenu} after={firstCharts} trigger={trigger} />;
}
