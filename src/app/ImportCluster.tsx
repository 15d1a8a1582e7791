import type { ReactNode } from 'react';
import type { ClusterText } from '../imports/cluster.ts';
import { Button } from '../ui/Button.tsx';
import { ClusterNotes } from './ClusterNotes.tsx';
import { useServices } from './context.tsx';
import styles from './Exchange.module.css';
import { openTaken, replaceByTaken } from './takeOver.ts';

interface ImportClusterProps {
  readonly taken: ClusterText;
  readonly onDone: () => void;
  readonly onFailure: (message: string) => void;
}

/** What kubectl printed of a real cluster, and what can be done with it. */
export function ImportCluster({ taken, onDone, onFailure }: ImportClusterProps): ReactNode {
  const { store } = useServices();
  const finish = (failure: string | undefined): void =>
    failure === undefined ? onDone() : onFailure(failure);
  return (
    <section className={styles.found} aria-label="What it is">
      <p>This is what kubectl {taken.from} printed of a cluster.</p>
      <ClusterNotes taken={taken} />
      <div className={styles.line}>
        <Button look="primary" onClick={() => finish(openTaken(store, taken))}>
          Open it with a load that fits
        </Button>
        <Button look="outlined" onClick={() => finish(replaceByTaken(store, taken))}>
          Replace the manifest, keep the load
        </Button>
      </div>
    </section>
  );
}
