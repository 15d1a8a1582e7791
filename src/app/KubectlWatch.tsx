import type { ReactNode } from 'react';
import type { Watched } from '../store/runSlice.ts';
import { useApp } from './context.tsx';
import styles from './Kubectl.module.css';
import { KubectlBlock } from './KubectlOutput.tsx';

interface KubectlWatchProps {
  readonly command: string;
  readonly watched: Watched;
  readonly pending: boolean;
}

/** A watch that was started with the run, as far as the cursor: a line at each write, the newest one marked. */
export function KubectlWatch({ command, watched, pending }: KubectlWatchProps): ReactNode {
  const minor = useApp((state) => state.scenario.kubernetes);
  const { header, lines, earlier } = watched.view;
  const newest = lines.length - 1;
  const text = [header, ...lines.map((line) => line.text), ''].join('\n');
  const help = `As kubectl ${minor} prints it when the watch begins with the run: a line each time the HPA is written, its age as of then. A status that stays the same is not written, and gives no line.`;
  return (
    <div className={styles.watch} data-pending={pending}>
      <KubectlBlock command={command} text={text} help={help} follows>
        <span className={styles.header}>{`${header}\n`}</span>
        {lines.slice(0, newest).map((line) => `${line.text}\n`)}
        <mark className={styles.newest}>{`${lines[newest]?.text ?? ''}\n`}</mark>
      </KubectlBlock>
      {earlier > 0 ? <p className={styles.note}>{earlier} earlier lines are left out here.</p> : null}
    </div>
  );
}
