/** What the page knows of a load curve: which metric shows it, and what can be done with it as a whole. */
import { MoreHorizontal } from 'lucide-react';
import { createElement, type ReactNode, useMemo } from 'react';
import { Later, type OverlayProps } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './LoadHeading.module.css';

export function CurveMenu({ id }: { readonly id: string }): ReactNode {
  const { firstCharts } = useServices();
  const load = useMemo(
    () => async () => {
      const { CurveMenuContent } = await import('./CurveMenuContent.tsx');
      return (props: OverlayProps) => createElement(CurveMenuContent, { ...props, id });
    },
    [id],
  );
  const trigger = (
    <button type="button" className={styles.button} aria-label={`Menu of the curve ${id}`}>
      <MoreHorizontal size={14} aria-hidden />
    </button>
  );
  return <Later load={load} after={firstCharts} trigger={trigger} />;
}

/** The metrics that show this curve. */
export function CurveUse({ id }: { readonly id: string }): ReactNode {
  const signals = useApp((state) => state.scenario.signals);
  const metrics = signals.filter(({ source, curve }) => source === 'curve' && curve === id);
  if (metrics.length === 0) return null;
  const names = metrics.map(({ metric }) => metric).join(', ');
  return (
    <span className={styles.use} title={`Shown by ${names}`}>
      {names}
    </span>
  );
}
