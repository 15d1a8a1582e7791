/** One thing changed: by an edit of the manifest’s text, or of a setting. Pure. */
import { editAutoscaler, type ManifestEdit, type Scenario, writtenAutoscalers } from '../core/index.ts';
import { KEDA_QUESTIONS, whatIfText } from './questions.ts';
import type { Rival, WhatIf } from './types.ts';
import { isScaledObject, scheduledMinimum, toScaledObject } from './whatIfKeda.ts';

/**
 * The scenario with the one thing changed.
 *
 * @param hpa which of the HPAs in the text
 */
export function askedOf(scenario: Scenario, question: WhatIf, hpa: number): Rival {
  const label = `what if: ${whatIfText(question)}`;
  const settings = withSettings(scenario, question);
  const isKeda = isScaledObject(scenario.manifest, hpa);
  const edits = isKeda ? kedaEdits(scenario, question, hpa) : hpaEdits(scenario, question, hpa);
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
/** autoscaling/v2beta2 has `behavior`, too, and a ScaledObject hands it on. */
const HAS_BEHAVIOR = /^(autoscaling\/v2(beta2)?|keda\.sh\/.*)$/;

/** A text instead of the edits: why there are none. */
type Edits = readonly ManifestEdit[] | string;

function hpaEdits({ manifest }: Scenario, question: WhatIf, hpa: number): Edits {
  if (KEDA_QUESTIONS.some(({ id }) => id === question.id)) {
    return 'The manifest holds no ScaledObject any more.';
  }
  return editsOf(manifest, question, hpa);
}

function kedaEdits(scenario: Scenario, question: WhatIf, index: number): Edits {
  switch (question.id) {
    case 'keepOne':
      return [
        { op: 'set', path: ['spec', 'minReplicaCount'], value: 1 },
        { op: 'remove', path: ['spec', 'idleReplicaCount'] },
      ];
    case 'noCooldown':
      return [{ op: 'set', path: ['spec', 'cooldownPeriod'], value: 0 }];
    case 'scheduledMin':
      return scheduledMinimum(scenario);
    case 'withoutMetric':
      return 'KEDA makes the metrics of the triggers. Take the trigger out of the ScaledObject.';
    case 'twiceMin':
      return twiceMin(scenario.manifest, index, 'minReplicaCount', 'maxReplicaCount', 0);
    case 'twiceMax':
      return twiceMax(scenario.manifest, index, 'maxReplicaCount');
    default: {
      const edits = editsOf(scenario.manifest, question, index);
      return typeof edits === 'string' ? edits : toScaledObject(edits);
    }
  }
}

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

/** @param standard what applies where the minimum is left out */
function twiceMin(
  manifest: string,
  index: number,
  minName = 'minReplicas',
  maxName = 'maxReplicas',
  standard = 1,
): Edits {
  const spec = fieldOf(writtenAutoscalers(manifest)[index]?.value, 'spec');
  const min = Number(fieldOf(spec, minName) ?? standard);
  const max = Number(fieldOf(spec, maxName) ?? KEDA_MAX[maxName]);
  if (!Number.isInteger(min) || min < 0 || !Number.isInteger(max)) {
    return `${minName} and ${maxName} could not be read from the manifest.`;
  }
  if (min >= max) return `${minName} is as high as ${maxName} already.`;
  return [{ op: 'set', path: ['spec', minName], value: Math.min(max, Math.max(1, 2 * min)) }];
}

/** What a ScaledObject has where nothing is written; an HPA has to say it. */
const KEDA_MAX: Readonly<Record<string, number>> = { maxReplicaCount: 100 };

function withoutMetric(manifest: string, hpa: number, metric: number): readonly ManifestEdit[] | string {
  const metrics = fieldOf(fieldOf(writtenAutoscalers(manifest)[hpa]?.value, 'spec'), 'metrics');
  if (!Array.isArray(metrics) || metrics[metric] === undefined)
    return 'The metric is not in the manifest any more.';
  if (metrics.length < 2) return 'It is the only metric: without it there would be nothing to scale by.';
  return [{ op: 'remove', path: ['spec', 'metrics', metric] }];
}

function twiceMax(manifest: string, index: number, name = 'maxReplicas'): Edits {
  const spec = fieldOf(writtenAutoscalers(manifest)[index]?.value, 'spec');
  const max = Number(fieldOf(spec, name) ?? KEDA_MAX[name]);
  if (!Number.isInteger(max) || max < 1) return `${name} could not be read from the manifest.`;
  return [{ op: 'set', path: ['spec', name], value: 2 * max }];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
