import { type ReactNode, useMemo, useState } from 'react';
import { type KubectlSession, kubectlSession, watchCommand } from '../core/index.ts';
import type { Watched } from '../store/runSlice.ts';
import { TabBar, TabPanel } from '../ui/TabBar.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Kubectl.module.css';
import { KubectlOutput } from './KubectlOutput.tsx';
import { KubectlWatch } from './KubectlWatch.tsx';

const VIEWS = [
  { value: 'watch', text: 'get --watch' },
  { value: 'get', text: 'get' },
  { value: 'describe', text: 'describe' },
  { value: 'events', text: 'events' },
] as const;

/** What kubectl prints at the selected sync: the words that people know from their own terminal. */
export default function Kubectl(): ReactNode {
  const { store } = useServices();
  const view = useApp((state) => state.kubectlView);
  const session = useSession();
  const failure = useApp((state) => state.explainFailure);
  const pending = useApp(
    ({ explained, traceRun, selectedSync }) =>
      explained?.run !== traceRun || explained?.step.index !== selectedSync,
  );
  if (failure !== undefined) return <p className={styles.notice}>{failure}</p>;
  if (session === undefined) {
    return <p className={styles.notice}>There is nothing to list before the first run.</p>;
  }
  return (
    <TabBar label="kubectl command" value={view} items={VIEWS} onChange={store.getState().showKubectl}>
      <TabPanel value="watch" active={view === 'watch'}>
        <Watch />
      </TabPanel>
      {(['get', 'describe', 'events'] as const).map((name) => (
        <TabPanel key={name} value={name} active={view === name}>
          <div className={`${styles.panel} ${styles.scroll}`} data-pending={pending}>
            <KubectlOutput {...session[name]} />
            {name === 'events' ? <EventsNote /> : <TimeNote />}
          </div>
        </TabPanel>
      ))}
    </TabBar>
  );
}

function TimeNote(): ReactNode {
  const minor = useApp((state) => state.scenario.kubernetes);
  return (
    <p className={styles.note}>
      As kubectl {minor} prints it right after this sync. Ages count from the start of the run, when the HPA
      was created; times are UTC.
    </p>
  );
}

function EventsNote(): ReactNode {
  return (
    <p className={styles.note}>
      Events are what the API server keeps: repeated ones are counted, many similar ones combined, a flood is
      thinned out, and an hour after its last occurrence an event is gone. The tab Events has every single
      one.
    </p>
  );
}

function Watch(): ReactNode {
  const trace = useApp((state) => state.trace);
  const traceRun = useApp((state) => state.traceRun);
  const selectedSync = useApp((state) => state.selectedSync);
  const watched = useLast(useApp((state) => state.watched));
  if (trace === undefined || watched === undefined) return null;
  const isPending = watched.run !== traceRun || watched.sync !== selectedSync;
  return <KubectlWatch command={watchCommand(trace)} watched={watched} pending={isPending} />;
}

/** The last watch there was: while the next answer is on its way, it stays. */
function useLast(fresh: Watched | undefined): Watched | undefined {
  const [last, keep] = useState(fresh);
  if (fresh !== undefined && fresh !== last) keep(fresh);
  return fresh ?? last;
}

/** Of the newest sync that was answered; while the next answer is on its way, the last one stays. */
function useSession(): KubectlSession | undefined {
  const trace = useApp((state) => state.trace);
  const traceRun = useApp((state) => state.traceRun);
  const explained = useApp((state) => state.explained);
  const minor = useApp((state) => state.scenario.kubernetes);
  const fresh = useMemo(() => {
    if (trace === undefined || explained === undefined || explained.run !== traceRun) return undefined;
    return kubectlSession(trace, explained.step, minor);
  }, [trace, traceRun, explained, minor]);
  const [last, keep] = useState(fresh);
  if (fresh !== undefined && fresh !== last) keep(fresh);
  return fresh ?? last;
}
