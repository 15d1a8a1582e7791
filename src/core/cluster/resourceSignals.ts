import { sampleLoad } from '../load/sample.ts';
import type { LoadCurve } from '../load/types.ts';
import type { PodMetricsItem } from '../podautoscaler/metrics/client.ts';
import type { Agenda } from './agenda.ts';
import type { Outages } from './outages.ts';
import type { PodSet } from './podSet.ts';
import { resourceKey, signalFor } from './signals.ts';
import { RUN_START_MS } from './time.ts';
import type { SignalBinding } from './types.ts';

const MS_PER_SECOND = 1000;
const BYTES_PER_MIB = 1024 * 1024;

export interface ResourceSignalSources {
  readonly agenda: Agenda;
  readonly pods: PodSet;
  readonly outages: Outages;
  readonly bindings: readonly SignalBinding[];
  /** every curve of the scenario */
  readonly curves: readonly LoadCurve[];
}

type Usage = PodMetricsItem['containers'][number]['usage'];

function isUsage({ source, factor }: SignalBinding): boolean {
  return source === 'usage' && factor === 1;
}

/**
 * Between metrics-server's samples and those who ask for them: pods of which it knows nothing for a while, and usage
 * that is drawn by hand.
 *
 * @rule MB9 OU4
 */
export class ResourceSignals {
  readonly #sources: ResourceSignalSources;
  readonly #bindings = new Map<string, SignalBinding>();
  /** of whole pods, by resource: asked for at every sync */
  readonly #podBindings = new Map<string, SignalBinding>();

  constructor(sources: ResourceSignalSources) {
    this.#sources = sources;
  }

  /** Whether samples go through as they are, for a question of the controller. @param container empty: of whole pods */
  isPlain(resource: string, container: string): boolean {
    const { outages, agenda } = this.#sources;
    if (outages.isOut('resource', agenda.now) || outages.losesSamples(agenda.now)) return false;
    return isUsage(this.#binding(resource, container === '' ? undefined : container));
  }

  /** What the API answers in place of metrics-server's samples. */
  apply(items: readonly PodMetricsItem[]): readonly PodMetricsItem[] {
    const { agenda, pods, outages } = this.#sources;
    const known = items.filter(({ name }) => {
      const pod = pods.get(name);
      return pod !== undefined && outages.hasSample(pod, agenda.now);
    });
    return known.map((item) => this.#withSignals(item));
  }

  #binding(resource: string, container?: string): SignalBinding {
    const known = container === undefined ? this.#podBindings.get(resource) : undefined;
    return known ?? this.#findBinding(resource, container);
  }

  #findBinding(resource: string, container?: string): SignalBinding {
    const key = resourceKey(resource, container);
    let binding = this.#bindings.get(key);
    if (binding === undefined) {
      binding = signalFor(this.#sources.bindings, key);
      this.#bindings.set(key, binding);
    }
    if (container === undefined) this.#podBindings.set(resource, binding);
    return binding;
  }

  #withSignals(item: PodMetricsItem): PodMetricsItem {
    const atSeconds = (item.timestampMs - RUN_START_MS) / MS_PER_SECOND;
    const containers = item.containers.map(({ name, usage }, index) => ({
      name,
      usage: this.#usage(usage, name, index === 0, atSeconds),
    }));
    return { ...item, containers };
  }

  /** A metric of whole pods is drawn for their first container. */
  #usage(usage: Usage, container: string, isFirst: boolean, atSeconds: number): Usage {
    const result: Record<string, string | undefined> = { ...usage };
    for (const resource of ['cpu', 'memory'] as const) {
      const own = this.#binding(resource, container);
      const binding = isUsage(own) && isFirst ? this.#binding(resource) : own;
      if (!isUsage(binding)) result[resource] = this.#text(resource, binding, usage[resource], atSeconds);
    }
    return result;
  }

  #text(resource: 'cpu' | 'memory', binding: SignalBinding, usage: string | undefined, atSeconds: number) {
    const drawn = this.#drawn(binding, atSeconds);
    if (resource === 'cpu') {
      const milli = drawn ?? Number((usage ?? '0').replace('m', ''));
      return `${Math.ceil(milli * binding.factor)}m`;
    }
    const bytes = drawn === undefined ? Number(usage ?? 0) : drawn * BYTES_PER_MIB;
    return String(Math.round(bytes * binding.factor));
  }

  #drawn({ source, curve, distribution }: SignalBinding, atSeconds: number): number | undefined {
    if (source !== 'curve') return undefined;
    const { curves, pods } = this.#sources;
    const found = curves.find(({ id }) => id === curve);
    const value = found === undefined ? 0 : sampleLoad(found, atSeconds);
    if (distribution !== 'total') return value;
    return value / Math.max(1, pods.pods.filter(({ ready, deleted }) => ready === 'True' && !deleted).length);
  }
}
