/** The metrics in `kubectl describe hpa`. */
import type { MetricSpec, MetricStatus, MetricTarget, MetricValueStatus } from '../autoscaling/types.ts';
import { quote } from '../go/strconv.ts';
import { quantityText } from './quantityText.ts';

const UNKNOWN = '<unknown>';

/**
 * One metric: its name, a tab, and its current value against its target. The blanks in the middle of a line are those
 * of an indent that upstream writes there too.
 *
 * @param status entry of `status.currentMetrics` at the same place
 * @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go describeHorizontalPodAutoscalerV2
 */
export function describeMetric(spec: MetricSpec, status: MetricStatus | undefined): string {
  switch (spec.type) {
    case 'External':
      return describeExternal(spec, status);
    case 'Pods': {
      const current = status?.pods === undefined ? UNKNOWN : quantityText(status.pods.current.averageValue);
      const target = quantityText(spec.pods?.target.averageValue);
      return `${quote(spec.pods?.metric.name ?? '')} on pods:\t${current} / ${target}`;
    }
    case 'Object':
      return describeObject(spec, status);
    case 'Resource': {
      const name = `resource ${spec.resource?.name ?? ''} on pods`;
      return `${name}${describeUsage(spec.resource?.target, status?.resource?.current)}`;
    }
    case 'ContainerResource': {
      const { name = '', container = '', target } = spec.containerResource ?? {};
      const usage = describeUsage(target, status?.containerResource?.current);
      return `resource ${name} of container "${container}" on pods${usage}`;
    }
    default:
      return `<unknown metric type ${quote(spec.type)}>`;
  }
}

function describeExternal({ external }: MetricSpec, status: MetricStatus | undefined): string {
  const name = quote(external?.metric.name ?? '');
  const { averageValue, value } = external?.target ?? {};
  const current = status?.external?.current;
  if (averageValue !== undefined) {
    const average = current?.averageValue === undefined ? UNKNOWN : quantityText(current.averageValue);
    return `${name} (target average value):\t${average} / ${quantityText(averageValue)}`;
  }
  const whole = current === undefined ? UNKNOWN : quantityText(current.value);
  return `${name} (target value):\t${whole} / ${quantityText(value)}`;
}

/** The name is not quoted as a Go string here, and the target's type decides, not its fields. */
function describeObject({ object }: MetricSpec, status: MetricStatus | undefined): string {
  const { kind = '', name = '' } = object?.describedObject ?? {};
  const { type, averageValue, value } = object?.target ?? {};
  const title = `"${object?.metric.name ?? ''}" on ${kind}/${name} `;
  const current = status?.object?.current;
  if (type === 'AverageValue') {
    const average = current === undefined ? UNKNOWN : quantityText(current.averageValue);
    return `${title}(target average value):\t${average} / ${quantityText(averageValue)}`;
  }
  const whole = current === undefined ? UNKNOWN : quantityText(current.value);
  return `${title}(target value):\t${whole} / ${quantityText(value)}`;
}

function describeUsage(target: MetricTarget | undefined, current: MetricValueStatus | undefined): string {
  const { averageValue, averageUtilization } = target ?? {};
  if (averageValue !== undefined) {
    const average = current === undefined ? UNKNOWN : quantityText(current.averageValue);
    return `:\t${average} / ${quantityText(averageValue)}`;
  }
  const used = current?.averageUtilization;
  const usage = used === undefined ? UNKNOWN : `${used}% (${quantityText(current?.averageValue)})`;
  const wanted = averageUtilization === undefined ? '<auto>' : `${averageUtilization}%`;
  return `  (as a percentage of request):\t${usage} / ${wanted}`;
}
