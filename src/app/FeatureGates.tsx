import { ToggleRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { defaultFeatureGates, switchableFeatureGates } from '../core/releases/index.ts';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './FeatureGates.module.css';

const loadPopover = () => import('./FeatureGatesPopover.tsx').then((module) => module.FeatureGatesPopover);

/** The feature gates that an administrator of the chosen minor can switch. */
export function FeatureGates(): ReactNode {
  const { firstCharts } = useServices();
  const minor = useApp((state) => state.scenario.kubernetes);
  const chosen = useApp((state) => state.scenario.featureGates);
  const defaults = defaultFeatureGates(minor);
  const changed = switchableFeatureGates(minor).filter(
    (gate) => chosen[gate] !== undefined && chosen[gate] !== defaults[gate],
  ).length;
  const trigger = (
    <Button
      className={styles.trigger ?? ''}
      aria-label={changed === 0 ? 'Feature gates' : `Feature gates, ${changed} changed`}
    >
      <ToggleRight size={15} aria-hidden />
      <span className={styles.word}>Gates</span>
      {changed === 0 ? null : <span className={styles.count}>{changed}</span>}
    </Button>
  );
  return <Later load={loadPopover} after={firstCharts} trigger={trigger} />;
}
