/** Upstream's pages that the advice points to. */
const HPA = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';

export const LINKS = {
  algorithm: `${HPA}#algorithm-details`,
  resourceMetrics: `${HPA}#support-for-resource-metrics`,
  containerMetrics: `${HPA}#container-resource-metrics`,
  customMetrics: `${HPA}#scaling-on-custom-metrics`,
  multipleMetrics: `${HPA}#scaling-on-multiple-metrics`,
  behavior: `${HPA}#configurable-scaling-behavior`,
  policies: `${HPA}#scaling-policies`,
  window: `${HPA}#stabilization-window`,
  tolerance: `${HPA}#tolerance`,
  defaults: `${HPA}#default-behavior`,
  migrating: `${HPA}#migrating-deployments-and-statefulsets-to-horizontal-autoscaling`,
  metricTargets:
    'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
  resources: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  probes: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  disruption: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  labels: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  vpa: 'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md',
  keda: 'https://keda.sh/docs/latest/concepts/scaling-deployments/',
} as const;
