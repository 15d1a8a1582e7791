/** One recorded sync, or more, for every limiter, with the headline that it has to read. For tests and for trying out the view. */
import type { DecisionRecord } from '../podautoscaler/record.ts';
import { buildLimit, buildMetric, buildRecord, buildWindow, NOW_MS } from './testing.ts';

export interface Sample {
  readonly name: string;
  readonly record: DecisionRecord;
  readonly headline: string;
}

const down = { current: 28, usageRatio: 0.4, multiplier: 14, rawProposal: 6, proposal: 6 };
const memory = {
  index: 1,
  name: 'memory',
  label: 'memory resource utilization (percentage of request)',
  current: 48,
  target: 80,
  usageRatio: 0.6,
  rawProposal: 3,
  proposal: 3,
};

/** Going down from 14, held or moved by a window. */
function descending(over: Partial<DecisionRecord>): DecisionRecord {
  return buildRecord({
    currentReplicas: 14,
    metrics: [buildMetric(down)],
    proposal: 6,
    desiredReplicas: 14,
    rescaled: false,
    rescaleReason: 'All metrics below target',
    stabilization: {
      path: 'withBehavior',
      before: 6,
      after: 14,
      down: buildWindow(
        300,
        [
          [290, 18],
          [250, 14],
          [100, 12],
          [60, 9],
        ],
        1,
        6,
      ),
      up: buildWindow(0, [], undefined, 6),
    },
    limit: buildLimit({ before: 14, after: 14, direction: undefined }),
    limiter: 'stabilizationDown',
    ...over,
  });
}

/** Cut on the way up from 4, where the metrics ask for 9. */
function cut(
  after: number,
  over: Partial<DecisionRecord>,
  limit: Parameters<typeof buildLimit>[0],
): DecisionRecord {
  return buildRecord({
    desiredReplicas: after,
    rescaled: after !== 4,
    limit: buildLimit({ after, ...limit }),
    ...over,
  });
}

/** Two of ten pods without metrics. */
function missing(over: Partial<DecisionRecord>, substitution: object, metric: object = {}): DecisionRecord {
  return buildRecord({
    limiter: 'missingMetrics',
    metrics: [
      buildMetric({
        multiplier: 10,
        pods: {
          total: 10,
          ready: 8,
          unready: [],
          missing: [
            { name: 'web-8', reason: 'noMetrics' },
            { name: 'web-9', reason: 'noMetrics' },
          ],
          ignored: [],
        },
        substitution: {
          missing: { pods: 2, percentOfRequest: 100 },
          unreadyAsZero: 0,
          usageRatio: 0.92,
          pods: 10,
          toleranceVerdict: 'within',
          ...substitution,
        },
        current: 55,
        usageRatio: 55 / 70,
        rawProposal: 7,
        proposal: 10,
        ...metric,
      }),
    ],
    currentReplicas: 10,
    proposal: 10,
    desiredReplicas: 10,
    rescaled: false,
    stabilization: { path: 'withBehavior', before: 10, after: 10 },
    limit: buildLimit({ before: 10, after: 10, direction: undefined }),
    ...over,
  });
}

/** A sync that ended before any count was worked out. */
function failed(over: Partial<DecisionRecord>): DecisionRecord {
  const { winner, proposal, stabilization, limit, ...rest } = buildRecord({
    desiredReplicas: 4,
    rescaled: false,
    rescaleReason: '',
    limiter: 'error',
    metrics: [],
  });
  return { ...rest, ...over };
}

function brokenMetric(index: number, name: string, message: string) {
  const { current, usageRatio, toleranceVerdict, pods, multiplier, rawProposal, proposal, ...rest } =
    buildMetric();
  return { ...rest, index, name, error: { reason: 'FailedGetResourceMetric', message } };
}

const NO_SAMPLES =
  'failed to get cpu utilization: did not receive metrics for targeted pods (pods might be unready)';

