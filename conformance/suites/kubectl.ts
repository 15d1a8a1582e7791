/** What kubectl prints: `get hpa`, `describe hpa`, events, ages. */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
} from '../../src/core/autoscaling/types.ts';
import { parseTime } from '../../src/core/go/time.ts';
import { describeHpa } from '../../src/core/kubectl/describeHpa.ts';
import { humanDuration, shortHumanDuration } from '../../src/core/kubectl/duration.ts';
import { type ApiEvent, getEvents, kubectlEvents } from '../../src/core/kubectl/events.ts';
import { getHpas, hpaTable } from '../../src/core/kubectl/getHpa.ts';
import { printTable } from '../../src/core/kubectl/table.ts';
import type { Ms } from '../../src/core/podautoscaler/interfaces.ts';
import type { Release } from '../../src/core/releases/index.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { CaseFile } from '../files.ts';
import { releaseOf } from './caseRelease.ts';
import type { Case } from './cases.ts';

/** Compares one case of `kubectl.json`. */
export function checkKubectl(item: Case, file: CaseFile): Difference | undefined {
  const now = parseTime((file.extra as { readonly now: string }).now);
  const release = releaseOf(file);
  switch (item.kind) {
    case 'hpa':
      return checkHpa(item, now, release);
    case 'list':
      return checkList(item, now, release);
    case 'events':
      return checkEvents(item, now, release);
    case 'duration': {
      // what the case counts in seconds is whole in milliseconds
      const elapsed: Ms = Math.round(Number(item.seconds) * 1000);
      return (
        firstDifference(item.human, humanDuration(elapsed), 'human') ??
        firstDifference(item.short, shortHumanDuration(elapsed), 'short')
      );
    }
    default:
      throw new Error(`unknown kind of case: ${String(item.kind)}`);
  }
}

function checkHpa(item: Case, now: Ms, release: Release): Difference | undefined {
  const hpa = readHpa(item.in);
  return (
    firstDifference(item.get, getHpas([hpa], now, {}, release), 'get') ??
    // left out where it is the same
    firstDifference(item.getWide ?? item.get, getHpas([hpa], now, { wide: true }, release), 'getWide') ??
    firstDifference(item.describe, describeHpa(hpa, readEvents(item.events), now), 'describe')
  );
}

function checkList(item: Case, now: Ms, release: Release): Difference | undefined {
  const hpas = (item.in as readonly unknown[]).map(readHpa);
  // The cases ask the server for a table without headers, which then has no columns either. kubectl asks for columns
  // and leaves the headers out itself.
  const bare = { ...hpaTable(hpas, now, release), columns: [] };
  return (
    firstDifference(item.getAll, getHpas(hpas, now, {}, release), 'getAll') ??
    firstDifference(
      item.getAllNamespaces,
      getHpas(hpas, now, { withNamespace: true }, release),
      'getAllNamespaces',
    ) ??
    firstDifference(item.showLabels, getHpas(hpas, now, { showLabels: true }, release), 'showLabels') ??
    firstDifference(item.noHeaders, printTable(bare, { noHeaders: true }, release), 'noHeaders')
  );
}

function checkEvents(item: Case, now: Ms, release: Release): Difference | undefined {
  const events = readEvents(item.events);
  return (
    firstDifference(item.getEvents, getEvents(events, now, {}, release), 'getEvents') ??
    firstDifference(item.getEventsWide, getEvents(events, now, { wide: true }, release), 'getEventsWide') ??
    firstDifference(item.kubectlEvents, kubectlEvents(events, now), 'kubectlEvents')
  );
}

/** Fields of a condition that JSON leaves out when they are empty. */
const ZERO_CONDITION = { lastTransitionTime: '', reason: '', message: '' };

/** An object as the API server writes it: what is absent or null has Go's zero value. */
function readHpa(value: unknown): HorizontalPodAutoscaler {
  const { metadata, spec, status } = withoutNulls(value) as WrittenHpa;
  const conditions = (status?.conditions ?? []).map((condition) => ({ ...ZERO_CONDITION, ...condition }));
  return { metadata, spec, status: { currentReplicas: 0, desiredReplicas: 0, ...status, conditions } };
}

type WrittenHpa = Omit<HorizontalPodAutoscaler, 'status'> & {
  readonly status?: Partial<HorizontalPodAutoscalerStatus>;
};

interface WrittenEvent {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly involvedObject: { readonly kind?: string; readonly name?: string };
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly source?: { readonly component?: string; readonly host?: string };
  readonly reportingComponent?: string;
  readonly reportingInstance?: string;
  readonly firstTimestamp?: string;
  readonly lastTimestamp?: string;
  readonly eventTime?: string;
  readonly count?: number;
  readonly series?: { readonly count?: number; readonly lastObservedTime?: string };
}

function readEvents(value: unknown): readonly ApiEvent[] {
  return ((withoutNulls(value) ?? []) as readonly WrittenEvent[]).map(readEvent);
}

function readEvent(event: WrittenEvent): ApiEvent {
  const { series } = event;
  return {
    name: event.metadata.name,
    namespace: event.metadata.namespace,
    involvedKind: event.involvedObject.kind ?? '',
    involvedName: event.involvedObject.name ?? '',
    type: event.type ?? '',
    reason: event.reason ?? '',
    message: event.message ?? '',
    component: event.source?.component ?? '',
    host: event.source?.host ?? '',
    reportingController: event.reportingComponent ?? '',
    reportingInstance: event.reportingInstance ?? '',
    count: event.count ?? 0,
    ...instant('firstTimestamp', event.firstTimestamp),
    ...instant('lastTimestamp', event.lastTimestamp),
    ...instant('eventTime', event.eventTime),
    ...(series === undefined
      ? {}
      : { series: { count: series.count ?? 0, ...instant('lastObservedTime', series.lastObservedTime) } }),
  };
}

function instant<K extends string>(name: K, time: string | undefined): Partial<Record<K, Ms>> {
  return time === undefined ? {} : ({ [name]: parseTime(time) } as Partial<Record<K, Ms>>);
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNulls(inner)]));
}
