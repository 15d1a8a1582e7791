import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { metricKey } from '../cluster/signals.ts';
import { readManifest } from '../manifest/read.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario, TimelineEvent } from '../scenario/types.ts';
import { triggerKeys } from './kedaLoop.ts';

/** Reading takes milliseconds and gives the same again: an event is read once for each minor that it meets. */
const READ = new WeakMap<TimelineEvent, Map<string, ReadManifest | undefined>>();

/**
 * What an event applies.
 *
 * @returns undefined when the text cannot be read, or the API server would refuse it: then nothing is applied
 * @rule EV3
 */
export function appliedManifest(event: TimelineEvent, scenario: Scenario): ReadManifest | undefined {
  if (event.kind !== 'applyManifest') return undefined;
  const { kubernetes, featureGates } = scenario;
  const server = JSON.stringify([kubernetes, featureGates]);
  let reads = READ.get(event);
  if (reads === undefined) {
    reads = new Map();
    READ.set(event, reads);
  }
  if (!reads.has(server)) reads.set(server, readManifest(event.manifest, kubernetes, featureGates).manifest);
  return reads.get(server);
}

function keysOf({ hpa, keda }: ReadManifest): readonly string[] {
  const ofTriggers = keda === undefined ? [] : triggerKeys(keda.plan);
  return [...(hpa.spec.metrics ?? []).map(metricKey), ...ofTriggers];
}

/** The keys of all metrics that a run may ask for: of its manifest, and of those that are applied on the way. */
export function metricKeysOf(scenario: Scenario, manifest: ReadManifest): readonly string[] {
  const applied = scenario.events.map((event) => appliedManifest(event, scenario));
  const manifests = [manifest, ...applied.filter((read) => read !== undefined)];
  return [...new Set(manifests.flatMap(keysOf))];
}

/**
 * An HPA after another manifest of it was applied. Its generation goes up when its spec changes.
 *
 * @param stored  as the API server has it
 * @param applied with every default filled in
 * @returns the same object when nothing changes
 * @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go PrepareForUpdate
 * @rule EV3
 */
export function applyHpa(
  stored: HorizontalPodAutoscaler,
  applied: HorizontalPodAutoscaler,
): HorizontalPodAutoscaler {
  const { generation } = stored.metadata;
  const isSameSpec = JSON.stringify(stored.spec) === JSON.stringify(applied.spec);
  const metadata = {
    ...applied.metadata,
    ...(generation === undefined ? {} : { generation: isSameSpec ? generation : generation + 1 }),
  };
  if (isSameSpec && JSON.stringify(metadata) === JSON.stringify(stored.metadata)) return stored;
  return { metadata, spec: isSameSpec ? stored.spec : applied.spec, status: stored.status };
}