export const SAMPLES: readonly Sample[] = [
  {
    name: 'none',
    record: buildRecord({
      limiter: 'none',
      metrics: [
        buildMetric({ current: 85, usageRatio: 85 / 70, multiplier: 3, rawProposal: 4, proposal: 4 }),
      ],
      proposal: 4,
      desiredReplicas: 4,
      rescaled: false,
      stabilization: { path: 'withBehavior', before: 4, after: 4 },
      limit: buildLimit({ before: 4, after: 4, direction: undefined }),
    }),
    headline:
      'Nothing to do: cpu is at 85 % against its target of 70 % (ratio 1.21), which asks for the 4 replicas already there.',
  },
  {
    name: 'metric, up',
    record: buildRecord(),
    headline:
      'Scaled up from 4 to 9: cpu is at 156 % against its target of 70 % (ratio 2.23), which asks for 9.',
  },
  {
    name: 'metric, down, the largest of two',
    record: descending({
      limiter: 'metric',
      metrics: [buildMetric(down), buildMetric(memory)],
      desiredReplicas: 6,
      rescaled: true,
      stabilization: { path: 'withBehavior', before: 6, after: 6 },
      limit: buildLimit({ before: 6, after: 6, direction: 'down' }),
    }),
    headline:
      'Scaled down from 14 to 6: cpu is at 28 % against its target of 70 % (ratio 0.40), which asks for 6, the largest of 2 proposals.',
  },
  {
    name: 'tolerance',
    record: buildRecord({
      limiter: 'tolerance',
      metrics: [
        buildMetric({
          current: 68,
          usageRatio: 68 / 70,
          toleranceVerdict: 'within',
          rawProposal: 4,
          proposal: 4,
        }),
      ],
      proposal: 4,
      desiredReplicas: 4,
      rescaled: false,
      stabilization: { path: 'withBehavior', before: 4, after: 4 },
      limit: buildLimit({ before: 4, after: 4, direction: undefined }),
    }),
    headline: 'Nothing to do: cpu at 68 % lies within the ±10 % tolerance around its target of 70 %.',
  },
  {
    name: 'tolerance, while another metric asks for less',
    record: buildRecord({
      limiter: 'tolerance',
      metrics: [
        buildMetric({
          current: 72,
          usageRatio: 72 / 70,
          toleranceVerdict: 'within',
          toleranceDown: 0.05,
          rawProposal: 5,
          proposal: 4,
        }),
        buildMetric(memory),
      ],
      proposal: 4,
      desiredReplicas: 4,
      rescaled: false,
      stabilization: { path: 'withBehavior', before: 4, after: 4 },
      limit: buildLimit({ before: 4, after: 4, direction: undefined }),
    }),
    headline:
      'Held at 4: cpu at 72 % lies within the −5 %/+10 % tolerance around its target of 70 %. memory asks for 3, but the largest proposal counts.',
  },
  {
    name: 'stabilizationDown, held',
    record: descending({}),
    headline:
      'Held at 14. Metrics ask for 6, but 4 min 10 s ago they asked for 14 and the scale-down window is 300 s.',
  },
  {
    name: 'stabilizationDown, moved',
    record: descending({
      desiredReplicas: 12,
      rescaled: true,
      stabilization: {
        path: 'withBehavior',
        before: 6,
        after: 12,
        down: buildWindow(
          300,
          [
            [100, 12],
            [60, 9],
          ],
          0,
          6,
        ),
        up: buildWindow(0, [], undefined, 6),
      },
      limit: buildLimit({ before: 12, after: 12, direction: 'down' }),
    }),
    headline:
      'Scaled down from 14 to 12. Metrics ask for 6, but 1 min 40 s ago they asked for 12 and the scale-down window is 300 s.',
  },
  {
    name: 'stabilizationDown, without behavior, after somebody scaled down by hand',
    record: descending({
      currentReplicas: 3,
      desiredReplicas: 12,
      rescaled: true,
      rescaleReason: '',
      stabilization: {
        path: 'withoutBehavior',
        before: 6,
        after: 12,
        down: buildWindow(300, [[100, 12]], 0, 6),
      },
      limit: buildLimit({ before: 12, after: 12, direction: 'up' }),
    }),
    headline:
      'Scaled up from 3 to 12. Metrics ask for 6, but 1 min 40 s ago they asked for 12 and the scale-down window is 300 s.',
  },
  {
    name: 'stabilizationDown, the count found at first sight',
    record: descending({
      stabilization: {
        path: 'withoutBehavior',
        before: 6,
        after: 14,
        down: {
          ...buildWindow(
            300,
            [
              [45, 14],
              [30, 6],
            ],
            0,
            6,
          ),
          recommendations: [
            { atMs: NOW_MS - 45_000, replicas: 14, initial: true },
            { atMs: NOW_MS - 30_000, replicas: 6 },
          ],
        },
      },
    }),
    headline:
      'Held at 14. Metrics ask for 6, but the controller started 45 s ago at 14 and the scale-down window is 300 s.',
  },
  {
    name: 'stabilizationUp, held',
    record: buildRecord({
      limiter: 'stabilizationUp',
      desiredReplicas: 4,
      rescaled: false,
      stabilization: {
        path: 'withBehavior',
        before: 9,
        after: 4,
        up: buildWindow(
          60,
          [
            [45, 4],
            [30, 7],
            [15, 8],
          ],
          0,
          9,
        ),
        down: buildWindow(
          300,
          [
            [45, 4],
            [30, 7],
            [15, 8],
          ],
          undefined,
          9,
        ),
      },
      limit: buildLimit({ before: 4, after: 4, direction: undefined }),
    }),
    headline: 'Held at 4. Metrics ask for 9, but 45 s ago they asked for 4 and the scale-up window is 60 s.',
  },
  {
    name: 'policy',
    record: cut(
      8,
      { limiter: 'policy' },
      {
        policies: [
          {
            type: 'Percent',
            value: 100,
            periodSeconds: 15,
            periodStartReplicas: 4,
            addedInPeriod: 0,
            removedInPeriod: 0,
            limit: 8,
          },
        ],
        selectPolicy: 'Max',
        selected: 0,
        rateLimit: 8,
        reason: 'ScaleUpLimit',
      },
    ),
    headline:
      'Scaled up from 4 to 8. cpu is at 156 % against its target of 70 % (ratio 2.23), which asks for 9; the policy 100 % per 15 s allows 8.',
  },
  {
    name: 'policy, nothing left of it',
    record: cut(
      4,
      { limiter: 'policy' },
      {
        policies: [
          {
            type: 'Pods',
            value: 1,
            periodSeconds: 60,
            periodStartReplicas: 3,
            addedInPeriod: 1,
            removedInPeriod: 0,
            limit: 4,
            freesUpAtMs: NOW_MS + 20_000,
          },
          {
            type: 'Percent',
            value: 50,
            periodSeconds: 60,
            periodStartReplicas: 3,
            addedInPeriod: 1,
            removedInPeriod: 0,
            limit: 5,
            freesUpAtMs: NOW_MS + 20_000,
          },
        ],
        selectPolicy: 'Min',
        selected: 0,
        rateLimit: 4,
        reason: 'ScaleUpLimit',
      },
    ),
    headline:
      'Held at 4. cpu is at 156 % against its target of 70 % (ratio 2.23), which asks for 9; the strictest of 2 policies, 1 pod per 60 s, has no room left above 4.',
  },
  {
    name: 'policy, after a window',
    record: descending({
      limiter: 'policy',
      desiredReplicas: 12,
      rescaled: true,
      stabilization: {
        path: 'withBehavior',
        before: 6,
        after: 9,
        down: buildWindow(300, [[60, 9]], 0, 6),
        up: buildWindow(0, [], undefined, 6),
      },
      limit: buildLimit({
        before: 9,
        after: 12,
        direction: 'down',
        policies: [
          {
            type: 'Percent',
            value: 10,
            periodSeconds: 60,
            periodStartReplicas: 14,
            addedInPeriod: 0,
            removedInPeriod: 0,
            limit: 12,
          },
        ],
        selectPolicy: 'Min',
        selected: 0,
        rateLimit: 12,
        reason: 'ScaleDownLimit',
      }),
    }),
    headline:
      'Scaled down from 14 to 12. The metrics ask for 6, and the scale-down window of 300 s lets the count go no lower than 9; the policy 10 % per 60 s allows 12.',
  },
  {
    name: 'disabled',
    record: descending({
      limiter: 'disabled',
      stabilization: { path: 'withBehavior', before: 6, after: 6 },
      limit: buildLimit({
        before: 6,
        after: 14,
        direction: 'down',
        selectPolicy: 'Disabled',
        rateLimit: 14,
        reason: 'ScaleDownLimit',
      }),
    }),
    headline:
      'Held at 14. cpu is at 28 % against its target of 70 % (ratio 0.40), which asks for 6, but scaling down is disabled (selectPolicy: Disabled).',
  },
  {
    name: 'rateLimit',
    record: cut(8, { limiter: 'rateLimit' }, { scaleUpLimit: 8, rateLimit: 8, reason: 'ScaleUpLimit' }),
    headline:
      'Scaled up from 4 to 8. cpu is at 156 % against its target of 70 % (ratio 2.23), which asks for 9; without behavior a single sync may go no higher than 8 from here.',
  },
  {
    name: 'min',
    record: descending({
      limiter: 'min',
      minReplicas: 8,
      desiredReplicas: 8,
      rescaled: true,
      stabilization: { path: 'withBehavior', before: 6, after: 6 },
      limit: buildLimit({ before: 6, after: 8, direction: 'down', minReplicas: 8, reason: 'TooFewReplicas' }),
    }),
    headline:
      'Scaled down from 14 to 8. cpu is at 28 % against its target of 70 % (ratio 0.40), which asks for 6, but minReplicas is 8.',
  },
  {
    name: 'min, found below',
    record: failed({
      limiter: 'min',
      currentReplicas: 1,
      desiredReplicas: 2,
      rescaled: true,
      rescaleReason: 'Current number of replicas below Spec.MinReplicas',
      skippedMetrics: 'belowMin',
    }),
    headline:
      'Scaled up from 1 to 2. The count was below minReplicas 2, which is put right at once, without reading a metric.',
  },
  {
    name: 'max',
    record: cut(
      8,
      { limiter: 'max', maxReplicas: 8 },
      { scaleUpLimit: 8, maxReplicas: 8, reason: 'TooManyReplicas' },
    ),
    headline:
      'Scaled up from 4 to 8. cpu is at 156 % against its target of 70 % (ratio 2.23), which asks for 9, but maxReplicas is 8.',
  },
  {
    name: 'max, found above',
    record: failed({
      limiter: 'max',
      currentReplicas: 25,
      desiredReplicas: 20,
      rescaled: true,
      rescaleReason: 'Current number of replicas above Spec.MaxReplicas',
      skippedMetrics: 'aboveMax',
    }),
    headline:
      'Scaled down from 25 to 20. The count was above maxReplicas 20, which is put right at once, without reading a metric.',
  },
  {
    name: 'missingMetrics, within the tolerance',
    record: missing({}, {}),
    headline:
      'Held at 10. cpu is at 55 % against its target of 70 % (ratio 0.79), but with 2 pods without metrics counted at 100 % of the request the ratio of 0.92 lies within the ±10 % tolerance.',
  },
  {
    name: 'missingMetrics, turned ratio',
    record: missing({}, { usageRatio: 1.06, toleranceVerdict: 'outside', heldBecause: 'ratioReversed' }),
    headline:
      'Held at 10. cpu is at 55 % against its target of 70 % (ratio 0.79), but with 2 pods without metrics counted at 100 % of the request the ratio turns to 1.06, and the controller does not change direction on a guess.',
  },
  {
    name: 'missingMetrics, turned count',
    record: missing(
      {},
      { usageRatio: 0.88, pods: 12, toleranceVerdict: 'outside', heldBecause: 'countReversed' },
    ),
    headline:
      'Held at 10. cpu is at 55 % against its target of 70 % (ratio 0.79), but with 2 pods without metrics counted at 100 % of the request the ratio of 0.88 over 12 pods would turn the direction, so the count stays.',
  },
  {
    name: 'missingMetrics, changed count',
    record: missing(
      {
        proposal: 13,
        desiredReplicas: 13,
        rescaled: true,
        stabilization: { path: 'withBehavior', before: 13, after: 13 },
        limit: buildLimit({ before: 13, after: 13 }),
      },
      {
        missing: { pods: 2, percentOfRequest: 0 },
        unreadyAsZero: 1,
        usageRatio: 1.24,
        toleranceVerdict: 'outside',
      },
      { current: 125, usageRatio: 125 / 70, rawProposal: 15, proposal: 13 },
    ),
    headline:
      'Scaled up from 10 to 13. cpu is at 125 % against its target of 70 % (ratio 1.79), but with 2 pods without metrics counted as 0 and 1 unready pod counted as 0 the ratio of 1.24 over 10 pods asks for 13.',
  },
  {
    name: 'partialMetrics',
    record: failed({
      limiter: 'partialMetrics',
      currentReplicas: 8,
      desiredReplicas: 8,
      proposal: 3,
      winner: 1,
      scaleDownBlockedByError: true,
      metrics: [brokenMetric(0, 'cpu', NO_SAMPLES), buildMetric(memory)],
      error: `invalid metrics (1 invalid out of 2), first error is: ${NO_SAMPLES}`,
    }),
    headline: `Held at 8. The metrics that could be read ask for 3, but 1 of 2 failed, and the controller does not scale down on partial knowledge. cpu: “${NO_SAMPLES}”.`,
  },
  {
    name: 'scalingDisabled',
    record: failed({
      limiter: 'scalingDisabled',
      currentReplicas: 0,
      desiredReplicas: 0,
      skippedMetrics: 'scalingDisabled',
    }),
    headline:
      'Autoscaling is off, because the target stands at 0 replicas. It starts again once somebody scales the target up.',
  },
  {
    name: 'error, no metric',
    record: failed({
      metrics: [brokenMetric(0, 'cpu', NO_SAMPLES)],
      error: `failed to compute desired number of replicas based on listed metrics for Deployment/default/web: invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: ${NO_SAMPLES}`,
    }),
    headline: `Held at 4: the metric could not be read. cpu: “${NO_SAMPLES}”. Until that is mended the count neither rises nor falls.`,
  },
  {
    name: 'error, none of two metrics',
    record: failed({
      metrics: [brokenMetric(0, 'cpu', NO_SAMPLES), brokenMetric(1, 'memory', 'unable to get metrics')],
    }),
    headline: `Held at 4: none of 2 metrics could be read. cpu: “${NO_SAMPLES}”. Until that is mended the count neither rises nor falls.`,
  },
  {
    name: 'error, scale not read',
    record: failed({
      skippedMetrics: 'scaleError',
      events: [{ type: 'Warning', reason: 'FailedGetScale', message: 'deployments.apps "web" not found' }],
      error: 'failed to query scale subresource for Deployment/default/web: deployments.apps "web" not found',
    }),
    headline:
      'The scale of Deployment web could not be read: “deployments.apps "web" not found”. Nothing is decided until it can.',
  },
  {
    name: 'error, no selector',
    record: failed({
      skippedMetrics: 'selectorError',
      events: [{ type: 'Warning', reason: 'SelectorRequired', message: 'selector is required' }],
      error: 'selector is required',
    }),
    headline:
      'Held at 4: the pods could not be selected. “selector is required”. The count stays until they can.',
  },
  {
    name: 'error, scale not written',
    record: buildRecord({
      limiter: 'error',
      rescaled: false,
      desiredReplicas: 4,
      events: [
        {
          type: 'Warning',
          reason: 'FailedRescale',
          message:
            'New size: 9; reason: cpu resource utilization (percentage of request) above target; error: quota',
        },
      ],
      error: 'failed to rescale Deployment/default/web: quota',
    }),
    headline:
      'Still at 4: the new count of 9 could not be written. “failed to rescale Deployment/default/web: quota”. The controller tries again at its next sync.',
  },
];
