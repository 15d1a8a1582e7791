import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { TabBar, TabPanel } from '../ui/TabBar.tsx';
import { ClusterPane } from './ClusterPane.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './LeftPanel.module.css';
import { LessonPlace } from './LessonPlace.tsx';
import { ManifestPane } from './ManifestPane.tsx';

interface LeftPanelProps {
  readonly folded: boolean;
  readonly onFold: () => void;
  readonly onUnfold: () => void;
}

const TABS = [
  { value: 'manifest', text: 'Manifest' },
  { value: 'cluster', text: 'Cluster' },
] as const;

/** The manifest and the cluster's settings. Folded, it is a rail; the editor stays alive behind it. */
export function LeftPanel({ folded, onFold, onUnfold }: LeftPanelProps): ReactNode {
  const { store } = useServices();
  const tab = useApp((state) => state.leftTab);
  return (
    <div className={styles.panel}>
      {folded ? <Rail onUnfold={onUnfold} /> : null}
      <div className={styles.content} hidden={folded}>
        <LessonPlace className={styles.lesson} />
        <div className={styles.input}>
          <TabBar
            label="Input"
            value={tab}
            items={TABS}
            onChange={store.getState().showLeftTab}
            aside={
              <IconButton label="Fold the panel" onClick={onFold}>
                <PanelLeftClose size={16} aria-hidden />
              </IconButton>
            }
          >
            <TabPanel value="manifest" active={tab === 'manifest'} keep>
              <ManifestPane />
            </TabPanel>
            <TabPanel value="cluster" active={tab === 'cluster'}>
              <ClusterPane />
            </TabPanel>
          </TabBar>
        </div>
      </div>
    </div>
  );
}

function Rail({ onUnfold }: { readonly onUnfold: () => void }): ReactNode {
  const errors = useApp(({ problems }) => problems.filter(({ severity }) => severity === 'error').length);
  return (
    <div className={styles.rail}>
      <IconButton label="Show manifest and cluster" onClick={onUnfold}>
        <PanelLeftOpen size={16} aria-hidden />
      </IconButton>
      <span className={styles.railText}>Manifest</span>
      {errors === 0 ? null : (
        <span className={styles.railErrors}>{errors === 1 ? '1 problem' : `${errors} problems`}</span>
      )}
    </div>
  );
}
