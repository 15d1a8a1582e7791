import { type ReactNode, useEffect } from 'react';
import { runTour } from '../tour/runTour.ts';
import { useServices } from './context.tsx';
import { rememberTour } from './tourMemory.ts';

/** The tour, for as long as it is rendered. */
export default function Tour(): ReactNode {
  const { store } = useServices();
  useEffect(() => {
    rememberTour();
    // What it shows stands there on a phone.
    store.getState().showPhoneTab('charts');
    let tour: { stop(): void } | undefined;
    const frame = requestAnimationFrame(() => {
      tour = runTour(() => store.getState().showOverlay(undefined));
    });
    return () => {
      cancelAnimationFrame(frame);
      tour?.stop();
    };
  }, [store]);
  return null;
}
