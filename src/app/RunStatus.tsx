import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './RunStatus.module.css';
import { useOpenExample } from './useOpenExample.ts';

/** Over the charts, when they do not show the present scenario: why, and what to do. Nothing otherwise. */
export function RunStatus(): ReactNode {
  const { runAgain, store } = useServices();
  const failure = useApp((state) => state.failure);
  const hasTrace = useApp((state) => state.trace !== undefined);
  const broken = useApp(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  const isEmpty = useApp(({ scenario }) => scenario.manifest.trim() === '');
  const shown = hasTrace ? 'The charts show the last run that worked.' : '';
  const isLong = useApp(({ running, progress }) => running && progress !== undefined);
  // How far the run is stands in the same place.
  if (isLong) return null;
  if (failure !== undefined) {
    const replaced = failure.kind === 'worker' ? 'It was restarted. ' : '';
    return (
      <div className={styles.status} role={failure.kind === 'cancelled' ? 'status' : 'alert'}>
        <p>
          {failure.message} {replaced}
          {shown}
        </p>
        <Button look="outlined" onClick={runAgain}>
          Run again
        </Button>
      </div>
    );
  }
  if (!broken) return null;
  if (isEmpty) return <NoManifest shown={shown} />;
  return (
    <div className={styles.status} role="status">
      <p>This manifest cannot run. {shown}</p>
      <Button look="outlined" onClick={() => showManifest(store.getState())}>
        Show problems
      </Button>
    </div>
  );
}

/** Nothing written yet, or everything deleted: what to do about it. */
function NoManifest({ shown }: { readonly shown: string }): ReactNode {
  const { examples } = useServices();
  const openExample = useOpenExample();
  const [first] = examples;
  return (
    <div className={styles.status} role="status">
      <p>Paste a HorizontalPodAutoscaler, best with its Deployment. {shown}</p>
      {first === undefined ? null : (
        <Button look="outlined" onClick={() => void openExample(first)}>
          Open an example
        </Button>
      )}
    </div>
  );
}

function showManifest(actions: {
  showLeftTab(tab: 'manifest'): void;
  showPhoneTab(tab: 'manifest'): void;
}): void {
  actions.showLeftTab('manifest');
  actions.showPhoneTab('manifest');
}
