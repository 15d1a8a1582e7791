/** The metrics that look at what pods use, and the containers that each of them looks at. */
import { milliValue, parseQuantity } from '../apimachinery/quantity.ts';
import type { MetricSpec, MetricTarget } from '../autoscaling/types.ts';
import type { Int64 } from '../go/types.ts';
import type { PathSegment } from '../manifest/documents.ts';
import type { WorkloadContainer } from '../manifest/types.ts';
import type { Review } from './review.ts';

export interface ResourceMetric {
  readonly index: number;
  readonly spec: MetricSpec;
  readonly resource: string;
  /** of a ContainerResource metric */
  readonly container?: string;
  readonly target: MetricTarget;
  /** the field that holds name and target: `spec.metrics[0].resource` */
  readonly path: readonly PathSegment[];
}

/** Resource and ContainerResource metrics, as stored. */
export function resourceMetrics({ spec }: Review): readonly ResourceMetric[] {
  return spec.metrics.flatMap((metric, index): ResourceMetric[] => {
    const { resource, containerResource } = metric;
    const at = { index, spec: metric };
    if (resource !== undefined) {
      const path = ['spec', 'metrics', index, 'resource'];
      return [{ ...at, resource: resource.name, target: resource.target, path }];
    }
    if (containerResource === undefined) return [];
    const { name, container, target } = containerResource;
    return [
      { ...at, resource: name, container, target, path: ['spec', 'metrics', index, 'containerResource'] },
    ];
  });
}

export interface CountedContainer {
  readonly container: WorkloadContainer;
  readonly isSidecar: boolean;
  /** where it stands in the workload's document */
  readonly path: readonly PathSegment[];
}

const POD_SPEC = ['spec', 'template', 'spec'];

/** Containers that run all the time: those of the pod, and init containers that restart always. */
export function runningContainers({ workload }: Review): readonly CountedContainer[] {
  const containers = workload.containers.map((container, index) => ({
    container,
    isSidecar: false,
    path: [...POD_SPEC, 'containers', index],
  }));
  const sidecars = workload.initContainers.flatMap((container, index) =>
    container.restartPolicy === 'Always'
      ? [{ container, isSidecar: true, path: [...POD_SPEC, 'initContainers', index] }]
      : [],
  );
  return [...containers, ...sidecars];
}

/** The containers that a metric looks at. */
export function containersOf(
  review: Review,
  { container: name }: ResourceMetric,
): readonly CountedContainer[] {
  return runningContainers(review).filter(({ container }) => name === undefined || container.name === name);
}

/** Milli-units of a quantity; undefined for none, and for a text that is none. */
export function milliOf(text: string | undefined): Int64 | undefined {
  const parsed = text === undefined ? undefined : parseQuantity(text);
  return parsed?.ok ? milliValue(parsed.value) : undefined;
}

/** What the containers of a metric use at their limits, by container; undefined where one of them has no limit. */
export function usageAtLimits(
  review: Review,
  metric: ResourceMetric,
): ReadonlyMap<string, Int64> | undefined {
  const usage = new Map<string, Int64>();
  for (const { container } of containersOf(review, metric)) {
    const limit = milliOf(container.limits[metric.resource]);
    if (limit === undefined) return undefined;
    usage.set(container.name, limit);
  }
  return usage.size === 0 ? undefined : usage;
}

/** `cpu of container app`, `memory`. */
export function nameOf({ resource, container }: ResourceMetric): string {
  return container === undefined ? resource : `${resource} of container ${container}`;
}
