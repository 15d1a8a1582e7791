/** The scenarios that are measured: a number of syncs around a number of pods, with one metric or three. */
import type { Scenario } from '../src/core/index.ts';
import { SCENARIO_DEFAULTS } from '../src/core/scenario/defaults.ts';

const SYNC_PERIOD_SECONDS = 15;
/** requests/s that keep a pod at its target: 70 % of 100m at 10 milli-core-seconds each */
const RATE_PER_POD = 7;
/** how far the replicas go above the pods that a scenario is around */
const MOST_OF_PODS = 1.2;

const CPU = `
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}`;
const MEMORY = `
    - type: Resource
      resource: {name: memory, target: {type: Utilization, averageUtilization: 80}}`;
const SHARE = `
    - type: Pods
      pods: {metric: {name: requests_per_second}, target: {type: AverageValue, averageValue: "7"}}`;

/** What a scenario is around. */
export interface BenchSize {
  readonly syncs: number;
  /** 1: CPU; 3: CPU, memory and a share of the requests */
  readonly metrics: 1 | 3;
  /** the usual number of pods */
  readonly pods: number;
  /** scaling policies of either direction; 0: no `behavior` */
  readonly policies: number;
  /** up and down once a day, or four times an hour, so that there is a rescale every few minutes */
  readonly load: 'diurnal' | 'restless';
}

function behaviorText(policies: number): string {
  if (policies === 0) return '';
  const lines = Array.from(
    { length: policies },
    (_, i) =>
      `{type: ${i % 2 === 0 ? 'Percent' : 'Pods'}, value: ${100 + i}, periodSeconds: ${15 * (i + 1)}}`,
  );
  const rules = `{stabilizationWindowSeconds: 60, policies: [${lines.join(', ')}]}`;
  return `  behavior:
    scaleUp: ${rules}
    scaleDown: ${rules}
`;
}

function manifestText({ metrics, pods, policies }: BenchSize): string {
  const written = metrics === 1 ? [CPU] : [CPU, MEMORY, SHARE];
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: ${pods}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: registry.example/web:1
          resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: 200m}}
          readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 5}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  minReplicas: 2
  maxReplicas: ${pods * MOST_OF_PODS}
${behaviorText(policies)}  metrics:${written.join('')}
`;
}

const POINT_EVERY_SECONDS = { diurnal: 3600, restless: 450 };
const DAY_SECONDS = 86_400;

/** How much of the load for the usual pods arrives. */
function shareAt(load: BenchSize['load'], atSeconds: number, point: number): number {
  if (load === 'restless') return point % 2 === 0 ? 0.7 : 1.2;
  return 0.75 - 0.45 * Math.cos((atSeconds / DAY_SECONDS) * 2 * Math.PI);
}

function loadPoints(durationSeconds: number, { pods, load }: BenchSize) {
  const points = [];
  for (let at = 0, i = 0; at <= durationSeconds; at += POINT_EVERY_SECONDS[load], i++) {
    points.push({ atSeconds: at, value: Math.round(RATE_PER_POD * pods * shareAt(load, at, i)) });
  }
  return points;
}

export function benchScenario(size: BenchSize): Scenario {
  const durationSeconds = size.syncs * SYNC_PERIOD_SECONDS;
  const { controller, cluster } = SCENARIO_DEFAULTS;
  return {
    ...SCENARIO_DEFAULTS,
    manifest: manifestText(size),
    controller: { ...controller, syncPeriodSeconds: SYNC_PERIOD_SECONDS },
    durationSeconds,
    loads: [
      {
        id: 'requests',
        unit: 'requests/s',
        interpolation: 'linear',
        points: loadPoints(durationSeconds, size),
      },
    ],
    cluster: {
      ...cluster,
      workload: { ...cluster.workload, idleCpuMilli: 2, startupCpuMilli: 50, memoryMiPerRequestRate: 1 },
    },
  };
}
