/** The limiters of this run with their help; pressing one goes to the next sync that it decided. */
import { useId } from 'react';
import type { LimiterKind } from '../core/podautoscaler/record.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './charts.module.css';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { LIMITERS } from './limiters.ts';

interface RibbonLegendProps {
  readonly kinds: readonly LimiterKind[];
  readonly onFind: (kind: LimiterKind) => void;
}

export function RibbonLegend({ kinds, onFind }: RibbonLegendProps) {
  return (
    <div className={styles.legend}>
      {kinds.map((kind) => (
        <Tooltip key={kind} text={`${LIMITERS[kind].help} Press to go to the next such sync.`}>
          <button type="button" className={styles.legendItem} onClick={() => onFind(kind)}>
            <LimiterSwatch kind={kind} />
            {LIMITERS[kind].label}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}

export function LimiterSwatch({ kind }: { readonly kind: LimiterKind }) {
  const base = useId();
  const { colorToken, pattern } = LIMITERS[kind];
  return (
    <svg className={styles.limiterSwatch} width="12" height="12" aria-hidden="true">
      {pattern !== 'solid' && <LimiterPatternDefs base={base} />}
      <rect width="12" height="12" rx="2" fill={`var(${colorToken})`} />
      {pattern !== 'solid' && <rect width="12" height="12" rx="2" fill={patternFill(base, pattern)} />}
    </svg>
  );
}
