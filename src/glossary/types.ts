/** What a term of the page means, for somebody who meets it for the first time. */
export interface Term {
  readonly name: string;
  /** one to three sentences */
  readonly text: string;
  /** other words that people look for */
  readonly also?: readonly string[];
  /** page of the documentation of Kubernetes or KEDA that goes on */
  readonly docs?: DocsPage;
}

export interface TermGroup {
  readonly title: string;
  readonly terms: Readonly<Record<string, Term>>;
}

const HPA = 'kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';
const REFERENCE = 'kubernetes.io/docs/reference';
const KEDA = 'keda.sh/docs/latest';

export interface Page {
  readonly title: string;
  /** without the scheme */
  readonly address: string;
  /** whose it is; absent: Kubernetes */
  readonly of?: 'Kubernetes' | 'KEDA';
}

export const DOCS = {
  hpa: { title: 'Horizontal Pod Autoscaling', address: HPA },
  algorithm: { title: 'How the controller decides', address: `${HPA}#algorithm-details` },
  policies: { title: 'Scaling policies', address: `${HPA}#scaling-policies` },
  behavior: { title: 'Configurable scaling behavior', address: `${HPA}#configurable-scaling-behavior` },
  metricsApis: { title: 'Metrics APIs', address: `${HPA}#support-for-metrics-apis` },
  customMetrics: { title: 'Custom metrics', address: `${HPA}#scaling-on-custom-metrics` },
  conditions: {
    title: 'Conditions of an HPA',
    address:
      'kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale-walkthrough/#appendix-horizontal-pod-autoscaler-status-conditions',
  },
  api: {
    title: 'Fields of autoscaling/v2',
    address: `${REFERENCE}/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/`,
  },
  flags: {
    title: 'Flags of kube-controller-manager',
    address: `${REFERENCE}/command-line-tools-reference/kube-controller-manager/`,
  },
  gates: { title: 'Feature gates', address: `${REFERENCE}/command-line-tools-reference/feature-gates/` },
  pods: { title: 'Life of a pod', address: 'kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/' },
  resources: {
    title: 'Requests and limits',
    address: 'kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  },
  resourceMetrics: {
    title: 'Resource metrics',
    address: 'kubernetes.io/docs/tasks/debug/debug-cluster/resource-metrics-pipeline/',
  },
  deployment: {
    title: 'Deployments',
    address: 'kubernetes.io/docs/concepts/workloads/controllers/deployment/',
  },
  quota: { title: 'Resource quotas', address: 'kubernetes.io/docs/concepts/policy/resource-quotas/' },
  quantity: {
    title: 'Quantities',
    address: `${REFERENCE}/kubernetes-api/common-definitions/quantity/`,
  },
  scaledObject: { title: 'ScaledObject', address: `${KEDA}/reference/scaledobject-spec/`, of: 'KEDA' },
  scalers: { title: 'Scalers', address: `${KEDA}/scalers/`, of: 'KEDA' },
  kedaConcepts: { title: 'Concepts', address: `${KEDA}/concepts/`, of: 'KEDA' },
} as const satisfies Readonly<Record<string, Page>>;

export type DocsPage = keyof typeof DOCS;
