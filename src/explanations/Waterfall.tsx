/** From the raw proposal to the applied count, one bar a stage; the same as a table for whoever wants the words. */
import type { CSSProperties, ReactNode } from 'react';
import type { ExplanationStage } from '../core/explanation/types.ts';
import type { LimiterKind } from '../core/podautoscaler/record.ts';
import { TermCard } from '../glossary/Term.tsx';
import { HelpButton } from '../ui/HelpButton.tsx';
import { stageLook } from './stageLooks.ts';
import { unbroken } from './text.ts';
import styles from './Waterfall.module.css';

interface WaterfallProps {
  readonly stages: readonly ExplanationStage[];
  readonly limiter: LimiterKind;
}

export function Waterfall({ stages, limiter }: WaterfallProps): ReactNode {
  const highest = Math.max(1, ...stages.map(({ replicas }) => replicas ?? 0));
  return (
    <section className={styles.waterfall} aria-label="From the raw proposal to the applied count">
      <ol className={styles.bars}>
        {stages.map((stage) => (
          <Bar key={stage.kind} stage={stage} limiter={limiter} highest={highest} />
        ))}
      </ol>
      <details className={styles.asTable}>
        <summary>The stages as a table</summary>
        <StageTable stages={stages} />
      </details>
    </section>
  );
}

interface BarProps {
  readonly stage: ExplanationStage;
  readonly limiter: LimiterKind;
  /** the count that fills the height */
  readonly highest: number;
}

function Bar({ stage, limiter, highest }: BarProps): ReactNode {
  const { kind, title, replicas, detail } = stage;
  const { colorToken, help, term } = stageLook(kind, limiter);
  const share = Math.max(0, (replicas ?? 0) / highest);
  const style = { '--share': share, '--color': `var(${colorToken})` } as CSSProperties;
  return (
    <li className={styles.stage} data-role={role(stage)} data-kind={kind} style={style}>
      <HelpButton
        label={title}
        className={styles.title ?? ''}
        tip={help}
        card={
          <>
            <p>{help}</p>
            <TermCard id={term} />
          </>
        }
      >
        {unbroken(title)}
      </HelpButton>
      <span className={styles.track}>
        <span className={styles.number}>{replicas ?? '–'}</span>
        <span className={styles.bar} aria-hidden="true" />
      </span>
      <span className={styles.detail}>
        {detail.split('\n').map((line) => (
          <span key={line}>{unbroken(line)}</span>
        ))}
      </span>
    </li>
  );
}

/** Stages that set the count stand out; those that let it pass step back. */
function role({ kind, replicas, changed }: ExplanationStage): 'sets' | 'passes' | 'open' {
  if (replicas === undefined) return 'open';
  return changed || kind === 'raw' || kind === 'applied' ? 'sets' : 'passes';
}

function StageTable({ stages }: Pick<WaterfallProps, 'stages'>): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Replicas</th>
          <th scope="col">How</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ kind, title, replicas, changed, detail }) => (
          <tr key={kind}>
            <th scope="row">{title}</th>
            <td>{replicas === undefined ? 'unknown' : `${replicas}${changed ? ' (changed)' : ''}`}</td>
            <td>{detail.split('\n').join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
