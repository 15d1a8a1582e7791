/** The choices of a metric's binding, in words. */
import {
  type CurveDistribution,
  type KedaPlan,
  type LoadCurve,
  metricKey,
  type SignalSource,
} from '../core/index.ts';

interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
}

const RESOURCE_SOURCES: readonly Option<SignalSource>[] = [
  { value: 'usage', text: 'usage of the pods' },
  { value: 'curve', text: 'a curve of its own' },
];

const CUSTOM_SOURCES: readonly Option<SignalSource>[] = [
  { value: 'servedPerPod', text: 'requests/s that a pod serves' },
  { value: 'offered', text: 'requests/s that arrive' },
  { value: 'served', text: 'requests/s that are served' },
  { value: 'backlog', text: 'what waits' },
  { value: 'latency', text: 'latency in seconds' },
  { value: 'inFlight', text: 'requests in flight' },
  { value: 'usage', text: 'CPU usage in cores' },
  { value: 'curve', text: 'a curve of its own' },
];

export const DISTRIBUTIONS: readonly Option<CurveDistribution>[] = [
  { value: 'absolute', text: 'the value itself' },
  { value: 'perPod', text: 'what each pod has' },
  { value: 'total', text: 'shared by the ready pods' },
];

/** What a metric can be bound to, by its type. */
export function sourcesOf(metric: string): readonly Option<SignalSource>[] {
  return /^(resource|containerResource)\//.test(metric) ? RESOURCE_SOURCES : CUSTOM_SOURCES;
}

/** What a curve of a metric counts in: usage of pods as the cluster reads it, anything else as the metric does. */
function drawnUnit(metric: string): string {
  if (/^(resource|containerResource)\/.*cpu$/.test(metric)) return 'milli-cores';
  return /^(resource|containerResource)\/.*memory$/.test(metric) ? 'Mi' : 'value';
}

/** A curve to begin with: a hill in the middle of the run. */
export function drawnCurve(id: string, metric: string, durationSeconds: number): LoadCurve {
  const points = [
    [0, 10],
    [0.25, 10],
    [0.4, 100],
    [0.6, 100],
    [0.75, 10],
  ] as const;
  return {
    id,
    unit: drawnUnit(metric),
    interpolation: 'linear',
    points: points.map(([share, value]) => ({ atSeconds: Math.round(share * durationSeconds), value })),
  };
}

/** The metric's own name, with a number behind it where a curve has that name already. */
export function freeCurveId(loads: readonly LoadCurve[], metric: string): string {
  const path = metric.split('@', 1)[0] ?? metric;
  const name = path.slice(path.lastIndexOf('/') + 1).slice(0, 60);
  const taken = new Set(loads.map(({ id }) => id));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}

/** What a trigger reads, by its own name. */
export interface TriggerSignal {
  readonly key: string;
  /** `kafka: s0-kafka-orders` */
  readonly title: string;
  readonly isKafka: boolean;
}

/** The triggers that read something of the cluster: not cpu and memory, which the HPA asks for, and not schedules. */
export function triggerSignals({ name: scaledObject, triggers }: KedaPlan): readonly TriggerSignal[] {
  return triggers
    .filter(({ kind }) => kind === 'external')
    .flatMap(({ type, kafka, metrics }) =>
      metrics.map(({ name, targetType }) => {
        const selector = { matchLabels: { 'scaledobject.keda.sh/name': scaledObject } };
        const external = { metric: { name, selector }, target: { type: targetType } };
        return {
          key: metricKey({ type: 'External', external }),
          title: `${type}: ${name}`,
          isKafka: kafka !== undefined,
        };
      }),
    );
}
