import { type ReactNode, useId, useState } from 'react';
import { MINORS, type Minor } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Compare.module.css';
import { useApp, useServices } from './context.tsx';

/** Every comparison keeps the present scenario as A, and goes on with B. */
export function CompareStart(): ReactNode {
  const { store } = useServices();
  const [pasting, setPasting] = useState(false);
  const { keepAsA, showLeftTab, showPhoneTab } = store.getState();

  function compareSettings(): void {
    keepAsA();
    showLeftTab('cluster');
    showPhoneTab('cluster');
  }

  return (
    <div className={styles.view}>
      <p className={styles.what}>
        Keep what you have now as <b>A</b> and go on editing <b>B</b>. Both run on the same load: the replicas
        of A stay in the chart, and a table says which did better at what.
      </p>
      <div className={styles.ways}>
        <Button look="primary" onClick={keepAsA}>
          Keep this as A
        </Button>
        <Button look="outlined" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          Compare with another manifest
        </Button>
        <Button look="outlined" onClick={compareSettings}>
          Compare with other cluster settings
        </Button>
        <CompareMinor />
      </div>
      {pasting ? <OtherManifest /> : null}
    </div>
  );
}

const NEWEST_FIRST = [...MINORS].reverse();

function CompareMinor(): ReactNode {
  const { store } = useServices();
  const present = useApp((state) => state.scenario.kubernetes);
  const others = NEWEST_FIRST.filter((minor) => minor !== present);
  const [chosen, choose] = useState<Minor | undefined>(undefined);
  const minor = chosen === undefined || chosen === present ? others[0] : chosen;
  const id = useId();
  if (minor === undefined) return null;
  const { keepAsA, setKubernetes } = store.getState();
  return (
    <span className={styles.way}>
      <label htmlFor={id}>Other version</label>
      <select
        id={id}
        className={styles.select}
        value={minor}
        onChange={(event) => choose(others.find((other) => other === event.target.value))}
      >
        {others.map((other) => (
          <option key={other} value={other}>
            Kubernetes {other}
          </option>
        ))}
      </select>
      <Button
        look="outlined"
        onClick={() => {
          keepAsA();
          setKubernetes(minor);
        }}
      >
        Compare with {minor}
      </Button>
    </span>
  );
}

function OtherManifest(): ReactNode {
  const { store } = useServices();
  const [text, setText] = useState('');
  const id = useId();

  function compare(): void {
    const { scenario, keepAsA, replaceScenario } = store.getState();
    keepAsA();
    const { hpa: _, ...others } = scenario;
    replaceScenario({ ...others, manifest: text });
  }

  return (
    <div className={styles.other}>
      <label htmlFor={id}>The other manifest</label>
      <textarea
        id={id}
        className={styles.paste}
        spellCheck={false}
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button look="primary" disabled={text.trim() === ''} onClick={compare}>
        Compare with this one
      </Button>
    </div>
  );
}
