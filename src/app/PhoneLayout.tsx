import type { ReactNode } from 'react';
import { selectHasLesson } from '../store/lessonSlice.ts';
import type { PhoneTab } from '../store/viewSlice.ts';
import { TabBar, TabPanel } from '../ui/TabBar.tsx';
import { AboutRun } from './AboutRun.tsx';
import { ChartsColumn } from './ChartsColumn.tsx';
import { ClusterPane } from './ClusterPane.tsx';
import { useApp, useServices } from './context.tsx';
import { FeatureGates } from './FeatureGates.tsx';
import { KubernetesSelect } from './Header.tsx';
import { LessonPlace } from './LessonPlace.tsx';
import { ManifestPane } from './ManifestPane.tsx';
import styles from './PhoneLayout.module.css';
import { Transport } from './Transport.tsx';

const TABS: readonly { readonly value: PhoneTab; readonly text: string }[] = [
  { value: 'charts', text: 'Charts' },
  { value: 'manifest', text: 'Manifest' },
  { value: 'cluster', text: 'Cluster' },
];

const LESSON_FIRST = [{ value: 'lesson', text: 'Lesson' }, ...TABS] as const;

/** Charts first, then why; the input behind tabs; playback at the thumb. */
export function PhoneLayout(): ReactNode {
  const { store } = useServices();
  const hasLesson = useApp(selectHasLesson);
  const chosen = useApp((state) => state.phoneTab);
  const tab = chosen === 'lesson' && !hasLesson ? 'charts' : chosen;
  return (
    <>
      <div className={styles.tabs} data-print="flow">
        <TabBar
          label="View"
          value={tab}
          items={hasLesson ? LESSON_FIRST : TABS}
          onChange={store.getState().showPhoneTab}
          aside={
            <>
              <KubernetesSelect short />
              <FeatureGates />
            </>
          }
        >
          {hasLesson ? (
            <TabPanel value="lesson" active={tab === 'lesson'} keep>
              <LessonPlace className={styles.fill} />
            </TabPanel>
          ) : null}
          <TabPanel value="charts" active={tab === 'charts'}>
            <div className={styles.scroll} data-print="flow">
              <ChartsColumn phone />
              <AboutRun phone />
            </div>
          </TabPanel>
          <TabPanel value="manifest" active={tab === 'manifest'} keep>
            <div className={styles.fill}>
              <ManifestPane />
            </div>
          </TabPanel>
          <TabPanel value="cluster" active={tab === 'cluster'}>
            <div className={styles.fill}>
              <ClusterPane />
            </div>
          </TabPanel>
        </TabBar>
      </div>
      <div className={styles.transport} data-print="no">
        <Transport />
      </div>
    </>
  );
}
