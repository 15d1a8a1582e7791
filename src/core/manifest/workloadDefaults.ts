/** The workload that stands in when the text holds none. Every value of it is told to the reader. */
import type { HorizontalPodAutoscalerSpec } from '../autoscaling/types.ts';
import type { ReadinessProbe, WorkloadContainer, WorkloadManifest } from './types.ts';

/** Kubernetes' own defaults of a probe. @upstream pkg/apis/core/v1/defaults.go SetDefaults_Probe */
export const PROBE_DEFAULTS: ReadinessProbe = {
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 1,
  successThreshold: 1,
  failureThreshold: 3,
};

/** seconds. @upstream pkg/apis/core/v1/defaults.go SetDefaults_PodSpec */
export const DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS = 30;

const STAND_IN_REQUESTS = { cpu: '250m', memory: '256Mi' };
const STAND_IN_LIMITS = { cpu: '500m', memory: '512Mi' };
const STAND_IN_PROBE: ReadinessProbe = { ...PROBE_DEFAULTS, initialDelaySeconds: 5 };

export const STAND_IN_TEXT =
  'requests cpu 250m and memory 256Mi, limits cpu 500m and memory 512Mi, a readiness probe every 10 s after 5 s';

/** The containers that the metrics name, or one called `app`. */
function containerNames(spec: HorizontalPodAutoscalerSpec): readonly string[] {
  const named = (spec.metrics ?? []).flatMap(({ containerResource }) =>
    containerResource === undefined || containerResource.container === ''
      ? []
      : [containerResource.container],
  );
  return named.length === 0 ? ['app'] : [...new Set(named)];
}

/**
 * A target for an HPA whose workload is not in the text.
 *
 * @param namespace the HPA's
 * @rule MF1
 */
export function standInWorkload(spec: HorizontalPodAutoscalerSpec, namespace: string): WorkloadManifest {
  const { kind, name, apiVersion } = spec.scaleTargetRef;
  const containers = containerNames(spec).map(
    (container): WorkloadContainer => ({
      name: container,
      requests: STAND_IN_REQUESTS,
      limits: STAND_IN_LIMITS,
      readinessProbe: STAND_IN_PROBE,
    }),
  );
  return {
    kind,
    apiVersion: apiVersion ?? '',
    name,
    namespace,
    written: false,
    selector: `app=${name}`,
    labels: { app: name },
    containers,
    initContainers: [],
    terminationGracePeriodSeconds: DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS,
  };
}
