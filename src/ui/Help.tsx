import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Help.module.css';
import { Tooltip } from './Tooltip.tsx';

interface HelpProps {
  /** what is explained: "Help: sync period" */
  readonly about: string;
  readonly text: string;
}

/** A small sign whose text shows on hover, focus and tap. */
export function Help({ about, text }: HelpProps): ReactNode {
  return (
    <Tooltip text={text}>
      <button type="button" className={styles.help} aria-label={`Help: ${about}`}>
        <Info size={13} aria-hidden />
      </button>
    </Tooltip>
  );
}
