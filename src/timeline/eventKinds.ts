/** The kinds of events in words: what they are called, what can be set of each, and how one reads in a line. */
import {
  CHANGEABLE_SETTINGS,
  SCENARIO_LIMITS as LIMITS,
  type TimelineEvent,
  type TimelineEventKind,
} from '../core/index.ts';
import type { TermId } from '../glossary/terms.ts';

interface FieldTexts {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  /** the word of the glossary behind it */
  readonly term: TermId;
}

interface NumberTexts extends FieldTexts {
  readonly type: 'number';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

interface ChoiceTexts extends FieldTexts {
  readonly type: 'choice';
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

interface TextTexts extends FieldTexts {
  readonly type: 'text';
  readonly lines: number;
}

/** One thing that can be set of an event. */
export type EventField = NumberTexts | ChoiceTexts | TextTexts;

export interface EventKind {
  readonly text: string;
  readonly help: string;
  readonly fields: readonly EventField[];
  /** what a new one has beside its place */
  readonly initial: Readonly<Record<string, unknown>>;
}

const HOW_MANY = { type: 'number', key: 'count', min: 1 } as const;

const PODS: EventField = {
  ...HOW_MANY,
  label: 'Pods',
  unit: 'pods',
  help: 'How many pods it meets; ready pods come before others.',
  term: 'readiness',
  max: LIMITS.replicas,
};

const NODES: EventField = {
  ...HOW_MANY,
  label: 'Nodes',
  unit: 'nodes',
  help: 'How many nodes are lost; the fullest come first.',
  term: 'nodes',
  max: LIMITS.nodes,
};

const FOR_SECONDS: EventField = {
  type: 'number',
  key: 'seconds',
  label: 'For',
  unit: 's',
  help: 'How long it lasts.',
  term: 'event',
  min: 1,
  max: LIMITS.seconds,
};

/** `cluster.workload.idleCpuMilli` reads `idle cpu milli`. */
function settingText(setting: string): string {
  const words = setting.slice(setting.lastIndexOf('.') + 1).replace(/[A-Z]/g, (letter) => ` ${letter}`);
  return setting === 'load.factor' ? 'load, times' : words.toLowerCase();
}

export const EVENT_KINDS: Readonly<Record<TimelineEventKind, EventKind>> = {
  applyManifest: {
    text: 'Apply a manifest',
    help: 'kubectl apply of the HPA, or of its workload. Written replicas set the count; a changed template is rolled out.',
    fields: [
      {
        type: 'text',
        key: 'manifest',
        label: 'Manifest',
        help: 'What is applied then: the HPA with other numbers, its workload, or both.',
        term: 'hpa',
        lines: 9,
      },
    ],
    initial: { manifest: '' },
  },
  rollout: { text: 'Restart the rollout', help: 'kubectl rollout restart.', fields: [], initial: {} },
  killPods: {
    text: 'Delete pods',
    help: 'kubectl delete pod: they end gracefully, and others take their place.',
    fields: [PODS],
    initial: { count: 1 },
  },
  unreadyPods: {
    text: 'Pods turn unready',
    help: 'Their readiness probes fail for a while; they run on without requests.',
    fields: [PODS, FOR_SECONDS],
    initial: { count: 1, seconds: 60 },
  },
  crashPods: {
    text: 'Pods crash',
    help: 'Their containers end again and again, with the kubelet’s back-off, until the time is over.',
    fields: [PODS, FOR_SECONDS],
    initial: { count: 1, seconds: 120 },
  },
  loseNode: {
    text: 'Lose nodes',
    help: 'The fullest nodes are gone with their pods. Needs nodes in the cluster’s settings.',
    fields: [NODES],
    initial: { count: 1 },
  },
  metricsOutage: {
    text: 'A metrics API is out',
    help: 'Every question to it fails as it does while nobody serves the API.',
    fields: [
      {
        type: 'choice',
        key: 'api',
        label: 'API',
        help: 'Whose answers are missing: pod usage, metrics of pods and objects, external ones, or those that KEDA’s triggers ask for.',
        term: 'metricsPipeline',
        options: [
          { value: 'resource', text: 'metrics.k8s.io (metrics-server)' },
          { value: 'custom', text: 'custom.metrics.k8s.io' },
          { value: 'external', text: 'external.metrics.k8s.io' },
          { value: 'triggers', text: 'what KEDA’s triggers ask' },
        ],
      },
      FOR_SECONDS,
    ],
    initial: { api: 'resource', seconds: 180 },
  },
  missingSamples: {
    text: 'Pods without samples',
    help: 'metrics-server knows nothing of these pods for a while.',
    fields: [PODS, FOR_SECONDS],
    initial: { count: 1, seconds: 120 },
  },
  scale: {
    text: 'Scale by hand',
    help: 'kubectl scale of the workload.',
    fields: [
      {
        type: 'number',
        key: 'replicas',
        label: 'Replicas',
        unit: 'replicas',
        help: 'With 0 the HPA is switched off until somebody scales up again.',
        term: 'scale',
        min: 0,
        max: LIMITS.replicas,
      },
    ],
    initial: { replicas: 1 },
  },
  setRequests: {
    text: 'A VPA sets requests',
    help: 'Pods are evicted one by one and come back with these requests of the first container. Empty: as written.',
    fields: [
      {
        type: 'text',
        key: 'cpu',
        label: 'CPU request',
        help: 'As in a manifest: 200m is a fifth of a core.',
        term: 'requests',
        lines: 1,
      },
      {
        type: 'text',
        key: 'memory',
        label: 'Memory request',
        help: 'As in a manifest: 512Mi, 1Gi.',
        term: 'requests',
        lines: 1,
      },
    ],
    initial: { cpu: '200m' },
  },
  changeSetting: {
    text: 'Change a setting',
    help: 'A setting of the cluster has another value from here on.',
    fields: [
      {
        type: 'choice',
        key: 'setting',
        label: 'Setting',
        help: 'Which setting of the cluster, the load or the controller changes.',
        term: 'controllerFlag',
        options: CHANGEABLE_SETTINGS.map((value) => ({ value, text: settingText(value) })),
      },
      {
        type: 'number',
        key: 'value',
        label: 'Value',
        unit: '',
        help: 'In the unit that the setting has in the cluster’s settings.',
        term: 'controllerFlag',
        min: 0,
        max: LIMITS.loadValue,
        whole: false,
      },
    ],
    initial: { setting: 'load.factor', value: 2 },
  },
  restartController: {
    text: 'Restart the controller',
    help: 'kube-controller-manager starts again and has forgotten its recommendations and scale events.',
    fields: [],
    initial: {},
  },
};

/** In the order in which they are offered. */
export const EVENT_KIND_NAMES = Object.keys(EVENT_KINDS) as readonly TimelineEventKind[];

/** `Pods crash: 2, 60 s` */
export function eventText(event: TimelineEvent): string {
  const { text } = EVENT_KINDS[event.kind];
  const details = detailsOf(event);
  return details === '' ? text : `${text}: ${details}`;
}

function detailsOf(event: TimelineEvent): string {
  switch (event.kind) {
    case 'killPods':
    case 'loseNode':
      return String(event.count);
    case 'unreadyPods':
    case 'crashPods':
    case 'missingSamples':
      return `${event.count}, ${event.seconds} s`;
    case 'metricsOutage':
      return `${event.api}, ${event.seconds} s`;
    case 'scale':
      return String(event.replicas);
    case 'setRequests':
      return [event.cpu, event.memory].filter((text) => text !== undefined).join(', ');
    case 'changeSetting':
      return `${settingText(event.setting)} ${event.value}`;
    default:
      return '';
  }
}

/** How long it lasts, seconds; 0: an instant. */
export function eventSeconds(event: TimelineEvent): number {
  return 'seconds' in event ? event.seconds : 0;
}

/** An id that no event has. */
function freeId(events: readonly TimelineEvent[]): string {
  const taken = new Set(events.map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`event-${number}`)) return `event-${number}`;
}

/**
 * A new event with what its kind begins with.
 *
 * @param manifest what stands in the editor now, for an event that applies one
 */
export function newEvent(
  kind: TimelineEventKind,
  atSeconds: number,
  events: readonly TimelineEvent[],
  manifest: string,
): TimelineEvent {
  const initial = kind === 'applyManifest' ? { manifest } : EVENT_KINDS[kind].initial;
  return { id: freeId(events), atSeconds: Math.round(atSeconds), kind, ...initial } as TimelineEvent;
}

/** An event with one thing set; what is left empty is not said. */
export function withField(event: TimelineEvent, key: string, value: unknown): TimelineEvent {
  const { [key as 'id']: _, ...others } = event;
  return (value === '' && key !== 'manifest' ? others : { ...others, [key]: value }) as TimelineEvent;
}
