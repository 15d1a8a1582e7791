import { type ReactNode, useMemo, useState } from 'react';
import { type KubectlSession, kubectlSession } from '../core/index.ts';
import { useApp } from './context.tsx';
import styles from './Kubectl.module.css';
import { KubectlOutput } from './KubectlOutput.tsx';

/** What kubectl prints at the selected sync: the words that people know from their own terminal. */
export default function Kubectl(): ReactNode {
  const session = useSession();
  const pending = useApp(
    ({ explained, traceRun, selectedSync }) =>
      explained?.run !== traceRun || explained?.step.index !== selectedSync,
  );
  const minor = useApp((state) => state.scenario.kubernetes);
  const failure = useApp((state) => state.explainFailure);
  if (failure !== undefined) return <p className={styles.notice}>{failure}</p>;
  if (session === undefined) {
    return <p className={styles.notice}>There is nothing to list before the first run.</p>;
  }
  return (
    <div className={styles.panel} data-pending={pending}>
      <p className={styles.note}>
        As kubectl {minor} prints it right after this sync. Ages count from the start of the run, when the HPA
        was created; times are UTC.
      </p>
      <KubectlOutput {...session.get} />
      <KubectlOutput {...session.describe} />
      <KubectlOutput {...session.events} />
      <p className={styles.note}>
        Events are what the API server keeps: repeated ones are counted, many similar ones combined, a flood
        is thinned out, and an hour after its last occurrence an event is gone. The tab Events has every
        single one.
      </p>
    </div>
  );
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
