/** The points of production for the manifest that is on the page, by the advice on it. */
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp, useServices } from '../app/context.tsx';
import { useManifestEdits } from '../app/useManifestEdits.ts';
import { manifestName } from '../store/manifestName.ts';
import { Button } from '../ui/Button.tsx';
import { type Checked, checked } from './checks.ts';
import styles from './lessons.module.css';

export function Checklist(): ReactNode {
  const advice = useApp((state) => state.advice);
  const isRead = useApp((state) => state.verdict?.manifest !== undefined);
  const name = useApp((state) => manifestName(state.scenario.manifest));
  if (!isRead) {
    return (
      <p className={styles.note}>
        The manifest on the page has errors. Mend them first: they come before advice.
      </p>
    );
  }
  const points = checked(advice);
  const held = points.filter(({ against }) => against.length === 0).length;
  return (
    <>
      <p role="status">
        {name === undefined ? 'Your manifest' : <b>{name}</b>}: {held} of {points.length} points hold.
      </p>
      <ul className={styles.goals} aria-label="Points of production">
        {points.map((point) => (
          <Point key={point.title} point={point} />
        ))}
      </ul>
    </>
  );
}

function Point({ point: { title, against } }: { readonly point: Checked }): ReactNode {
  const { store } = useServices();
  const { goTo } = useManifestEdits();
  const isMet = against.length === 0;
  return (
    <li className={styles.goal} data-met={isMet}>
      {isMet ? (
        <Check size={16} role="img" aria-label="holds" />
      ) : (
        <X size={16} role="img" aria-label="does not hold" />
      )}
      <span>
        <span className={styles.aim}>{title}</span>
        {against.map((advice) => (
          <span key={`${advice.rule} ${advice.line} ${advice.message}`} className={styles.measured}>
            {advice.message} {advice.reason}
            {advice.evidence === undefined ? '' : ` In this run: ${advice.evidence}`}{' '}
            <Button
              className={styles.inline ?? ''}
              onClick={() => {
                store.getState().showOverlay(undefined);
                goTo(advice);
              }}
            >
              Line {advice.line}
            </Button>
          </span>
        ))}
      </span>
    </li>
  );
}
