/** *Why this step?*: one sync explained, or why there is nothing to explain. Takes data, knows no store. */
import type { ReactNode } from 'react';
import { SyncExplanation } from './SyncExplanation.tsx';
import styles from './WhyPanel.module.css';
import type { ExplainedSync, WhyPanelProps } from './whyPanelProps.ts';

export function WhyPanel({ state, syncCount, onGoTo }: WhyPanelProps): ReactNode {
  switch (state.kind) {
    case 'empty':
      return <Notice text={state.title ?? 'No run to explain yet'} detail={state.message ?? EMPTY_HELP} />;
    case 'failed':
      return <Notice text="This sync could not be explained" detail={state.message} />;
    case 'pending':
      return state.last ? (
        <Explained sync={state.last} syncCount={syncCount} onGoTo={onGoTo} pending />
      ) : (
        <Waiting />
      );
    case 'ready':
      return <Explained sync={state} syncCount={syncCount} onGoTo={onGoTo} pending={false} />;
  }
}

const EMPTY_HELP = 'As soon as a manifest runs, the decision of every sync is explained here.';

interface ExplainedProps {
  readonly sync: ExplainedSync;
  readonly syncCount: number | undefined;
  readonly onGoTo: WhyPanelProps['onGoTo'];
  /** an older sync, shown until the one that was asked for is there */
  readonly pending: boolean;
}

function Explained({ sync, syncCount, onGoTo, pending }: ExplainedProps): ReactNode {
  const { step, explanation } = sync;
  return (
    <div className={styles.panel} aria-busy={pending}>
      <div className={styles.content} data-pending={pending}>
        <SyncExplanation
          step={step}
          explanation={explanation}
          onGoTo={onGoTo}
          {...(syncCount ? { syncCount } : {})}
        />
      </div>
    </div>
  );
}

function Notice({ text, detail }: { readonly text: string; readonly detail: string }): ReactNode {
  return (
    <div className={styles.panel} role="status">
      <h2 className={styles.notice}>{text}</h2>
      <p className={styles.detail}>{detail}</p>
    </div>
  );
}

const WAITING_BARS = [0.45, 0.45, 0.45, 0.9, 0.9, 0.9, 0.9] as const;

/** The panel's own shape, so that nothing jumps when the first explanation comes. */
function Waiting(): ReactNode {
  return (
    <div className={styles.panel} role="status" aria-busy="true">
      <span className={styles.unseen}>Explaining this sync</span>
      <div className={styles.waiting} aria-hidden="true">
        <div className={styles.lines}>
          <span />
          <span />
          <span />
        </div>
        <div className={styles.bars}>
          {WAITING_BARS.map((share, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed shapes without identity
            <span key={index} style={{ height: `${share * 106}px` }} />
          ))}
        </div>
      </div>
    </div>
  );
}
