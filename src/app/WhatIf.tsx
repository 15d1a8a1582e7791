import { type ReactNode, useMemo } from 'react';
import { outcomesOf } from '../compare/outcomes.ts';
import { QUESTIONS, whatIfText } from '../compare/questions.ts';
import type { WhatIf as Question } from '../compare/types.ts';
import { MINORS } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './WhatIf.module.css';

/** One thing changed and run again; its replicas stand beside these in the chart. */
export default function WhatIf(): ReactNode {
  const { store } = useServices();
  const asked = useApp((state) => state.whatIf);
  const { ask } = store.getState();
  return (
    <section className={styles.panel} aria-label="What if?">
      <div className={styles.questions}>
        <h3 className={styles.title}>What if?</h3>
        {QUESTIONS.map(({ id, help }) => (
          <Tooltip key={id} text={help}>
            <button
              type="button"
              className={styles.question}
              aria-pressed={asked?.id === id}
              onClick={() => ask(asked?.id === id ? undefined : { id })}
            >
              {whatIfText({ id })}
            </button>
          </Tooltip>
        ))}
        <OtherMinor asked={asked} />
      </div>
      {asked === undefined ? null : <Answer />}
    </section>
  );
}

const NEWEST_FIRST = [...MINORS].reverse();

function OtherMinor({ asked }: { readonly asked: Question | undefined }): ReactNode {
  const { store } = useServices();
  const present = useApp((state) => state.scenario.kubernetes);
  const chosen = asked?.id === 'minor' ? asked.minor : '';
  return (
    <select
      className={styles.question}
      aria-label="What if: another Kubernetes version"
      data-asked={chosen !== ''}
      value={chosen}
      onChange={(event) => {
        const minor = MINORS.find((other) => other === event.target.value);
        store.getState().ask(minor === undefined ? undefined : { id: 'minor', minor });
      }}
    >
      <option value="">another version</option>
      {NEWEST_FIRST.filter((minor) => minor !== present || minor === chosen).map((minor) => (
        <option key={minor} value={minor}>
          Kubernetes {minor}
        </option>
      ))}
    </select>
  );
}

/** What fits on a line; all of it is in the table. */
const SHOWN = new Set(['podHours', 'aboveTarget', 'dropped', 'mostReplicas']);

function Answer(): ReactNode {
  const { store } = useServices();
  const text = useAnswer();
  return (
    <div className={styles.answer}>
      <p role="status">{text}</p>
      <Button onClick={() => store.getState().showBottomTab('compare')}>All figures</Button>
    </div>
  );
}

function useAnswer(): string {
  const present = useApp((state) => state.trace);
  const compared = useApp((state) => state.compared);
  const failure = useApp((state) => state.compareFailure);
  const price = useApp((state) => state.pricePerPodHour);
  return useMemo(() => {
    if (failure !== undefined) return `This cannot be asked: ${failure}`;
    if (present === undefined || compared === undefined) return 'Running it…';
    const changed = outcomesOf(present, compared.trace, price).filter(
      ({ id, a, b }) => SHOWN.has(id) && a !== b,
    );
    if (changed.length === 0) return 'It would make no difference worth a figure here.';
    return changed.map(({ label, a, b }) => `${label}: ${a} → ${b}`).join(' · ');
  }, [present, compared, failure, price]);
}
