import { type ReactNode, useMemo } from 'react';
import { hpaText } from '../core/index.ts';
import { Term } from '../glossary/Term.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useApp } from './context.tsx';
import styles from './GeneratedHpa.module.css';

/** The HPA that KEDA makes of the ScaledObject: to be read and copied, not to be edited. */
export default function GeneratedHpa(): ReactNode {
  const manifest = useApp(({ verdict }) => verdict?.manifest);
  const text = useMemo(() => (manifest?.keda === undefined ? undefined : hpaText(manifest.hpa)), [manifest]);
  if (manifest?.keda === undefined || text === undefined) {
    return <p className={styles.note}>There is no HPA until the ScaledObject can be read without errors.</p>;
  }
  return (
    <section className={styles.pane} aria-label="Generated HPA">
      <div className={styles.note}>
        <p>
          KEDA makes <Term id="generatedHpa">this HPA</Term> of the ScaledObject{' '}
          <b>{manifest.keda.plan.name}</b> and reverts what is changed in it. Edit the ScaledObject instead.
        </p>
        <CopyButton text="Copy" label="Copy the generated HPA" content={() => text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach what scrolls */}
      <pre className={styles.text} tabIndex={0}>
        {text.trimEnd().split('\n').map(Line)}
      </pre>
    </section>
  );
}

const FIELD = /^([\s-]*)([^\s:"]+:)(.*)$/;

function Line(line: string, index: number): ReactNode {
  const [, before = line, key = '', value = ''] = FIELD.exec(line) ?? [];
  return (
    <span key={index} className={styles.line}>
      {before}
      <span className={styles.key}>{key}</span>
      {`${value}\n`}
    </span>
  );
}
