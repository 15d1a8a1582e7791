/** One thing changed: by an edit of the manifest’s text, or of a setting. Pure. */
import { editAutoscaler, type ManifestEdit, type Scenario, writtenAutoscalers } from '../core/index.ts';
import { whatIfText } from './questions.ts';
import type { Rival, WhatIf } from './types.ts';

/**
 * The scenario with the one thing changed.
 *
 * @param hpa which of the HPAs in the text
 */
export function askedOf(scenario: Scenario, question: WhatIf, hpa: number): Rival {
  const label = `what if: ${whatIfText(question)}`;
  const settings = withSettings(scenario, question);
  const edits = editsOf(scenario.manifest, question, hpa);
  if (typeof edits === 'string') return { ok: false, reason: edits };
  if (edits.length === 0) return { ok: true, label, scenario: settings };
  const result = editAutoscaler(scenario.manifest, hpa, edits);
  if (!result.ok) return { ok: false, reason: result.reason };
  return { ok: true, label, scenario: { ...settings, manifest: result.text } };
}

const WIDE_TOLERANCE = 0.2;
const FAST_SYNC_SECONDS = 5;

function withSettings(scenario: Scenario, question: WhatIf): Scenario {
  const { cluster, controller } = scenario;
  switch (question.id) {
    case 'minor':
      return { ...scenario, kubernetes: question.minor };
    case 'noTolerance':
      return { ...scenario, controller: { ...controller, tolerance: 0 } };
    case 'wideTolerance':
      return { ...scenario, controller: { ...controller, tolerance: WIDE_TOLERANCE } };
    case 'fastSync':
      return { ...scenario, controller: { ...controller, syncPeriodSeconds: FAST_SYNC_SECONDS } };
    case 'freshMetrics':
      return {
        ...scenario,
        cluster: {
          ...cluster,
          metricsServer: { ...cluster.metricsServer, resolutionSeconds: 1 },
          customMetrics: {
            ...cluster.customMetrics,
            scrapeIntervalSeconds: 0,
            rateWindowSeconds: 0,
            cacheSeconds: 0,
          },
        },
      };
    case 'instantPods':
      return {
        ...scenario,
        cluster: {
          ...cluster,
          pods: {
            ...cluster.pods,
            schedulingSeconds: 0,
            imagePullSeconds: 0,
            startupSeconds: 0,
            warmUpSeconds: 0,
          },
        },
      };
    default:
      return scenario;
  }
}

const SIDES = ['scaleUp', 'scaleDown'] as const;
/** autoscaling/v2beta2 has `behavior`, too. */
const HAS_BEHAVIOR = /^autoscaling\/v2(beta2)?$/;

/** A text instead of the edits: why there are none. */
function editsOf(manifest: string, question: WhatIf, hpa: number): readonly ManifestEdit[] | string {
  switch (question.id) {
    case 'noWindow':
      return withBehavior(manifest, hpa, () =>
        SIDES.map((side) => ({
          op: 'set',
          path: ['spec', 'behavior', side, 'stabilizationWindowSeconds'],
          value: 0,
        })),
      );
    case 'noPolicies':
      return withBehavior(manifest, hpa, unboundPolicies);
    case 'noTolerance':
    case 'wideTolerance':
      return SIDES.map((side) => ({ op: 'remove', path: ['spec', 'behavior', side, 'tolerance'] }));
    case 'twiceMin':
      return twiceMin(manifest, hpa);
    case 'twiceMax':
      return twiceMax(manifest, hpa);
    case 'withoutMetric':
      return withoutMetric(manifest, hpa, question.metric);
    default:
      return [];
  }
}

function withBehavior(
  manifest: string,
  hpa: number,
  edits: () => readonly ManifestEdit[],
): readonly ManifestEdit[] | string {
  const version = fieldOf(writtenAutoscalers(manifest)[hpa]?.value, 'apiVersion');
  if (typeof version === 'string' && !HAS_BEHAVIOR.test(version)) {
    return `${version} has no spec.behavior to change. Convert the manifest to autoscaling/v2 first.`;
  }
  return edits();
}

/** The shortest period; and in it more pods than any run has. */
const ANY_STEP = [{ type: 'Pods', value: 1_000_000, periodSeconds: 1 }] as const;

/** Left out, the API would put its own policies in; so they are written such that none ever binds. */
function unboundPolicies(): readonly ManifestEdit[] {
  return SIDES.flatMap((side): ManifestEdit[] => {
    const path = ['spec', 'behavior', side];
    return [
      { op: 'remove', path: [...path, 'policies'] },
      { op: 'set', path: [...path, 'selectPolicy'], value: 'Max' },
      { op: 'set', path: [...path, 'policies'], value: ANY_STEP },
    ];
  });
}

/** Left out, minReplicas is 1. */
function twiceMin(manifest: string, hpa: number): readonly ManifestEdit[] | string {
  const spec = fieldOf(writtenAutoscalers(manifest)[hpa]?.value, 'spec');
  const min = Number(fieldOf(spec, 'minReplicas') ?? 1);
  const max = Number(fieldOf(spec, 'maxReplicas'));
  if (!Number.isInteger(min) || min < 0 || !Number.isInteger(max)) {
    return 'minReplicas and maxReplicas could not be read from the manifest.';
  }
  if (min >= max) return 'minReplicas is as high as maxReplicas already.';
  return [{ op: 'set', path: ['spec', 'minReplicas'], value: Math.min(max, Math.max(1, 2 * min)) }];
}

function withoutMetric(manifest: string, hpa: number, metric: number): readonly ManifestEdit[] | string {
  const metrics = fieldOf(fieldOf(writtenAutoscalers(manifest)[hpa]?.value, 'spec'), 'metrics');
  if (!Array.isArray(metrics) || metrics[metric] === undefined)
    return 'The metric is not in the manifest any more.';
  if (metrics.length < 2) return 'It is the only metric: without it there would be nothing to scale by.';
  return [{ op: 'remove', path: ['spec', 'metrics', metric] }];
}

function twiceMax(manifest: string, hpa: number): readonly ManifestEdit[] | string {
  const max = Number(fieldOf(fieldOf(writtenAutoscalers(manifest)[hpa]?.value, 'spec'), 'maxReplicas'));
  if (!Number.isInteger(max) || max < 1) return 'maxReplicas could not be read from the manifest.';
  return [{ op: 'set', path: ['spec', 'maxReplicas'], value: 2 * max }];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
