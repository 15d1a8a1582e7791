/**
 * Chooses a load that exercises a manifest: calm at minReplicas, up to most of maxReplicas, and back. Nothing
 * here decides how the HPA behaves; it only aims so that something is to be seen.
 */
import { asApproximateFloat64, parseQuantity } from '../apimachinery/quantity.ts';
import type { MetricSpec, MetricTarget } from '../autoscaling/types.ts';
import { guessSignal, metricKey } from '../cluster/signals.ts';
import type { WorkloadSettings } from '../cluster/types.ts';
import type { LoadPoint } from '../load/types.ts';
import type { ReadManifest, WorkloadContainer } from '../manifest/types.ts';

export interface SizedLoad {
  readonly points: readonly LoadPoint[];
  readonly workload: WorkloadSettings;
}

const MI = 2 ** 20;
/** Of the way from minReplicas to maxReplicas that the peak asks for. */
const PEAK_SHARE = 0.85;
/** Of what minReplicas can take at target, in the calm. */
const CALM_SHARE = 0.6;
/** A peak this many times the calm keeps the curve legible, however large maxReplicas is. */
const MOST_REPLICAS = 100;

/** Shape of the day: share of the run, share of the way from calm to peak. The calm at its end lasts on. */
const SHAPE: readonly (readonly [number, number])[] = [
  [0, 0],
  [1 / 12, 0],
  [1 / 5, 0.55],
  [0.3, 1],
  [0.45, 1],
  [0.52, 0.3],
  [0.6, 0],
];

function amount(quantity: string | undefined): number | undefined {
  if (quantity === undefined) return undefined;
  const parsed = parseQuantity(quantity);
  const value = parsed.ok ? asApproximateFloat64(parsed.value) : 0;
  return value > 0 && Number.isFinite(value) ? value : undefined;
}

/** Two digits, so that the numbers on the axis and in the link stay short. */
function rounded(value: number): number {
  return value > 0 && Number.isFinite(value) ? Number(value.toPrecision(2)) : 0;
}

function sumOfRequests(containers: readonly WorkloadContainer[], resource: string): number | undefined {
  let sum = 0;
  for (const { requests } of containers) sum += amount(requests[resource]) ?? 0;
  return sum > 0 ? sum : undefined;
}

/** What one pod uses at target: cores of CPU, or bytes of memory. Undefined when the metric is about something else. */
function usageAtTarget(
  metric: MetricSpec,
  resource: string,
  containers: readonly WorkloadContainer[],
): number | undefined {
  const source = metric.resource ?? metric.containerResource;
  if (source?.name !== resource) return undefined;
  const { averageUtilization, averageValue } = source.target;
  if (averageUtilization === undefined) return amount(averageValue);
  const container = metric.containerResource?.container;
  const counted = container === undefined ? containers : containers.filter(({ name }) => name === container);
  const request = sumOfRequests(counted, resource);
  return request === undefined ? undefined : (request * averageUtilization) / 100;
}

/** The target of a metric that counts requests: for each pod, or for all of them. */
function requestTarget({ pods, object, external }: MetricSpec): MetricTarget | undefined {
  return (pods ?? object ?? external)?.target;
}

function smallest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** Cost of a request and memory, so that several metrics of one manifest move together and each gets its turn. */
function sizeWorkload(
  { hpa, workload: { containers } }: ReadManifest,
  defaults: WorkloadSettings,
): WorkloadSettings & { readonly ratePerPod: number } {
  const metrics = hpa.spec.metrics ?? [];
  if (metrics.some(isBacklog)) return sizeQueue(containers, defaults);
  const rateTarget =
    smallest(metrics.map((metric) => amount(requestTarget(metric)?.averageValue))) ??
    shareOfTotal(hpa.spec, metrics);
  const request = sumOfRequests(containers, 'cpu') ?? 0.25;
  const cpuTarget = smallest(metrics.map((metric) => usageAtTarget(metric, 'cpu', containers)));
  const cpuMilli = Math.max(1, (cpuTarget ?? request * 0.7) * 1000 - defaults.idleCpuMilli);
  // Both targets are near each other when a request costs what brings CPU to 85 % of its target.
  const cost = rateTarget === undefined ? defaults.cpuMillisecondsPerRequest : (0.85 * cpuMilli) / rateTarget;
  const cpuMillisecondsPerRequest = Math.min(1e5, Math.max(0.01, rounded(cost)));
  const ratePerPod = smallest([rateTarget, cpuMilli / cpuMillisecondsPerRequest]) ?? 1;
  return {
    ...defaults,
    ...sizeMemory(metrics, containers, ratePerPod, defaults),
    cpuMillisecondsPerRequest,
    ratePerPod,
  };
}

