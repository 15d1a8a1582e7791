/** `kubectl get hpa`. */
import { labelsString } from '../apimachinery/labels.ts';
import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  MetricValueStatus,
} from '../autoscaling/types.ts';
import { parseTime } from '../go/time.ts';
import type { Ms } from '../podautoscaler/interfaces.ts';
import type { Release } from '../releases/index.ts';
import { translateTimestampSince } from './duration.ts';
import { quantityText } from './quantityText.ts';
import { type PrintOptions, printTable, type Table, type TableRow } from './table.ts';

/** The differences between minors that show in `kubectl get hpa`. */
export type GetRelease = Pick<Release, 'namesResourceTargets' | 'padsTablesByBytes'>;

const UNKNOWN = '<unknown>';
const SHOWN_METRICS = 2;

const HPA_COLUMNS = ['Name', 'Reference', 'Targets', 'MinPods', 'MaxPods', 'Replicas', 'Age'].map((name) => ({
  name,
}));

/**
 * `kubectl get hpa`, of one object or of several. No column is reserved for `-o wide`.
 *
 * @param now instant at which kubectl runs
 * @upstream pkg/printers/internalversion/printers.go printHorizontalPodAutoscalerList
 */
export function getHpas(
  hpas: readonly HorizontalPodAutoscaler[],
  now: Ms,
  options: PrintOptions,
  release: GetRelease,
): string {
  return printTable(hpaTable(hpas, now, release), options, release);
}

/** What the API server answers. @upstream pkg/printers/tablegenerator.go HumanReadableGenerator.GenerateTable */
export function hpaTable(
  hpas: readonly HorizontalPodAutoscaler[],
  now: Ms,
  release: Pick<Release, 'namesResourceTargets'>,
): Table {
  return { columns: HPA_COLUMNS, rows: hpas.map((hpa) => hpaRow(hpa, now, release)) };
}

/** @upstream pkg/printers/internalversion/printers.go printHorizontalPodAutoscaler */
function hpaRow(
  hpa: HorizontalPodAutoscaler,
  now: Ms,
  release: Pick<Release, 'namesResourceTargets'>,
): TableRow {
  const { metadata, spec, status } = hpa;
  const { creationTimestamp, labels } = metadata;
  const created = creationTimestamp === undefined ? undefined : parseTime(creationTimestamp);
  return {
    namespace: metadata.namespace,
    labels: labels === undefined || Object.keys(labels).length === 0 ? '<none>' : labelsString(labels),
    cells: [
      metadata.name,
      `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`,
      formatHPAMetrics(spec.metrics ?? [], status.currentMetrics ?? [], release),
      spec.minReplicas === undefined ? '<unset>' : String(spec.minReplicas),
      String(spec.maxReplicas),
      String(status.currentReplicas),
      translateTimestampSince(created, now),
    ],
  };
}

/**
 * Current values against targets. A status belongs to the metric at the same place, if it is of the same type.
 *
 * @upstream pkg/printers/internalversion/printers.go formatHPAMetrics
 */
function formatHPAMetrics(
  specs: readonly MetricSpec[],
  statuses: readonly MetricStatus[],
  release: Pick<Release, 'namesResourceTargets'>,
): string {
  if (specs.length === 0) return '<none>';
  const texts = specs
    .slice(0, SHOWN_METRICS)
    .map((spec, index) => formatMetric(spec, statuses[index], release));
  const more = specs.length - SHOWN_METRICS;
  return more > 0 ? `${texts.join(', ')} + ${more} more...` : texts.join(', ');
}

function formatMetric(
  spec: MetricSpec,
  status: MetricStatus | undefined,
  release: Pick<Release, 'namesResourceTargets'>,
): string {
  switch (spec.type) {
    case 'External':
      return wholeMetric(spec.external?.target, status?.external?.current);
    case 'Object':
      return wholeMetric(spec.object?.target, status?.object?.current);
    case 'Pods': {
      const current = status?.pods === undefined ? UNKNOWN : quantityText(status.pods.current.averageValue);
      return `${current}/${quantityText(spec.pods?.target.averageValue)}`;
    }
    case 'Resource':
      return resourceMetric(spec.resource, status?.resource?.current, release);
    case 'ContainerResource':
      return resourceMetric(spec.containerResource, status?.containerResource?.current, release);
    default:
      return '<unknown type>';
  }
}

/** A metric that does not describe pods: a value, or its share for each pod. */
function wholeMetric(target: MetricTarget | undefined, current: MetricValueStatus | undefined): string {
  if (target?.averageValue !== undefined) {
    const average = current?.averageValue === undefined ? UNKNOWN : quantityText(current.averageValue);
    return `${average}/${quantityText(target.averageValue)} (avg)`;
  }
  return `${current === undefined ? UNKNOWN : quantityText(current.value)}/${quantityText(target?.value)}`;
}

function resourceMetric(
  source: { readonly name: string; readonly target: MetricTarget } | undefined,
  current: MetricValueStatus | undefined,
  release: Pick<Release, 'namesResourceTargets'>,
): string {
  const prefix = release.namesResourceTargets ? `${source?.name ?? ''}: ` : '';
  const { averageValue, averageUtilization } = source?.target ?? {};
  if (averageValue !== undefined) {
    const average = current === undefined ? UNKNOWN : quantityText(current.averageValue);
    return `${prefix}${average}/${quantityText(averageValue)}`;
  }
  const used = current?.averageUtilization;
  const target = averageUtilization === undefined ? '<auto>' : `${averageUtilization}%`;
  return `${prefix}${used === undefined ? UNKNOWN : `${used}%`}/${target}`;
}
