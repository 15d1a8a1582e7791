import { type ReactNode, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './TourOffer.module.css';
import { knowsTour, rememberTour } from './tourMemory.ts';
import { useSettled } from './useSettled.ts';

/** On a first visit, once the charts are there: an offer that stands in nobody's way. Not inside of another page. */
export function TourOffer(): ReactNode {
  const { store, firstCharts } = useServices();
  const chartsAreThere = useSettled(firstCharts);
  const [wanted, setWanted] = useState(() => !knowsTour() && window.self === window.top);
  const overlay = useApp((state) => state.overlay);
  const hasFindings = useApp(({ problems, failure }) => problems.length > 0 || failure !== undefined);
  // It would lie over the list of problems.
  if (!wanted || !chartsAreThere || overlay !== undefined || hasFindings) return null;

  function answer(takes: boolean): void {
    setWanted(false);
    rememberTour();
    if (takes) store.getState().showOverlay('tour');
  }
  return (
    <section className={styles.offer} data-print="no" aria-label="Offer of a tour">
      <p>New here? It takes a minute.</p>
      <Button look="primary" onClick={() => answer(true)}>
        Take the tour
      </Button>
      <Button onClick={() => answer(false)}>Skip</Button>
    </section>
  );
}
