import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { ChartFold, ChartSection } from '../charts/ChartSection.tsx';
import { type ChartId, isChartShown, isOnRequest } from '../store/shownCharts.ts';
import styles from './ChartsColumn.module.css';
import { CHART_NAMES } from './chartNames.ts';
import { useApp, useServices } from './context.tsx';
import { useCover } from './useCover.tsx';

interface ShownChartProps {
  readonly id: ChartId;
  readonly phone: boolean;
  readonly children: ReactNode;
}

/** A chart, unless a lesson asks first what it will show. */
export function ShownChart(props: ShownChartProps): ReactNode {
  const cover = useCover(props.id);
  return cover === undefined ? <ChosenChart {...props} /> : cover;
}

/** A chart as it was chosen: there, or left out. On a phone it is folded to its heading instead, and stays in its place. */
function ChosenChart({ id, phone, children }: ShownChartProps): ReactNode {
  const { store } = useServices();
  const shown = useApp((state) => isChartShown(state.charts, id));
  const place = useRef<HTMLDivElement>(null);
  const toggled = useRef(false);
  const fold = useMemo(() => {
    if (!phone && !isOnRequest(id)) return undefined;
    const toggle = (): void => {
      toggled.current = true;
      store.getState().showChart(id, !shown);
    };
    return { open: shown, toggle };
  }, [store, id, phone, shown]);
  useEffect(() => {
    // The heading was made anew, or is gone: the focus stays with what does the opposite.
    if (!toggled.current) return;
    toggled.current = false;
    if (place.current !== null) keepFocus(place.current, id);
  });
  return (
    <div ref={place} className={styles.place} {...(shown ? {} : { 'data-print': 'no' })}>
      <ChartFold value={fold}>
        {shown && children}
        {!shown && phone && <ChartSection title={CHART_NAMES[id]}>{null}</ChartSection>}
      </ChartFold>
    </div>
  );
}

/** How long the parts of a chart may be on their way, milliseconds. */
const ARRIVING_MS = 1500;

/** Gives the focus that a button took along with it to the button that does the opposite. */
function keepFocus(place: HTMLElement, id: ChartId): void {
  const focus = (): void => {
    if (document.activeElement !== document.body) return;
    const heading = place.querySelector<HTMLElement>('button[aria-expanded]');
    (heading ?? document.getElementById(chartToggleId(id)))?.focus({ preventScroll: true });
  };
  focus();
  const observer = new MutationObserver(focus);
  observer.observe(place, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), ARRIVING_MS);
}

/** Of the button that shows a chart that is there on request. */
export function chartToggleId(id: ChartId): string {
  return `show-${id}`;
}
