/** Which lines of a chart are shown. The page remembers it by the chart's name. */
import { useMemo } from 'react';
import { isolated, toggled } from './lineChoice.ts';
import { useTimeAxis } from './TimeAxis.tsx';

export interface LineChoice<Id extends string> {
  readonly hidden: ReadonlySet<Id>;
  toggle(id: Id): void;
  /** shows it alone; all lines where it stands alone already */
  isolate(id: Id, all: readonly Id[]): void;
  showAll(): void;
}

/** @param chart the name under which it is remembered: "replicas", "metric cpu" */
export function useLines<Id extends string>(chart: string): LineChoice<Id> {
  const { hiddenLines, hideLines } = useTimeAxis();
  const ids = hiddenLines[chart];
  return useMemo(() => {
    const hidden = new Set((ids ?? []) as readonly Id[]);
    const hide = (next: ReadonlySet<Id>): void => hideLines(chart, [...next]);
    return {
      hidden,
      toggle: (id) => hide(toggled(hidden, id)),
      isolate: (id, all) => hide(isolated(hidden, id, all)),
      showAll: () => hide(new Set()),
    };
  }, [ids, hideLines, chart]);
}
