import { describe, expect, it } from 'vitest';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
} from '../autoscaling/types.ts';
import { resolveRelease } from '../releases/index.ts';
import { Conditions } from './conditions.ts';
import { WorkingStatus } from './workingStatus.ts';

const SCALED = '2000-01-01T00:00:00Z';
const METRICS: readonly MetricStatus[] = [
  { type: 'Pods', pods: { metric: { name: 'm' }, current: { averageValue: '1' } } },
];
const STORED: HorizontalPodAutoscalerStatus = {
  observedGeneration: 3,
  lastScaleTime: SCALED,
  currentReplicas: 2,
  desiredReplicas: 4,
  currentMetrics: METRICS,
  conditions: [],
};
const NOT_MADE = { statuses: [], previousStatuses: [] };

/** Sets 2, 4 and `metrics` over a stored status and asks what is to be written. */
function worked(
  stored: Partial<HorizontalPodAutoscalerStatus>,
  rescaledAtMs?: number,
  metrics: readonly MetricStatus[] | undefined = METRICS,
  minor: '1.36' | '1.37' = '1.37',
) {
  const status = { ...STORED, ...stored };
  const conditions = new Conditions();
  conditions.load(status.conditions);
  const working = new WorkingStatus(resolveRelease(minor));
  const hpa = {
    metadata: { name: 'web', namespace: 'ns', generation: 3 },
    status,
  } as unknown as HorizontalPodAutoscaler;
  working.begin(hpa);
  working.set(2, 4, metrics, rescaledAtMs);
  return { unchanged: working.isUnchanged(conditions, NOT_MADE), built: working.build(conditions) };
}

describe('a status', () => {
  it('is unchanged where it says the same, also of the time of a rescale', () => {
    expect(worked({}).unchanged).toBe(true);
    expect(worked({ currentMetrics: [{ ...METRICS[0] } as MetricStatus] }).unchanged).toBe(true);
    expect(worked({}, Date.parse(SCALED)).unchanged).toBe(true);
  });

  it.each([
    ['current replicas', { currentReplicas: 3 }],
    ['desired replicas', { desiredReplicas: 5 }],
    ['a generation', { observedGeneration: 2 }],
    ['metrics', { currentMetrics: [] }],
  ])('is changed by other %s alone', (_what, stored) => {
    const { unchanged, built } = worked(stored);
    expect(unchanged).toBe(false);
    expect(built).toEqual(STORED);
  });

  it('is changed by a rescale, whose time it takes in whole seconds', () => {
    expect(worked({}, Date.parse(SCALED) + 1).unchanged).toBe(false);
    const { lastScaleTime: _none, ...never } = STORED;
    const conditions = new Conditions();
    conditions.load([]);
    const working = new WorkingStatus(resolveRelease('1.37'));
    const metadata = { name: 'web', namespace: 'ns', generation: 3 };
    working.begin({ metadata, status: never } as unknown as HorizontalPodAutoscaler);
    working.set(2, 4, METRICS, Date.parse(SCALED) + 999);
    expect(working.isUnchanged(conditions, NOT_MADE)).toBe(false);
    expect(working.build(conditions).lastScaleTime).toBe(SCALED);
  });

  it('has no fields for what does not exist', () => {
    const {
      observedGeneration: _generation,
      lastScaleTime: _time,
      currentMetrics: _metrics,
      ...bare
    } = STORED;
    const conditions = new Conditions();
    conditions.load([]);
    const working = new WorkingStatus(resolveRelease('1.36'));
    const metadata = { name: 'web', namespace: 'ns', generation: 3 };
    working.begin({ metadata, status: bare } as unknown as HorizontalPodAutoscaler);
    working.set(2, 4, undefined);
    expect(working.isUnchanged(conditions, NOT_MADE)).toBe(true);
    expect(working.build(conditions)).toStrictEqual(bare);
  });
});
