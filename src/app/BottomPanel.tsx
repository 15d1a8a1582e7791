import { ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import {
  selectEventCount,
  selectHasChange,
  selectSelectedSeconds,
  selectSyncCount,
} from '../store/selectors.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { TabBar, TabPanel } from '../ui/TabBar.tsx';
import styles from './BottomPanel.module.css';
import { useApp, useServices } from './context.tsx';
import { JumpMenu } from './JumpMenu.tsx';
import { usePodCount } from './podStates.ts';
import { formatClock } from './time.ts';

const Why = lazy(() => import('./Why.tsx'));
const EventsTable = lazy(() => import('./EventsTable.tsx'));
const Kubectl = lazy(() => import('./Kubectl.tsx'));
const Compare = lazy(() => import('./Compare.tsx'));
const PodsTable = lazy(() => import('./PodsTable.tsx'));
const SummaryView = lazy(() => import('./SummaryView.tsx'));

/** About the selected sync and the run: why, kubectl, events, pods, summary. */
export default function BottomPanel({ phone }: { readonly phone: boolean }): ReactNode {
  const { store } = useServices();
  const tab = useApp((state) => state.bottomTab);
  const eventCount = useApp(selectEventCount);
  const podCount = usePodCount();
  const items = [
    { value: 'why', text: 'Why this step?' },
    { value: 'kubectl', text: 'kubectl' },
    { value: 'events', text: 'Events', count: eventCount },
    { value: 'pods', text: 'Pods', count: podCount },
    { value: 'summary', text: 'Summary' },
    { value: 'compare', text: 'Compare' },
  ] as const;
  return (
    <div className={styles.panel} data-phone={phone} data-print="flow">
      {phone ? <SyncBar /> : null}
      <TabBar
        label="About the run"
        value={tab}
        items={items}
        onChange={store.getState().showBottomTab}
        aside={phone ? null : <SyncBar />}
      >
        <TabPanel value="why" active={tab === 'why'}>
          <div className={styles.scroll} data-print="flow">
            <ErrorBoundary what="The explanation">
              <Suspense fallback={null}>
                <Why />
              </Suspense>
            </ErrorBoundary>
          </div>
        </TabPanel>
        <TabPanel value="kubectl" active={tab === 'kubectl'}>
          <div className={styles.scroll} data-print="flow">
            <ErrorBoundary what="kubectl">
              <Suspense fallback={null}>
                <Kubectl />
              </Suspense>
            </ErrorBoundary>
          </div>
        </TabPanel>
        <TabPanel value="events" active={tab === 'events'}>
          <div className={styles.scroll} data-print="flow">
            <ErrorBoundary what="The table of events">
              <Suspense fallback={null}>
                <EventsTable />
              </Suspense>
            </ErrorBoundary>
          </div>
        </TabPanel>
        <TabPanel value="pods" active={tab === 'pods'}>
          <div className={styles.scroll} data-print="flow">
            <ErrorBoundary what="The table of pods">
              <Suspense fallback={null}>
                <PodsTable />
              </Suspense>
            </ErrorBoundary>
          </div>
        </TabPanel>
        <TabPanel value="summary" active={tab === 'summary'}>
          <div className={styles.scroll} data-print="flow">
            <ErrorBoundary what="The summary">
              <Suspense fallback={null}>
                <SummaryView />
              </Suspense>
            </ErrorBoundary>
          </div>
        </TabPanel>
        <TabPanel value="compare" active={tab === 'compare'}>
          <div className={styles.scroll} data-print="flow">
            <ErrorBoundary what="The comparison">
              <Suspense fallback={null}>
                <Compare />
              </Suspense>
            </ErrorBoundary>
          </div>
        </TabPanel>
      </TabBar>
    </div>
  );
}

/** Which sync is selected, and the way to the changes beside it. */
function SyncBar(): ReactNode {
  const { store } = useServices();
  const sync = useApp((state) => state.selectedSync);
  const seconds = useApp(selectSelectedSeconds);
  const hasSyncs = useApp((state) => selectSyncCount(state) > 0);
  const hasPrevious = useApp(selectHasChange(-1));
  const hasNext = useApp(selectHasChange(1));
  const { stepChange } = store.getState();
  return (
    <div className={styles.syncBar} data-print="no">
      <span className={styles.sync}>{hasSyncs ? `sync ${sync + 1} at ${formatClock(seconds)}` : ''}</span>
      <Button
        disabled={!hasPrevious}
        onClick={() => stepChange(-1)}
        aria-label="Previous change"
        title="Previous change"
      >
        <ChevronLeft size={15} aria-hidden />
        <span className={styles.word}>previous change</span>
      </Button>
      <Button disabled={!hasNext} onClick={() => stepChange(1)} aria-label="Next change" title="Next change">
        <span className={styles.word}>next change</span>
        <ChevronRight size={15} aria-hidden />
      </Button>
      <JumpMenu />
    </div>
  );
}
