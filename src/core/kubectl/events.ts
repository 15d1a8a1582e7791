/** Events of a HorizontalPodAutoscaler as kubectl lists them. */
import type { EventType, Ms } from '../podautoscaler/interfaces.ts';
import type { Release } from '../releases/index.ts';
import { translateTimestampSince } from './duration.ts';
import { sortAsGo } from './sort.ts';
import { printTable, type TableColumn, type TableRow } from './table.ts';
import { TabWriter } from './tabWriter.ts';
import { escapeTerminal, trimSpace } from './terminal.ts';

/**
 * As much of a core/v1 Event as kubectl prints. Events about an HPA name no part of it, so there is no field path.
 * Times are undefined where the object has none.
 */
export interface ApiEvent {
  readonly name: string;
  readonly namespace: string;
  readonly involvedKind: string;
  readonly involvedName: string;
  /** Normal and Warning upstream; any text in an event of somebody else */
  readonly type: EventType | (string & {});
  readonly reason: string;
  readonly message: string;
  /** `source.component` and `source.host` */
  readonly component: string;
  readonly host: string;
  readonly reportingController: string;
  readonly reportingInstance: string;
  readonly firstTimestamp?: Ms;
  readonly lastTimestamp?: Ms;
  readonly eventTime?: Ms;
  /** int32 */
  readonly count: number;
  readonly series?: { readonly count: number; readonly lastObservedTime?: Ms };
}

const BEFORE_ALL: Ms = Number.NEGATIVE_INFINITY;

const EVENT_COLUMNS: readonly TableColumn[] = [
  { name: 'Last Seen' },
  { name: 'Type' },
  { name: 'Reason' },
  { name: 'Object' },
  { name: 'Subobject', wide: true },
  { name: 'Source', wide: true },
  { name: 'Message' },
  { name: 'First Seen', wide: true },
  { name: 'Count', wide: true },
  { name: 'Name', wide: true },
];

/**
 * `kubectl get events`, in the order in which the server lists them.
 *
 * @upstream pkg/printers/internalversion/printers.go printEventList
 */
export function getEvents(
  events: readonly ApiEvent[],
  now: Ms,
  options: { readonly wide?: boolean },
  release: Pick<Release, 'padsTablesByBytes'>,
): string {
  return printTable(
    { columns: EVENT_COLUMNS, rows: events.map((event) => printEvent(event, now)) },
    options,
    release,
  );
}

/** @upstream pkg/printers/internalversion/printers.go printEvent */
function printEvent(event: ApiEvent, now: Ms): TableRow {
  const { series, involvedKind, involvedName } = event;
  const firstSeen = translateTimestampSince(event.firstTimestamp ?? event.eventTime, now);
  const lastTimestamp = series === undefined ? event.lastTimestamp : series.lastObservedTime;
  const isUnset = series === undefined && lastTimestamp === undefined;
  const kind = involvedKind.toLowerCase();
  const source = event.component || event.reportingController;
  const instance = event.host || event.reportingInstance;
  const cells = [
    isUnset ? firstSeen : translateTimestampSince(lastTimestamp, now),
    event.type,
    event.reason,
    involvedName === '' ? kind : `${kind}/${involvedName}`,
    '',
    instance === '' ? source : `${source}, ${instance}`,
    trimSpace(event.message),
    firstSeen,
    // events of the new API have no count when they happened once
    String(series?.count ?? (event.count || 1)),
    event.name,
  ];
  return { cells, namespace: event.namespace, labels: '<none>' };
}

/**
 * `kubectl events`, oldest first.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/events/event_printer.go EventPrinter.PrintObj
 */
export function kubectlEvents(events: readonly ApiEvent[], now: Ms): string {
  const writer = new TabWriter(6, 3);
  writer.write('LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE\n');
  for (const event of sortAsGo(events, isSeenBefore)) {
    const { type, reason, involvedKind, involvedName, message } = event;
    const [kind, name] = [escapeTerminal(involvedKind), escapeTerminal(involvedName)];
    writer.write(`${intervalOf(event, now)}\t${escapeTerminal(type)}\t${escapeTerminal(reason)}\t`);
    writer.write(`${kind}/${name}\t${escapeTerminal(trimSpace(message))}\n`);
  }
  return writer.finish();
}

/** @upstream staging/src/k8s.io/kubectl/pkg/cmd/events/events.go eventTime */
function isSeenBefore(a: ApiEvent, b: ApiEvent): boolean {
  return seenAt(a) < seenAt(b);
}

function seenAt({ series, lastTimestamp, eventTime }: ApiEvent): Ms {
  if (series !== undefined) return series.lastObservedTime ?? BEFORE_ALL;
  return lastTimestamp ?? eventTime ?? BEFORE_ALL;
}

/**
 * The events in the order of `kubectl describe`. Those of the new API have no `lastTimestamp` and come first.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/util/event/sorted_event_list.go SortableEvents
 */
export function sortedForDescribe(events: readonly ApiEvent[]): readonly ApiEvent[] {
  return sortAsGo(events, (a, b) => (a.lastTimestamp ?? BEFORE_ALL) < (b.lastTimestamp ?? BEFORE_ALL));
}

/**
 * `15s (x39 over 10m)`; the age of its only occurrence for an event that happened once.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/events/event_printer.go getInterval
 */
export function intervalOf(event: ApiEvent, now: Ms): string {
  const { series, count } = event;
  const first = translateTimestampSince(event.eventTime ?? event.firstTimestamp, now);
  if (series !== undefined) {
    return `${translateTimestampSince(series.lastObservedTime, now)} (x${series.count} over ${first})`;
  }
  return count > 1 ? `${translateTimestampSince(event.lastTimestamp, now)} (x${count} over ${first})` : first;
}
