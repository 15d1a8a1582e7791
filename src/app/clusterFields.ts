/** Everything of the simulated cluster and of the controller that can be set, with its unit, bounds and help. */
import { type ControllerFlags, SCENARIO_LIMITS as LIMITS } from '../core/index.ts';
import { NODES, QUOTA } from './capacityFields.ts';
import { type ClusterFieldGroup, type FieldTexts, type NumberSetting, setting } from './clusterFieldTypes.ts';
import { CUSTOM_METRICS, METRICS_SERVER } from './metricsFields.ts';
import { WORKLOAD } from './workloadFields.ts';

function flag(key: keyof ControllerFlags, texts: FieldTexts): NumberSetting {
  return {
    ...texts,
    read: ({ controller }) => controller[key],
    write: (actions, value) => value !== undefined && actions.setControllerFlag(key, value),
  };
}

const RUN: ClusterFieldGroup = {
  title: 'Run',
  term: 'run',
  about: 'How long the simulation runs, and how it starts.',
  fields: [
    {
      label: 'Duration',
      unit: 'min',
      help: 'Simulated time of the whole run. The load curve keeps its points; after the last one it stays level.',
      min: 0.1,
      max: LIMITS.durationSeconds / 60,
      whole: false,
      read: ({ durationSeconds }) => durationSeconds / 60,
      write: (actions, value) =>
        value !== undefined && actions.setDuration(Math.max(1, Math.round(value * 60))),
    },
    {
      label: 'Replicas at the start',
      term: 'currentReplicas',
      unit: 'replicas',
      help: 'Left empty, the run starts with the replicas of the Deployment in the manifest, or else with minReplicas.',
      min: 0,
      max: LIMITS.replicas,
      emptyText: 'from the manifest',
      read: ({ cluster }) => cluster.initialReplicas,
      write: (actions, value) => actions.setInitialReplicas(value),
    },
  ],
};

const PODS: ClusterFieldGroup = {
  title: 'Pods',
  term: 'startingPods',
  about:
    'How long it takes until a new pod helps. Probes, grace period and strategy come from the Deployment.',
  fields: [
    setting('pods', 'schedulingSeconds', {
      label: 'Scheduling',
      unit: 's',
      help: 'From the creation of a pod until it is bound to a node.',
      min: 0,
      max: LIMITS.seconds,
    }),
    setting('pods', 'imagePullSeconds', {
      label: 'Image pull',
      unit: 's',
      help: 'From being bound to a node until the image is there.',
      min: 0,
      max: LIMITS.seconds,
    }),
    setting('pods', 'startupSeconds', {
      label: 'Start-up of the application',
      unit: 's',
      help: 'From the start of the container until the application can answer its readiness probe.',
      min: 0,
      max: LIMITS.seconds,
    }),
    setting('pods', 'warmUpSeconds', {
      label: 'Warm-up',
      unit: 's',
      help: 'How long an application that is up still uses the CPU of its start: a compiler at work, caches that fill.',
      min: 0,
      max: LIMITS.seconds,
    }),
    setting('pods', 'terminationSeconds', {
      label: 'Shutdown',
      unit: 's',
      help: 'How long a deleted pod goes on running. It gets no new requests, and its grace period is the limit.',
      min: 0,
      max: LIMITS.seconds,
    }),
    setting('pods', 'restartSeconds', {
      label: 'First back-off',
      unit: 's',
      help: 'A crashed container is started again at once; one that has crashed again waits so long. The wait doubles with each crash, up to five minutes.',
      min: 0,
      max: LIMITS.seconds,
    }),
  ],
};

const CONTROLLER: ClusterFieldGroup = {
  title: 'Controller flags',
  term: 'controllerFlag',
  about: 'Flags of kube-controller-manager. Managed clusters rarely let them be changed.',
  fields: [
    flag('syncPeriodSeconds', {
      label: 'Sync period',
      term: 'syncPeriod',
      unit: 's',
      help: '--horizontal-pod-autoscaler-sync-period: how often the controller looks and decides.',
      min: 1,
      max: LIMITS.seconds,
    }),
    flag('downscaleStabilizationSeconds', {
      label: 'Downscale stabilization',
      term: 'scaleDownWindow',
      unit: 's',
      help: '--horizontal-pod-autoscaler-downscale-stabilization: the window for scaling down where behavior sets none.',
      min: 0,
      max: LIMITS.seconds,
    }),
    flag('tolerance', {
      label: 'Tolerance',
      term: 'tolerance',
      unit: 'of the ratio',
      help: '--horizontal-pod-autoscaler-tolerance: with 0.1, usage within 10 % of the target changes nothing.',
      min: 0,
      max: LIMITS.tolerance,
      whole: false,
    }),
    flag('cpuInitializationPeriodSeconds', {
      label: 'CPU initialization period',
      term: 'cpuInitializationPeriod',
      unit: 's',
      help: '--horizontal-pod-autoscaler-cpu-initialization-period: so long after its start a pod’s CPU counts only once it is ready.',
      min: 0,
      max: LIMITS.seconds,
    }),
    flag('initialReadinessDelaySeconds', {
      label: 'Initial readiness delay',
      term: 'initialReadinessDelay',
      unit: 's',
      help: '--horizontal-pod-autoscaler-initial-readiness-delay: a pod that turns unready within this time counts as never ready.',
      min: 0,
      max: LIMITS.seconds,
    }),
  ],
};

export const CLUSTER_FIELDS: readonly ClusterFieldGroup[] = [
  RUN,
  WORKLOAD,
  PODS,
  NODES,
  QUOTA,
  METRICS_SERVER,
  CUSTOM_METRICS,
  CONTROLLER,
];