/** What each pod takes of a total at its target while the peak's pods share it; undefined without such a target. */
function shareOfTotal(
  { minReplicas, maxReplicas }: ReadManifest['hpa']['spec'],
  metrics: readonly MetricSpec[],
): number | undefined {
  const total = smallest(metrics.map((metric) => amount(requestTarget(metric)?.value)));
  const most = Math.min(maxReplicas, minReplicas + MOST_REPLICAS);
  return total === undefined
    ? undefined
    : total / Math.max(1, minReplicas + PEAK_SHARE * (most - minReplicas));
}

/** Whether a metric is going to be bound to what waits in a queue. */
function isBacklog(metric: MetricSpec): boolean {
  return guessSignal(metricKey(metric)).source === 'backlog';
}

/** Workers that drain a queue: at full speed they use 70 % of the CPU that they request. */
function sizeQueue(
  containers: readonly WorkloadContainer[],
  defaults: WorkloadSettings,
): WorkloadSettings & { readonly ratePerPod: number } {
  const cpuMilli = Math.max(1, (sumOfRequests(containers, 'cpu') ?? 0.25) * 700 - defaults.idleCpuMilli);
  const ratePerPod = rounded(cpuMilli / defaults.cpuMillisecondsPerRequest);
  const { memoryMiPerRequestRate: _, ...others } = defaults;
  const memory = sizeMemory([], containers, ratePerPod, defaults);
  return { ...others, ...memory, model: 'queue', capacityPerPod: ratePerPod, ratePerPod };
}

/** Half of the request; with a memory target, near that target when the other metrics are at theirs. */
function sizeMemory(
  metrics: readonly MetricSpec[],
  containers: readonly WorkloadContainer[],
  ratePerPod: number,
  defaults: WorkloadSettings,
): Pick<WorkloadSettings, 'baseMemoryMi' | 'memoryMiPerRequestRate'> {
  const target = smallest(metrics.map((metric) => usageAtTarget(metric, 'memory', containers)));
  const request = sumOfRequests(containers, 'memory');
  if (target !== undefined) {
    return {
      baseMemoryMi: rounded((target * 0.6) / MI),
      memoryMiPerRequestRate: rounded((target * 0.3) / MI / ratePerPod),
    };
  }
  return request === undefined ? defaults : { ...defaults, baseMemoryMi: rounded((request * 0.5) / MI) };
}

function sizeRates(
  { hpa, keda }: ReadManifest,
  ratePerPod: number,
): { readonly calm: number; readonly peak: number } {
  const { minReplicas, maxReplicas, metrics = [] } = hpa.spec;
  const most = Math.min(maxReplicas, minReplicas + MOST_REPLICAS);
  const peakReplicas = Math.max(minReplicas + PEAK_SHARE * (most - minReplicas), 1);
  // KEDA goes below the HPA's minimum, when nothing comes in
  const fewest = keda?.plan.idleReplicas ?? keda?.plan.minReplicas ?? minReplicas;
  const calm = CALM_SHARE * ratePerPod * fewest;
  // A total is compared with the whole target, so replicas go on growing while it is above.
  const totals = metrics.filter((metric) => !isBacklog(metric)).map((metric) => requestTarget(metric)?.value);
  const total = smallest(totals.map(amount));
  return total === undefined
    ? { calm, peak: peakReplicas * ratePerPod }
    : { calm: total * 0.6, peak: total * 1.4 };
}

/**
 * Load points and workload settings for a manifest.
 *
 * @param manifest undefined when the text cannot be read: then a curve for nobody in particular
 * @rule SC2
 */
export function sizeLoad(
  manifest: ReadManifest | undefined,
  durationSeconds: number,
  defaults: WorkloadSettings,
): SizedLoad {
  if (manifest === undefined) return { points: curve(20, 200, durationSeconds), workload: defaults };
  const { ratePerPod, ...workload } = sizeWorkload(manifest, defaults);
  const { calm, peak } = sizeRates(manifest, ratePerPod);
  return { points: curve(calm, peak, durationSeconds), workload };
}

function curve(calm: number, peak: number, durationSeconds: number): LoadPoint[] {
  const step = durationSeconds >= 1200 ? 60 : 1;
  const points: LoadPoint[] = [];
  for (const [at, share] of SHAPE) {
    const atSeconds = Math.round((at * durationSeconds) / step) * step;
    const last = points.at(-1);
    if (last !== undefined && last.atSeconds >= atSeconds) continue;
    points.push({ atSeconds, value: rounded(calm + share * (peak - calm)) });
  }
  return points;
}
