/** KEDA beside the HPA: what its last poll decided and why, what its triggers said, and who changed the replicas. */
import type { ReactNode } from 'react';
import { KedaSwatch } from '../charts/KedaStrip.tsx';
import { KEDA_LOOKS } from '../charts/keda.ts';
import type { KedaCooldown } from '../core/index.ts';
import { Term, TermCard } from '../glossary/Term.tsx';
import { Help } from '../ui/Help.tsx';
import styles from './TwoClocks.module.css';
import { unbroken } from './text.ts';
import { COOLDOWN_RULE, type TriggerRow, type TwoClocksView } from './twoClocksView.ts';

export function TwoClocks({ view }: { readonly view: TwoClocksView }): ReactNode {
  const { explanation, polled, lastActive, triggers, changed, atZero } = view;
  const look = KEDA_LOOKS[explanation.decision];
  return (
    <section className={styles.clocks} aria-label="Two clocks">
      <h2 className="visuallyHidden">Two clocks</h2>
      <div className={styles.part}>
        <h3>
          <Term id="twoClocks">KEDA’s clock</Term>
          <span className={styles.when}>{unbroken(polled)}</span>
        </h3>
        <p className={styles.sentence}>{unbroken(explanation.headline)}</p>
        <p className={styles.decided}>
          <KedaSwatch kind={explanation.decision} />
          {look.label}
          <Help about={look.label} text={look.help} more={<TermCard id={look.term} />} />
        </p>
        {explanation.cooldown === undefined ? null : <Cooldown cooldown={explanation.cooldown} />}
      </div>
      <div className={styles.part}>
        <h3>
          <Term id="trigger">Triggers</Term>
        </h3>
        <Triggers rows={triggers} />
        <p className={styles.dim}>{unbroken(lastActive)}</p>
      </div>
      <div className={styles.part}>
        <h3>Who decides what</h3>
        <p className={styles.strong}>{unbroken(changed)}</p>
        <p>{unbroken(atZero ?? explanation.clocks)}</p>
        <p className={styles.dim}>{COOLDOWN_RULE}</p>
      </div>
    </section>
  );
}

function Cooldown({ cooldown }: { readonly cooldown: KedaCooldown }): ReactNode {
  const { passedSeconds, totalSeconds } = cooldown;
  return (
    <p className={styles.cooldown}>
      <meter
        className={styles.meter}
        aria-label="Cooldown"
        aria-valuetext={`${passedSeconds} of ${totalSeconds} seconds have passed`}
        max={Math.max(1, totalSeconds)}
        value={Math.min(passedSeconds, totalSeconds)}
      />
      <span>{unbroken(`${passedSeconds} s of ${totalSeconds} s`)}</span>
    </p>
  );
}

function Triggers({ rows }: { readonly rows: readonly TriggerRow[] }): ReactNode {
  return (
    <table className={styles.triggers} aria-label="Triggers at KEDA’s last poll">
      <thead>
        <tr>
          <th scope="col">Trigger</th>
          <th scope="col">Value</th>
          <th scope="col">Active at</th>
          <th scope="col">Active</th>
          <th scope="col">Target</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, type, value, activation, active, target, text }) => (
          <tr key={`${type} ${name}`} title={text}>
            <th scope="row">{name}</th>
            <td>{value}</td>
            <td>{activation}</td>
            <td data-active={active}>{active}</td>
            <td>{target}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
