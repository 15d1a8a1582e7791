import type { ReactNode } from 'react';
import { version } from '../../package.json';
import { MINORS } from '../core/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useServices } from './context.tsx';
import styles from './HelpMenu.module.css';

export default function About(): ReactNode {
  const { store } = useServices();
  return (
    <Dialog title="About HPA Playground" onClose={() => store.getState().showOverlay(undefined)}>
      <div className={styles.about}>
        <p>
          Shows what the HorizontalPodAutoscaler controller of Kubernetes does with a manifest and a load, and
          why. The decisions come from a port of the controller that is compared with recordings of the real
          one, step by step. The cluster around it, the load, pods, nodes and metrics, is a model.
        </p>
        <dl className={styles.facts}>
          <dt>Version</dt>
          <dd>{version}</dd>
          <dt>Kubernetes</dt>
          <dd>{[...MINORS].reverse().join(', ')}</dd>
          <dt>Licence</dt>
          <dd>Apache-2.0</dd>
        </dl>
        <p className={styles.dim}>
          Everything runs in this browser: no account, no server, no request to anywhere. Kubernetes is a
          trademark of The Linux Foundation; this project is not affiliated with it.
        </p>
      </div>
    </Dialog>
  );
}
