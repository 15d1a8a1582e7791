import { type ReactNode, useMemo } from 'react';
import { readClusterText } from '../imports/cluster.ts';
import { Button } from '../ui/Button.tsx';
import { ClusterNotes } from './ClusterNotes.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ManifestPane.module.css';
import { replaceByTaken } from './takeOver.ts';

export default function ClusterBannerContent(): ReactNode {
  const { store } = useServices();
  const text = useApp((state) => state.scenario.manifest);
  const taken = useMemo(() => readClusterText(text), [text]);
  if (taken === undefined) return null;

  function takeOver(): void {
    if (taken === undefined) return;
    const failure = replaceByTaken(store, taken);
    if (failure !== undefined) store.getState().notify('warning', failure);
  }
  return (
    <div className={styles.banner} role="note">
      <div>
        <p>This is what kubectl {taken.from} printed of a cluster.</p>
        <ClusterNotes taken={taken} />
      </div>
      <Button look="primary" onClick={takeOver}>
        Take over from cluster
      </Button>
    </div>
  );
}
