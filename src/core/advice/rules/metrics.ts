/** Rules about what is measured, and how it is shared among the pods. */
import type { MetricSpec, MetricTarget } from '../../autoscaling/types.ts';
import type { PathSegment } from '../../manifest/documents.ts';
import type { QuickFix } from '../../manifest/types.ts';
import { askController, growth, MOST_PODS } from '../askController.ts';
import { LINKS } from '../links.ts';
import { type CountedContainer, milliOf, resourceMetrics, runningContainers } from '../resourceMetrics.ts';
import { fieldAt, type Review, textAt } from '../review.ts';
import { type AdviceRule, type Finding, inHpa, writtenRange } from '../rule.ts';

interface WholeMetric {
  readonly spec: MetricSpec;
  readonly name: string;
  readonly target: MetricTarget;
  readonly path: readonly PathSegment[];
}

/** Object and External metrics: one value for the whole workload. */
function wholeMetrics({ spec }: Review): readonly WholeMetric[] {
  return spec.metrics.flatMap((metric, index): WholeMetric[] => {
    const [field, source] =
      metric.object === undefined ? ['external', metric.external] : ['object', metric.object];
    if (source === undefined || source.target === undefined) return [];
    const path = ['spec', 'metrics', index, field];
    return [{ spec: metric, name: source.metric.name, target: source.target, path }];
  });
}

/** Words of a metric's name that make it an amount for all pods together, which more pods share. */
const AMOUNT = new Set(
  'queue queued messages message msgs lag backlog depth pending waiting jobs tasks items unacked visible undelivered requests rps qps tps connections sessions throughput events records'.split(
    ' ',
  ),
);
/** Words that make it the same for each pod however many there are. */
const SAME_FOR_ALL = new Set(
  'latency duration seconds milliseconds ms p50 p90 p95 p99 percent percentage ratio utilization saturation age quantile percentile average avg mean error errors success failed failures hit'.split(
    ' ',
  ),
);
/** Already a share of a pod. */
const PER_POD = /per[_\-.]?(pod|replica|instance|worker|consumer)/i;

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

function isAmount(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => AMOUNT.has(word)) && !isSameForAll(name) && !PER_POD.test(name);
}

function isSameForAll(name: string): boolean {
  return wordsOf(name).some((word) => SAME_FOR_ALL.has(word));
}

function averageFix(review: Review, { path, target }: WholeMetric): readonly QuickFix[] {
  const type = writtenRange(review, inHpa(review, [...path, 'target', 'type']));
  const key = writtenRange(review, inHpa(review, [...path, 'target', 'value'], 'key'));
  if (type === undefined || key === undefined) return [];
  return [
    {
      title: `Make it an AverageValue: ${target.value} for each pod`,
      edits: [
        { range: type, newText: 'AverageValue' },
        { range: key, newText: 'averageValue' },
      ],
    },
  ];
}

/** @rule AD60 */
const valueOfAmount: AdviceRule = {
  rule: 'value-of-amount',
  reason:
    'The controller multiplies the ready pods by value over target. An amount for all of them does not fall because there are more pods, so the next sync multiplies again, and from zero there is nothing to multiply. AverageValue divides it by the pods: so many for each.',
  link: LINKS.algorithm,
  find(review) {
    const { minReplicas, maxReplicas } = review.spec;
    return wholeMetrics(review).flatMap((metric): Finding[] => {
      const target = milliOf(metric.target.value);
      if (metric.target.type !== 'Value' || target === undefined || !isAmount(metric.name)) return [];
      const start = Math.max(1, minReplicas);
      const question = { metric: metric.spec, replicas: start, value: BigInt(target) * 2n };
      const counts = [start, ...growth(review, question, maxReplicas)];
      if (counts.length < 3) return [];
      const further = maxReplicas > MOST_PODS ? ', and further' : '';
      const message = `${metric.name} looks like an amount for all pods together, and a Value target does not divide it: at a steady ${metric.target.value} × 2 the count goes ${counts.join(', ')}${further}.`;
      return [
        { at: inHpa(review, [...metric.path, 'target', 'type']), message, fixes: averageFix(review, metric) },
      ];
    });
  },
};

/** @rule AD61 */
const averageOfRatio: AdviceRule = {
  rule: 'average-of-ratio',
  reason:
    'AverageValue divides the value by the pods before it is compared. A latency or a ratio divided by their number means nothing: the more pods run, the better it looks. Use Value.',
  link: LINKS.metricTargets,
  find(review) {
    return wholeMetrics(review).flatMap((metric): Finding[] => {
      const { type, averageValue } = metric.target;
      if (type !== 'AverageValue' || !isSameForAll(metric.name) || isPartOfAmount(metric.name)) return [];
      const message = `${metric.name} looks like a latency or a ratio, and AverageValue divides it by the number of pods: with 10 pods it may reach 10 times ${averageValue}.`;
      return [{ at: inHpa(review, [...metric.path, 'target', 'type']), message }];
    });
  },
};

/** `failed_jobs`, `error_count`, `requests_per_2_seconds`: these can be shared after all. */
function isPartOfAmount(name: string): boolean {
  const words = wordsOf(name);
  return words.some(
    (word) => AMOUNT.has(word) || ['count', 'total', 'errors', 'error', 'per'].includes(word),
  );
}

