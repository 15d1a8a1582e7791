import { milliValue, parseQuantity } from '../apimachinery/quantity.ts';
import type { WorkloadContainer, WorkloadManifest } from '../manifest/types.ts';
import type { PodSet } from './podSet.ts';
import type { SimulatedPod } from './simulatedPod.ts';

/** With fewer pods than this a VPA evicts none. */
const LEAST_PODS = 2;

/** What a VPA recommends for the first container; quantities, absent: as written. */
export interface Recommendation {
  readonly cpu?: string;
  readonly memory?: string;
}

/** A limit that keeps its ratio to the request, in the milli-units of its quantity. */
function scaledLimit(
  limit: string | undefined,
  before: string | undefined,
  after: string,
): string | undefined {
  if (limit === undefined || before === undefined) return limit;
  const [old, present, next] = [before, limit, after].map((text) => {
    const parsed = parseQuantity(text);
    return parsed.ok ? Number(milliValue(parsed.value)) : Number.NaN;
  }) as [number, number, number];
  const scaled = Math.round((present * next) / old);
  if (!Number.isSafeInteger(scaled)) return limit;
  return scaled % 1000 === 0 ? String(scaled / 1000) : `${scaled}m`;
}

function withRecommendation(container: WorkloadContainer, recommendation: Recommendation): WorkloadContainer {
  const requests: Record<string, string> = { ...container.requests };
  const limits: Record<string, string> = { ...container.limits };
  for (const resource of ['cpu', 'memory'] as const) {
    const next = recommendation[resource];
    if (next === undefined || !parseQuantity(next).ok) continue;
    const limit = scaledLimit(limits[resource], requests[resource], next);
    if (limit !== undefined) limits[resource] = limit;
    requests[resource] = next;
  }
  return { ...container, requests, limits };
}

/**
 * A pod as the VPA's admission controller lets it in: the first container has the recommended requests, and limits
 * that keep their ratio to them.
 *
 * @rule VP1
 */
export function recommended(workload: WorkloadManifest, recommendation: Recommendation): WorkloadManifest {
  const [first, ...others] = workload.containers;
  if (first === undefined) return workload;
  return { ...workload, containers: [withRecommendation(first, recommendation), ...others] };
}

export interface VpaTarget {
  readonly pods: PodSet;
  readonly specReplicas: () => number;
  /** made before the recommendation */
  readonly isOutdated: (pod: SimulatedPod) => boolean;
  readonly evict: (pod: SimulatedPod) => void;
}

/**
 * Evicts outdated pods one by one: the next when all that there should be are ready again.
 *
 * @rule VP2
 */
export class VpaUpdater {
  readonly #target: VpaTarget;
  #isActive = false;

  constructor(target: VpaTarget) {
    this.#target = target;
  }

  begin(): void {
    this.#isActive = true;
    this.step();
  }

  /** A pod has changed. */
  step(): void {
    if (!this.#isActive) return;
    const { pods, specReplicas, isOutdated, evict } = this.#target;
    const active = pods.pods.filter((pod) => !pod.deleted);
    const outdated = active.filter(isOutdated);
    if (outdated.length === 0) this.#isActive = false;
    if (active.length < Math.max(LEAST_PODS, specReplicas())) return;
    if (active.some(({ ready }) => ready !== 'True')) return;
    const [oldest] = outdated.sort((a, b) => a.createdAt - b.createdAt);
    if (oldest !== undefined) evict(oldest);
  }
}
