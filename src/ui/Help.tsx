import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Help.module.css';
import { HelpButton } from './HelpButton.tsx';

interface HelpProps {
  /** what is explained: "Help: sync period" */
  readonly about: string;
  readonly text: string;
  /** under the text, once it was pressed: the term behind it */
  readonly more?: ReactNode;
}

/** A small sign whose text shows on hover, focus and tap. */
export function Help({ about, text, more }: HelpProps): ReactNode {
  const card = (
    <>
      <p>{text}</p>
      {more}
    </>
  );
  return (
    <HelpButton label={`Help: ${about}`} className={styles.help ?? ''} tip={text} card={card}>
      <Info size={13} aria-hidden />
    </HelpButton>
  );
}
