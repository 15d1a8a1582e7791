/** `kubectl describe hpa`. */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerCondition,
  HPAScalingRules,
} from '../autoscaling/types.ts';
import { byteLength, compareStrings } from '../go/strconv.ts';
import { parseTime } from '../go/time.ts';
import type { Ms } from '../podautoscaler/interfaces.ts';
import { describeMetric } from './describeMetrics.ts';
import { type ApiEvent, intervalOf, sortedForDescribe } from './events.ts';
import { TabWriter } from './tabWriter.ts';
import { escapeTerminal, shorten, trimSpace } from './terminal.ts';

const MIN_WIDTH = 0;
const PADDING = 2;
const MAX_ANNOTATION_BYTES = 140;
/** What `kubectl apply` wrote, a copy of the manifest. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Writes lines of a description, indented by two blanks a level. @upstream prefixWriter of the same file */
class PrefixWriter {
  readonly #writer = new TabWriter(MIN_WIDTH, PADDING);

  line(level: number, text: string): void {
    this.#writer.write(escapeTerminal(`${'  '.repeat(level)}${text}\n`));
  }

  /** What follows has columns of its own. */
  flush(): void {
    this.#writer.flush();
  }

  finish(): string {
    return this.#writer.finish();
  }
}

/**
 * `kubectl describe hpa NAME`, in UTC.
 *
 * @param events of this HPA, in the order in which the API server lists them
 * @param now    instant at which kubectl runs
 * @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go describeHorizontalPodAutoscalerV2
 */
export function describeHpa(hpa: HorizontalPodAutoscaler, events: readonly ApiEvent[], now: Ms): string {
  const { metadata, spec, status } = hpa;
  const { kind, name } = spec.scaleTargetRef;
  const out = new PrefixWriter();
  out.line(0, `Name:\t${metadata.name}`);
  out.line(0, `Namespace:\t${metadata.namespace}`);
  printLabelsMultiline(out, metadata.labels ?? {});
  printAnnotationsMultiline(out, metadata.annotations ?? {});
  out.line(0, `CreationTimestamp:\t${rfc1123(metadata.creationTimestamp)}`);
  out.line(0, `Reference:\t${kind}/${name}`);
  out.line(0, 'Metrics:\t( current / target )');
  for (const [index, metric] of (spec.metrics ?? []).entries()) {
    out.line(1, describeMetric(metric, status.currentMetrics?.[index]));
  }
  out.line(0, `Min replicas:\t${spec.minReplicas ?? '<unset>'}`);
  out.line(0, `Max replicas:\t${spec.maxReplicas}`);
  if (spec.behavior !== undefined) {
    out.line(0, 'Behavior:');
    printDirectionBehavior(out, 'Scale Up', spec.behavior.scaleUp);
    printDirectionBehavior(out, 'Scale Down', spec.behavior.scaleDown);
  }
  out.line(0, `${kind} pods:\t${status.currentReplicas} current / ${status.desiredReplicas} desired`);
  describeConditions(out, status.conditions ?? []);
  describeEvents(out, events, now);
  return out.finish();
}

/** @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go printLabelsMultiline */
function printLabelsMultiline(out: PrefixWriter, labels: Readonly<Record<string, string>>): void {
  const keys = Object.keys(labels).sort(compareStrings);
  if (keys.length === 0) out.line(0, 'Labels:\t<none>');
  for (const [index, key] of keys.entries()) {
    out.line(0, `${index === 0 ? 'Labels:' : ''}\t${key}=${labels[key]}`);
  }
}

/** @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go printAnnotationsMultiline */
function printAnnotationsMultiline(out: PrefixWriter, annotations: Readonly<Record<string, string>>): void {
  const keys = Object.keys(annotations)
    .filter((key) => key !== LAST_APPLIED)
    .sort(compareStrings);
  if (keys.length === 0) out.line(0, 'Annotations:\t<none>');
  for (const [index, key] of keys.entries()) {
    const title = index === 0 ? 'Annotations:' : '';
    const value = (annotations[key] ?? '').replace(/\n$/, '');
    if (byteLength(value) + byteLength(key) + 2 <= MAX_ANNOTATION_BYTES && !value.includes('\n')) {
      out.line(0, `${title}\t${key}: ${value}`);
      continue;
    }
    out.line(0, `${title}\t${key}:`);
    for (const line of value.split('\n')) out.line(0, `\t  ${shorten(line, MAX_ANNOTATION_BYTES - 2)}`);
  }
}

/** `Thu, 15 Jan 2026 11:55:00 +0000`; without a time Go's zero instant. */
function rfc1123(time: string | undefined): string {
  if (time === undefined) return 'Mon, 01 Jan 0001 00:00:00 +0000';
  return new Date(parseTime(time)).toUTCString().replace('GMT', '+0000');
}

/**
 * A direction without policies shows its window alone. The tolerance is not printed by any kubectl so far.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go printDirectionBehavior
 */
function printDirectionBehavior(
  out: PrefixWriter,
  direction: string,
  rules: HPAScalingRules | undefined,
): void {
  if (rules === undefined) return;
  const { stabilizationWindowSeconds, selectPolicy = 'Max', policies = [] } = rules;
  out.line(1, `${direction}:`);
  if (stabilizationWindowSeconds !== undefined) {
    out.line(2, `Stabilization Window: ${stabilizationWindowSeconds} seconds`);
  }
  if (policies.length === 0) return;
  out.line(2, `Select Policy: ${selectPolicy}`);
  out.line(2, 'Policies:');
  for (const { type, value, periodSeconds } of policies) {
    out.line(3, `- Type: ${type}\tValue: ${value}\tPeriod: ${periodSeconds} seconds`);
  }
}

function describeConditions(
  out: PrefixWriter,
  conditions: readonly HorizontalPodAutoscalerCondition[],
): void {
  if (conditions.length === 0) return;
  out.line(0, 'Conditions:');
  out.line(1, 'Type\tStatus\tReason\tMessage');
  out.line(1, '----\t------\t------\t-------');
  for (const { type, status, reason, message } of conditions) {
    out.line(1, `${type}\t${status}\t${reason}\t${message}`);
  }
}

/** @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go DescribeEvents */
function describeEvents(out: PrefixWriter, events: readonly ApiEvent[], now: Ms): void {
  if (events.length === 0) {
    out.line(0, 'Events:\t<none>');
    return;
  }
  out.flush();
  out.line(0, 'Events:');
  out.line(1, 'Type\tReason\tAge\tFrom\tMessage');
  out.line(1, '----\t------\t----\t----\t-------');
  for (const event of sortedForDescribe(events)) {
    const from = event.component || event.reportingController;
    const age = intervalOf(event, now);
    out.line(1, `${event.type}\t${event.reason}\t${age}\t${from}\t${trimSpace(event.message)}`);
  }
}
