/**
 * `kubectl describe hpa`: the HPA that it was printed from, as far as it tells. Pure.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go describeHorizontalPodAutoscalerV2
 */
import { servedVersion } from '../core/manifest/kinds.ts';
import { yamlLines } from '../core/manifest/yamlText.ts';
import { type DescribedMetric, describedMetric } from './clusterMetrics.ts';
import { requestFrom } from './clusterRequests.ts';
import { type ClusterText, CLUSTER_TEXT_LIMITS as LIMITS } from './clusterTypes.ts';
import { clusterVersion } from './clusterVersion.ts';

interface Direction {
  stabilizationWindowSeconds?: number;
  selectPolicy?: string;
  policies?: object[];
}

/** What is gathered of one HPA, line by line. */
interface Described {
  readonly name: string;
  namespace?: string;
  target?: { readonly kind: string; readonly name: string };
  metrics: DescribedMetric[];
  /** lines of metrics that were not understood */
  unread: string[];
  minReplicas?: number;
  maxReplicas?: number;
  currentReplicas?: number;
  behavior?: { scaleUp?: Direction; scaleDown?: Direction };
}

/** Undefined for texts that kubectl describe has not printed of an HPA. */
export function readClusterDescription(text: string): ClusterText | undefined {
  const described = describedHpas(text);
  if (described.length === 0) return undefined;
  const { minor, note } = clusterVersion(text);
  const [only] = described.length === 1 ? described : [];
  return {
    from: 'describe',
    manifest: manifestOf(described),
    ...(only?.currentReplicas === undefined ? {} : { currentReplicas: only.currentReplicas }),
    ...(minor === undefined ? {} : { minor }),
    notes: [...notesOf(described), ...(note === undefined ? [] : [note])],
  };
}

function describedHpas(text: string): Described[] {
  const found: Described[] = [];
  let section = '';
  let direction: Direction | undefined;
  for (const line of text.split(/\r?\n/, LIMITS.lines)) {
    if (line.length > LIMITS.lineLength) continue;
    const field = /^([A-Z][\w ]*):(?:\s+(.*))?$/.exec(line);
    if (field !== null) {
      const [, name = '', value = ''] = field;
      section = name;
      direction = undefined;
      if (name === 'Name' && found.length < LIMITS.hpas)
        found.push({ name: value.trim(), metrics: [], unread: [] });
      const hpa = found.at(-1);
      if (hpa !== undefined) readField(hpa, name, value.trim());
      continue;
    }
    const hpa = found.at(-1);
    if (hpa === undefined) continue;
    if (section === 'Metrics') readMetric(hpa, line);
    if (section === 'Behavior') direction = readBehavior(hpa, direction, line.trim());
  }
  return found.filter(({ target, maxReplicas }) => target !== undefined && maxReplicas !== undefined);
}

function readField(hpa: Described, field: string, value: string): void {
  switch (field) {
    case 'Namespace':
      if (/^[a-z0-9-]{1,63}$/.test(value)) hpa.namespace = value;
      break;
    case 'Reference': {
      const [, kind = '', name = ''] = /^(\w{1,63})\/(\S{1,253})$/.exec(value) ?? [];
      if (name !== '') hpa.target = { kind, name };
      break;
    }
    case 'Min replicas':
      setCount(hpa, 'minReplicas', value);
      break;
    case 'Max replicas':
      setCount(hpa, 'maxReplicas', value);
      break;
    case 'Behavior':
      hpa.behavior = {};
      break;
    default:
      // `Deployment pods:  3 current / 4 desired`
      if (field.endsWith(' pods'))
        setCount(hpa, 'currentReplicas', /^(\d+) current\b/.exec(value)?.[1] ?? '');
  }
}

function setCount(
  hpa: Described,
  field: 'minReplicas' | 'maxReplicas' | 'currentReplicas',
  text: string,
): void {
  const count = countOf(text);
  if (count !== undefined) hpa[field] = count;
}

/** int32, or undefined. `<unset>` is none. */
function countOf(text: string): number | undefined {
  return /^\d{1,10}$/.test(text) && Number(text) < 2 ** 31 ? Number(text) : undefined;
}

function readMetric(hpa: Described, line: string): void {
  if (line.trim() === '') return;
  const metric = describedMetric(line.trim());
  if (metric === undefined) hpa.unread.push(line.trim().slice(0, 120));
  else hpa.metrics.push(metric);
}

