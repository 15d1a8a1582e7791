import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './LongRun.module.css';

/** Milliseconds after which a run that says nothing of itself is shown as under way, too. */
const SILENT_MS = 1000;

/** Over the charts while a run takes long: how far it is, and the way out. */
export function LongRun(): ReactNode {
  const { cancelRun } = useServices();
  const running = useApp((state) => state.running);
  const progress = useApp((state) => state.progress);
  const isSilent = useLasting(running && progress === undefined, SILENT_MS);
  if (!running || (progress === undefined && !isSilent)) return null;
  return (
    <div className={styles.overlay} data-print="no">
      <Progress what="Simulating" share={progress} onCancel={cancelRun} />
    </div>
  );
}

interface ProgressProps {
  /** "Simulating" */
  readonly what: string;
  /** from 0 to 1; undefined: not known */
  readonly share: number | undefined;
  readonly onCancel: () => void;
}

export function Progress({ what, share, onCancel }: ProgressProps): ReactNode {
  // A half-filled bar that stands still would be a lie; without a value the browser shows that it is not known.
  const value = share === undefined ? {} : { value: share };
  return (
    <div className={styles.progress}>
      <span role="status">{what}…</span>
      <progress className={styles.bar} aria-label={what} max={1} {...value} />
      <span className={styles.share}>{share === undefined ? '' : `${Math.floor(share * 100)} %`}</span>
      <Button look="outlined" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

/** Whether something has been so for a while. */
function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo, milliseconds]);
  return isSo && lasts;
}
