import { ChevronDown, ChevronRight, ExternalLink, Lightbulb } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { type Advice, saysTheSame } from '../core/index.ts';
import { useApp } from './context.tsx';
import styles from './ProblemsList.module.css';
import { Fixes } from './ProblemsList.tsx';
import { useManifestEdits } from './useManifestEdits.ts';

/** On a lower screen the list opens folded: the manifest needs the room. */
const ROOMY_PX = 760;

/** What a careful reviewer would say, apart from errors: each with its reason, and what the run showed of it. */
export function AdviceList(): ReactNode {
  const all = useApp((state) => state.advice);
  const problems = useApp((state) => state.problems);
  const advice = all.filter((piece) => !problems.some((problem) => saysTheSame(problem, piece)));
  const [open, setOpen] = useState(() => window.innerHeight >= ROOMY_PX);
  const list = useId();
  if (advice.length === 0) return null;
  return (
    <section className={styles.problems} aria-label="Advice">
      <div className={styles.headingRow}>
        <h2>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-controls={list}
            onClick={() => setOpen(!open)}
          >
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            {advice.length === 1 ? '1 piece of advice' : `${advice.length} pieces of advice`}
          </button>
        </h2>
      </div>
      <ul id={list} className={styles.list} hidden={!open}>
        {advice.map((piece) => (
          <AdviceRow key={`${piece.rule} ${piece.line}:${piece.column} ${piece.message}`} piece={piece} />
        ))}
      </ul>
    </section>
  );
}

function AdviceRow({ piece }: { readonly piece: Advice }): ReactNode {
  const { goTo } = useManifestEdits();
  const [open, setOpen] = useState(false);
  const reason = useId();
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => goTo(piece)}>
        <Lightbulb size={14} className={styles.advice} role="img" aria-label="advice" />
        <span className={styles.text}>{piece.message}</span>
        <span className={styles.line} role="img" aria-label={`line ${piece.line}`}>
          :{piece.line}
        </span>
      </button>
      <Fixes finding={piece}>
        <button
          type="button"
          className={styles.why}
          aria-expanded={open}
          aria-controls={reason}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />} Why
        </button>
      </Fixes>
      <div id={reason} className={styles.reason} hidden={!open}>
        <p>{piece.reason}</p>
        {piece.evidence === undefined ? null : (
          <p className={styles.evidence}>In this run: {piece.evidence}</p>
        )}
        <a href={piece.link} target="_blank" rel="noreferrer">
          Documentation <ExternalLink size={11} aria-hidden />
        </a>
      </div>
    </li>
  );
}
