/** Objects for the tests of this room. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import type { Ms } from '../podautoscaler/interfaces.ts';
import type { ApiEvent } from './events.ts';

export const NOW: Ms = Date.UTC(2026, 0, 15, 12);

export const WEB: HorizontalPodAutoscaler = {
  metadata: { name: 'web', namespace: 'default', creationTimestamp: '2026-01-15T11:55:00Z' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    minReplicas: 2,
    maxReplicas: 10,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
      },
    ],
  },
  status: {
    currentReplicas: 3,
    desiredReplicas: 4,
    currentMetrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', current: { averageValue: '0.450', averageUtilization: 45 } },
      },
    ],
  },
};

/** @param ago milliseconds before `NOW` */
export function rescaled(ago: Ms, changes: Partial<ApiEvent> = {}): ApiEvent {
  return {
    name: `web.${ago}`,
    namespace: 'default',
    involvedKind: 'HorizontalPodAutoscaler',
    involvedName: 'web',
    type: 'Normal',
    reason: 'SuccessfulRescale',
    message: 'New size: 4',
    component: 'horizontal-pod-autoscaler',
    host: '',
    reportingController: '',
    reportingInstance: '',
    firstTimestamp: NOW - ago,
    lastTimestamp: NOW - ago,
    count: 1,
    ...changes,
  };
}
