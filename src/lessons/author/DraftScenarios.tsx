/** Where the lesson starts and what meets its goal: each is taken from the page, and can be put there again. */
import type { ReactNode } from 'react';
import { useApp, useServices } from '../../app/context.tsx';
import type { Scenario } from '../../core/index.ts';
import type { LessonDraft } from '../../core/lesson/draft.ts';
import { manifestName } from '../../store/manifestName.ts';
import { offerEarlier } from '../../store/offerEarlier.ts';
import { sameScenario } from '../../store/sameScenario.ts';
import { Button } from '../../ui/Button.tsx';
import shared from '../lessons.module.css';
import styles from './author.module.css';
import { draftStore } from './draftStore.ts';

export function DraftScenarios({ draft }: { readonly draft: LessonDraft }): ReactNode {
  const { change } = draftStore.getState();
  return (
    <>
      <Taken name="start" scenario={draft.start} onTake={(start) => change({ start })} />
      <Taken name="solution" scenario={draft.solution} onTake={(solution) => change({ solution })} />
    </>
  );
}

interface TakenProps {
  readonly name: 'start' | 'solution';
  readonly scenario: Scenario | undefined;
  readonly onTake: (scenario: Scenario) => void;
}

function Taken({ name, scenario, onTake }: TakenProps): ReactNode {
  const { store } = useServices();
  const present = useApp((state) => state.scenario);
  const isPresent = scenario !== undefined && sameScenario(scenario, present);
  const show = (): void => {
    if (scenario === undefined) return;
    const { edited, openScenario } = store.getState();
    openScenario(scenario, { kind: 'own' });
    if (edited) offerEarlier(store, `The ${name} is on the page.`);
  };
  return (
    <section className={styles.taken} aria-label={`The ${name}`}>
      <p role="status">
        <b>{name === 'start' ? 'Start' : 'Solution'}</b>{' '}
        <span className={shared.note}>{standing(scenario, isPresent)}</span>
      </p>
      <p className={shared.buttons}>
        <Button look="outlined" disabled={isPresent} onClick={() => onTake(store.getState().scenario)}>
          The present scenario is the {name}
        </Button>
        {scenario === undefined ? null : (
          <Button disabled={isPresent} aria-label={`Show the ${name} on the page`} onClick={show}>
            Show it
          </Button>
        )}
      </p>
    </section>
  );
}

function standing(scenario: Scenario | undefined, isPresent: boolean): string {
  if (scenario === undefined) return 'not taken yet';
  const name = manifestName(scenario.manifest) ?? 'a scenario without a name';
  return isPresent ? `taken: ${name}, as it is on the page` : `taken: ${name}; the page shows another state`;
}
