/** Terms of what the API server and the controller say. */
import type { TermGroup } from './types.ts';

export const STATUS = {
  title: 'Manifest, status and cluster',
  terms: {
    hpa: {
      name: 'HorizontalPodAutoscaler',
      text: 'The object that names a workload, its bounds and its metrics. The controller in kube-controller-manager acts on it.',
      also: ['HPA'],
      docs: 'hpa',
    },
    condition: {
      name: 'Condition',
      text: 'What the controller says about itself in the status: AbleToScale, ScalingActive, ScalingLimited, each True, False or Unknown with a reason.',
      docs: 'conditions',
    },
    ableToScale: {
      name: 'AbleToScale',
      text: 'Whether the controller can read and write the scale, and whether a window holds it back.',
      docs: 'conditions',
    },
    scalingActive: {
      name: 'ScalingActive',
      text: 'Whether the HPA is on and could compute what it wants. False at zero replicas, and when no metric can be read.',
      docs: 'conditions',
    },
    scalingLimited: {
      name: 'ScalingLimited',
      text: 'Whether a bound or a policy cut what the metrics wanted. True for long at maxReplicas means: the ceiling is too low, or the target out of reach.',
      docs: 'conditions',
    },
    run: {
      name: 'Run',
      text: 'One simulation from its start to its end. The same manifest, load and settings always give the same run; any change gives another one.',
      also: ['simulation', 'seed', 'duration'],
    },
    timeline: {
      name: 'Timeline event',
      text: 'Something that happens at an instant of the run: a manifest is applied, pods crash, a node is lost, the metrics API fails.',
      also: ['incident', 'fault', 'apply'],
    },
    event: {
      name: 'Event',
      text: 'A message that the controller leaves at the HPA, as SuccessfulRescale or FailedGetResourceMetric. kubectl describe shows the latest.',
      docs: 'hpa',
    },
    featureGate: {
      name: 'Feature gate',
      text: 'A switch of Kubernetes for what is not everywhere yet. What is on by default depends on the minor.',
      docs: 'gates',
    },
    minor: {
      name: 'Kubernetes minor',
      text: 'The second number of a version, 37 in 1.37. Controllers of different minors decide differently in places, and the playground follows each.',
      also: ['version', 'release'],
    },
    controllerFlag: {
      name: 'Controller flag',
      text: 'A setting of kube-controller-manager for all HPAs of a cluster. Managed clusters rarely let it be changed.',
      also: ['kube-controller-manager'],
      docs: 'flags',
    },
    defaulting: {
      name: 'Default',
      text: 'What the API server fills in where a manifest says nothing, as CPU at 80 % where no metric is written.',
      also: ['defaults'],
      docs: 'api',
    },
    advice: {
      name: 'Advice',
      text: 'What a careful reviewer would say of a manifest that the API server accepts. It blocks nothing.',
      also: ['warning', 'review'],
    },
  },
} as const satisfies TermGroup;
