import { type ReactNode, useEffect, useState } from 'react';
import type { Workshop } from '../core/index.ts';
import { QR_CHARACTERS } from '../share/lengths.ts';
import { QrCode } from '../ui/QrCode.tsx';
import styles from './workshop.module.css';

interface WorkshopCodeProps {
  readonly workshop: Workshop;
  readonly linkOf: (workshop: Workshop) => Promise<string>;
}

/** The learners' link for cameras, as long as it fits. */
export function WorkshopCode({ workshop, linkOf }: WorkshopCodeProps): ReactNode {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    let gone = false;
    void linkOf(workshop).then((next) => gone || setLink(next));
    return () => {
      gone = true;
    };
  }, [workshop, linkOf]);
  if (link === undefined) return null;
  return (
    <div className={styles.code}>
      {link.length <= QR_CHARACTERS ? (
        <QrCode text={link} label="QR code of the learners’ link" size={168} />
      ) : (
        <p className={styles.said}>
          The link has {link.length.toLocaleString('en')} characters, too many for a QR code: send it, or save
          the workshop as a file.
        </p>
      )}
    </div>
  );
}
