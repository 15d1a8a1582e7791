/** Walks through the steps over the page; driver.js does the spotlight, the box and the keyboard. */
import { type Driver, driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import { TOUR_STEPS, type TourStep } from './steps.ts';
import styles from './tour.module.css';

/** It may move, but not for longer than anything else here. */
const MOTION_MS = 120;

/** Starts the tour; `onEnd` follows its last step, Escape, its cross, and `stop`. */
export function runTour(onEnd: () => void): { stop(): void } {
  const animate = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const tour: Driver = driver({
    steps: TOUR_STEPS.map(toDriverStep),
    animate,
    duration: MOTION_MS,
    overlayOpacity: 0.45,
    stagePadding: 4,
    stageRadius: 9,
    popoverClass: styles.box ?? '',
    showProgress: true,
    progressText: '{{current}} of {{total}}',
    nextBtnText: 'Next',
    prevBtnText: 'Back',
    doneBtnText: 'Done',
    disableActiveInteraction: true,
    skipMissingElement: true,
    // Its title is a header, which on the page itself would be another banner; the box is named by it all the same.
    onPopoverRender: ({ title }) => title.setAttribute('role', 'presentation'),
    onHighlighted(element, _, { state }) {
      if (element !== undefined) forgetPopup(element);
      state.popover?.nextButton.focus();
    },
    onDestroyed: onEnd,
  });
  tour.drive();
  return { stop: () => tour.isActive() && tour.destroy() };
}

function toDriverStep({ title, text, places }: TourStep) {
  // The library asks again at each step: a phone's tabs may have changed meanwhile.
  return { element: () => placeOf(places) as Element, popover: { title, description: text } };
}

function placeOf(places: readonly string[]): Element | undefined {
  return places
    .map((place) => document.querySelector(place))
    .find((element): element is Element => element !== null && element.getClientRects().length > 0);
}

/** The library says of what it shows that it opens a box, which a region cannot. */
function forgetPopup(element: Element): void {
  for (const name of ['aria-haspopup', 'aria-expanded', 'aria-controls']) element.removeAttribute(name);
}
