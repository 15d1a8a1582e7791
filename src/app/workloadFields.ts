/** The settings of what runs in the pods. */
import { SCENARIO_LIMITS as LIMITS, type Scenario, type WorkloadSettings } from '../core/index.ts';
import { type ClusterFieldGroup, type FieldTexts, setting } from './clusterFieldTypes.ts';

/** Bounds that most settings of the workload share: any amount from 0. */
function amount(key: keyof WorkloadSettings, max: number, texts: Omit<FieldTexts, 'min' | 'max' | 'whole'>) {
  return setting('workload', key, { ...texts, min: 0, max, whole: false });
}

function isRequests({ cluster }: Scenario): boolean {
  return cluster.workload.model === 'requests';
}

export const WORKLOAD: ClusterFieldGroup = {
  title: 'Workload',
  term: 'backlog',
  about: 'What requests cost, and what becomes of those that are too many.',
  fields: [
    {
      kind: 'choice',
      label: 'Work comes as',
      term: 'backlog',
      help: 'Requests are shared by the ready pods. Messages wait in one queue that the ready pods drain.',
      options: [
        { value: 'requests', text: 'requests' },
        { value: 'queue', text: 'messages in a queue' },
      ],
      read: ({ cluster }) => cluster.workload.model,
      write: ({ changeCluster }, value) =>
        changeCluster((cluster) => ({
          ...cluster,
          workload: { ...cluster.workload, model: value === 'queue' ? 'queue' : 'requests' },
        })),
    },
    amount('cpuMillisecondsPerRequest', LIMITS.cpuMillisecondsPerRequest, {
      label: 'CPU for each request',
      unit: 'ms of a core',
      help: 'With 10 ms, 100 requests/s keep one core busy. A pod at its CPU limit serves fewer.',
    }),
    amount('capacityPerPod', LIMITS.capacityPerPod, {
      label: 'Capacity of a pod',
      unit: 'requests/s',
      help: 'What one pod can serve beside its CPU limit, for example by its connections. 0: no such bound.',
    }),
    amount('serviceMilliseconds', LIMITS.serviceMilliseconds, {
      label: 'Service time',
      term: 'latency',
      unit: 'ms',
      help: 'What a request takes on an idle pod. Latency and requests in flight follow from it.',
    }),
    setting('workload', 'backlogSeconds', {
      label: 'Patience',
      term: 'backlog',
      unit: 's',
      help: 'How long a request waits before it is dropped. 0: what cannot be served is dropped at once.',
      min: 0,
      max: LIMITS.seconds,
      when: isRequests,
    }),
    amount('skew', 1, {
      label: 'Uneven sharing',
      unit: '0 to 1',
      help: '0: ready pods share the load evenly. With 1 the busiest get nine times what the idlest get. A queue is always shared evenly.',
    }),
    amount('idleCpuMilli', LIMITS.cpuMilli, {
      label: 'CPU when idle',
      unit: 'm (milli-cores)',
      help: 'What a running pod uses without any request.',
    }),
    amount('startupCpuMilli', LIMITS.cpuMilli, {
      label: 'CPU while starting',
      unit: 'm (milli-cores)',
      help: 'On top of the rest, from the start of the container until the application is up and warm, as far as the limit allows.',
    }),
    amount('baseMemoryMi', LIMITS.memoryMi, {
      label: 'Memory of a pod',
      unit: 'Mi',
      help: 'Memory of a running pod that serves nothing.',
    }),
    amount('memoryMiPerRequestRate', LIMITS.memoryMi, {
      label: 'Memory for each request/s',
      unit: 'Mi',
      help: 'Memory on top for each request a second that the pod serves.',
    }),
    amount('memoryMiPerInFlight', LIMITS.memoryMi, {
      label: 'Memory for each in flight',
      unit: 'Mi',
      help: 'Memory on top for each request that the pod is busy with.',
    }),
    amount('memoryLeakMiPerHour', LIMITS.memoryMi, {
      label: 'Memory leak',
      unit: 'Mi an hour',
      help: 'What a running container loses for good, until it is started again.',
    }),
    {
      kind: 'switch',
      label: 'Kill at the memory limit',
      help: 'The first container is killed and started again when it reaches its memory limit (OOMKilled).',
      read: ({ cluster }) => cluster.workload.killsAtMemoryLimit,
      write: ({ changeCluster }, killsAtMemoryLimit) =>
        changeCluster((cluster) => ({ ...cluster, workload: { ...cluster.workload, killsAtMemoryLimit } })),
    },
    amount('sidecarCpuMilli', LIMITS.cpuMilli, {
      label: 'Sidecar CPU',
      unit: 'm (milli-cores)',
      help: 'What every further container of a pod uses.',
    }),
    amount('sidecarMemoryMi', LIMITS.memoryMi, {
      label: 'Sidecar memory',
      unit: 'Mi',
      help: 'What every further container of a pod uses.',
    }),
    amount('sidecarCpuMillisecondsPerRequest', LIMITS.cpuMillisecondsPerRequest, {
      label: 'Sidecar CPU for each request',
      unit: 'ms of a core',
      help: 'What one request costs in every further container, for example in a proxy.',
    }),
  ],
};
