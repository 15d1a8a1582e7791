/** The limiters of this run with their help; pressing one goes to the next sync that it decided. */
import { memo, useId } from 'react';
import { LIMITER_KINDS, type LimiterKind } from '../core/index.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './charts.module.css';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { LIMITERS } from './limiters.ts';

interface RibbonLegendProps {
  /** the kinds with a space between them: equal text, nothing to draw */
  readonly kinds: string;
  readonly onFind: (kind: LimiterKind) => void;
}

export const RibbonLegend = memo(function RibbonLegend({ kinds, onFind }: RibbonLegendProps) {
  const shown = LIMITER_KINDS.filter((kind) => kinds.split(' ').includes(kind));
  return (
    <div className={styles.legend}>
      {shown.map((kind) => (
        <Tooltip key={kind} text={`${LIMITERS[kind].help} Press to go to the next such sync.`}>
          <button type="button" className={styles.legendItem} onClick={() => onFind(kind)}>
            <LimiterSwatch kind={kind} />
            {LIMITERS[kind].label}
          </button>
        </Tooltip>
      ))}
    </div>
  );
});

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