/** @returns the direction that the next line belongs to */
function readBehavior(hpa: Described, direction: Direction | undefined, line: string): Direction | undefined {
  const { behavior } = hpa;
  if (behavior === undefined) return undefined;
  if (line === 'Scale Up:') {
    behavior.scaleUp = {};
    return behavior.scaleUp;
  }
  if (line === 'Scale Down:') {
    behavior.scaleDown = {};
    return behavior.scaleDown;
  }
  if (direction !== undefined) readRule(direction, line);
  return direction;
}

function readRule(direction: Direction, line: string): void {
  const window = countOf(/^Stabilization Window: (\d+) seconds$/.exec(line)?.[1] ?? '');
  if (window !== undefined) direction.stabilizationWindowSeconds = window;
  const select = /^Select Policy: (\w+)$/.exec(line)?.[1];
  if (select !== undefined) direction.selectPolicy = select;
  const [, type, value, period] =
    /^- Type: (Pods|Percent)\s+Value: (\d{1,10})\s+Period: (\d{1,10}) seconds$/.exec(line) ?? [];
  if (type !== undefined) {
    direction.policies ??= [];
    direction.policies.push({ type, value: Number(value), periodSeconds: Number(period) });
  }
}

function manifestOf(described: readonly Described[]): string {
  const documents = described.flatMap((hpa) => [...standIn(hpa), hpaText(hpa)]);
  return `# From a cluster, by kubectl describe; it does not print everything.\n${documents.join('\n---\n')}\n`;
}

function hpaText({
  name,
  namespace,
  target,
  minReplicas,
  maxReplicas,
  metrics,
  behavior,
}: Described): string {
  const apiVersion = servedVersion(target?.kind ?? '');
  const lines = yamlLines({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace },
    spec: {
      scaleTargetRef: { apiVersion, ...target },
      minReplicas,
      maxReplicas,
      metrics: metrics.length === 0 ? undefined : metrics.map(({ spec }) => spec),
      behavior,
    },
  });
  return lines.join('\n');
}

/** A workload with the requests that follow from what the metrics show; none where nothing follows. */
function standIn({ namespace, target, metrics }: Described): string[] {
  const apiVersion = servedVersion(target?.kind ?? '');
  const containers = requestsOf(metrics);
  if (apiVersion === undefined || target === undefined || containers.length === 0) return [];
  const lines = yamlLines({
    apiVersion,
    kind: target.kind,
    metadata: { name: target.name, namespace },
    spec: {
      selector: { matchLabels: { app: target.name } },
      template: {
        metadata: { labels: { app: target.name } },
        spec: { containers },
      },
    },
  });
  return [`# Not from the cluster: a stand-in, whose requests follow from the metrics.\n${lines.join('\n')}`];
}

/** Requests of the pod go to one container, unless a metric names another. */
function requestsOf(metrics: readonly DescribedMetric[]): object[] {
  const containers = new Map<string, Record<string, string>>();
  for (const { usage } of metrics) {
    const request = usage === undefined ? undefined : requestFrom(usage);
    if (usage === undefined || request === undefined) continue;
    const name = usage.container ?? 'app';
    containers.set(name, { ...containers.get(name), [usage.resource]: request });
  }
  return Array.from(containers, ([name, requests]) => ({ name, image: 'unknown', resources: { requests } }));
}

const NOT_SHOWN =
  'kubectl describe does not print tolerances, the selectors of metrics, or the requests of pods. What kubectl get hpa,deploy -o yaml prints has all of them.';

function notesOf(described: readonly Described[]): string[] {
  const requests = described.flatMap(({ metrics }) => requestsOf(metrics));
  const unread = described.flatMap((hpa) => hpa.unread);
  return [
    NOT_SHOWN,
    ...(requests.length > 0
      ? ['The requests are worked out from usage and utilization, and stand in a workload that was added.']
      : []),
    ...unread.slice(0, 3).map((line) => `This metric was not understood: ${line}`),
    ...(described.some(({ metrics }) => metrics.some(({ isObject }) => isObject))
      ? ['The API version of the object that a metric describes is not printed.']
      : []),
    ...(described.length > 1
      ? ['There are several HPAs: choose one, and set how many pods there are at the start.']
      : []),
  ];
}