function identityOf({ type, resource, containerResource, pods, object, external }: MetricSpec): string {
  const custom = pods ?? object ?? external;
  return JSON.stringify([
    type,
    resource?.name ?? containerResource?.name ?? custom?.metric,
    containerResource?.container,
    object?.describedObject,
  ]);
}

/** @rule AD62 */
const sameMetricTwice: AdviceRule = {
  rule: 'same-metric-twice',
  reason:
    'Of several metrics the one that asks for the most replicas counts, so of two targets of one metric the lower one always decides. Remove the other.',
  link: LINKS.multipleMetrics,
  find(review) {
    const identities = review.spec.metrics.map(identityOf);
    return identities.flatMap((identity, index): Finding[] => {
      const first = identities.indexOf(identity);
      if (first === index) return [];
      const message = `This is the same metric as spec.metrics[${first}]: only the lower target has an effect.`;
      return [{ at: inHpa(review, ['spec', 'metrics', index, 'type'], 'key'), message }];
    });
  },
};

/** Names that usually stand for a helper beside the application. */
const HELPER =
  /(^|[-_.])(sidecar|proxy|envoy|istio|linkerd|agent|exporter|fluent|fluentd|fluentbit|filebeat|promtail|vector|otel|collector|vault|consul|dapr|daprd|cloudsql|statsd|logger|logging|logs|log|metrics|reloader|refresher)([-_.]|$)/i;

function isHelper({ container, isSidecar }: CountedContainer): boolean {
  return isSidecar || HELPER.test(container.name);
}

/** A usage of the application that is far beyond any tolerance, in units of the target. */
const FAR_ABOVE = 1.5;
const MANY = 100;

const INJECTORS: readonly { readonly key: string; readonly value: string; readonly name: string }[] = [
  { key: 'sidecar.istio.io/inject', value: 'true', name: 'Istio' },
  { key: 'linkerd.io/inject', value: 'enabled', name: 'Linkerd' },
  { key: 'dapr.io/enabled', value: 'true', name: 'Dapr' },
];

function injectorOf({ workloadDocument }: Review): string | undefined {
  if (workloadDocument === undefined) return undefined;
  const at = (field: string, key: string): string | undefined =>
    textAt(workloadDocument, ['spec', 'template', 'metadata', field, key]);
  return INJECTORS.find(({ key, value }) => at('annotations', key) === value || at('labels', key) === value)
    ?.name;
}

/** @rule AD63 */
const sidecarDilution: AdviceRule = {
  rule: 'sidecar-dilution',
  reason:
    'A Resource metric adds up what all containers of a pod use and request. An idle helper with a request of its own hides a busy application. A ContainerResource metric looks at one container alone.',
  link: LINKS.containerMetrics,
  find(review) {
    const containers = runningContainers(review);
    const main = containers.find((container) => !isHelper(container)) ?? containers[0];
    if (review.workloadDocument === undefined || main === undefined) return [];
    return resourceMetrics(review).flatMap((metric): Finding[] => {
      const { resource, container, target, path, spec } = metric;
      if (container !== undefined || target.averageUtilization === undefined) return [];
      const at = inHpa(review, [...path, 'name']);
      const injector = injectorOf(review);
      if (containers.length < 2) {
        if (injector === undefined) return [];
        const message = `${injector} puts a proxy into every pod, and this metric counts its ${resource} and its request with the application’s.`;
        return [{ at, message }];
      }
      const request = milliOf(main.container.requests[resource]);
      if (request === undefined) return [];
      const used = Math.floor((Number(request) * target.averageUtilization * FAR_ABOVE) / 100);
      const usage = new Map([[main.container.name, used]]);
      const { proposal, reading } = askController(review, { metric: spec, replicas: MANY, usage });
      if (proposal === undefined || proposal > MANY) return [];
      const percent = Math.round(target.averageUtilization * FAR_ABOVE);
      const message = `The pod has ${containers.length} containers, and this metric adds them up: with ${main.container.name} at ${percent} % of its request and the rest idle it reads ${reading} %, and adds no pod.`;
      return [{ at, message }];
    });
  },
};

/** @rule AD64 */
const defaultMetric: AdviceRule = {
  rule: 'no-metric-written',
  reason:
    'An HPA without metrics gets one from the API server. Write it, so that readers see it and the target is a choice.',
  link: LINKS.metricTargets,
  find(review) {
    const { document, spec } = review;
    if (document.value.apiVersion === 'autoscaling/v1') return [];
    const written = fieldAt(document, ['spec', 'metrics']);
    if (Array.isArray(written) && written.length > 0) return [];
    const target = spec.metrics[0]?.resource?.target.averageUtilization;
    if (target === undefined) return [];
    const message = `No metric is written: the API server fills in CPU at ${target} % of the request.`;
    return [{ at: inHpa(review, ['spec', 'metrics'], 'key'), message }];
  },
};

export const METRIC_RULES: readonly AdviceRule[] = [
  valueOfAmount,
  averageOfRatio,
  sameMetricTwice,
  sidecarDilution,
  defaultMetric,
];
