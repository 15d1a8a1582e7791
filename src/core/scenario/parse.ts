/** The door for scenarios from links, files and storage: everything is checked, nothing is repaired silently. */
import * as v from 'valibot';
import { INTERPOLATIONS } from '../load/types.ts';
import { FEATURE_GATES, MINORS } from '../releases/types.ts';
import { cluster, clusterV1, signal } from './clusterSchema.ts';
import { events } from './eventSchema.ts';
import { SCENARIO_LIMITS as LIMITS } from './limits.ts';
import { amount, flag, instant, name, oneOf, seconds, text, whole } from './schemaParts.ts';
import { SCENARIO_VERSION, type Scenario } from './types.ts';
import { upgradeFromV1 } from './upgrade.ts';

export type ScenarioResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly message: string };

const loadPoint = v.strictObject({
  atSeconds: instant,
  value: amount(LIMITS.loadValue),
});

const loadCurve = v.strictObject({
  id: name,
  unit: name,
  interpolation: oneOf(INTERPOLATIONS),
  points: v.pipe(
    v.array(loadPoint, 'must be a list of points'),
    v.minLength(1, 'must have at least one point'),
    v.maxLength(LIMITS.points, `must have at most ${LIMITS.points} points`),
    v.check(
      (points) =>
        points.every((point, index) => index === 0 || (points[index - 1]?.atSeconds ?? 0) < point.atSeconds),
      'must go forward in time, no two points at the same second',
    ),
  ),
});

const gates = v.exactOptional(flag);

const common = {
  manifest: text(LIMITS.manifestLength),
  kubernetes: v.picklist(MINORS, `must be one of ${MINORS.join(', ')}`),
  featureGates: v.strictObject(v.entriesFromList(FEATURE_GATES, gates)),
  controller: v.strictObject({
    syncPeriodSeconds: seconds(1),
    downscaleStabilizationSeconds: seconds(0),
    tolerance: amount(LIMITS.tolerance),
    cpuInitializationPeriodSeconds: seconds(0),
    initialReadinessDelaySeconds: seconds(0),
  }),
  durationSeconds: whole(1, LIMITS.durationSeconds),
  loads: v.pipe(
    v.array(loadCurve, 'must be a list of load curves'),
    v.minLength(1, 'must have at least one load curve'),
    v.maxLength(LIMITS.loads, `must have at most ${LIMITS.loads} load curves`),
    v.check((loads) => new Set(loads.map(({ id }) => id)).size === loads.length, 'must have ids that differ'),
  ),
  seed: whole(0, LIMITS.seed),
};

const scenarioV1 = v.strictObject({ ...common, version: v.literal(1), cluster: clusterV1 });

const scenario = v.strictObject({
  version: v.literal(SCENARIO_VERSION, `must be 1 or ${SCENARIO_VERSION}`),
  ...common,
  hpa: v.exactOptional(text(LIMITS.hpaKeyLength)),
  cluster,
  signals: v.pipe(
    v.array(signal, 'must be a list of signals'),
    v.maxLength(LIMITS.signals, `must have at most ${LIMITS.signals} signals`),
    v.check(
      (signals) => new Set(signals.map(({ metric }) => metric)).size === signals.length,
      'must name each metric once',
    ),
  ),
  events,
});

/** `loads[0].points[2].value`, cut where somebody made it long. */
function pathText(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const { key } of issue.path ?? []) {
    path += typeof key === 'number' ? `[${key}]` : `${path === '' ? '' : '.'}${String(key)}`;
  }
  return path.slice(0, 200);
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  const path = pathText(issue);
  if (path === '') return 'This is not a scenario.';
  if (issue.kind !== 'schema' || issue.type !== 'strict_object') return `${path} ${issue.message}.`;
  if (issue.expected === 'never') return `${path} is not a field of a scenario.`;
  return issue.received === 'undefined' ? `${path} is missing.` : `${path} must be an object.`;
}

function isV1(input: unknown): boolean {
  return typeof input === 'object' && input !== null && (input as { version?: unknown }).version === 1;
}

/**
 * A scenario from anything. The answer is a fresh object that shares nothing with the input; a document of an older
 * version is brought up to the present one.
 *
 * @rule SC3 SC4
 */
export function parseScenario(input: unknown): ScenarioResult {
  if (isV1(input)) {
    const old = v.safeParse(scenarioV1, input, { abortEarly: true });
    return old.success
      ? { ok: true, scenario: upgradeFromV1(old.output) }
      : { ok: false, message: messageOf(old.issues[0]) };
  }
  const parsed = v.safeParse(scenario, input, { abortEarly: true });
  return parsed.success
    ? { ok: true, scenario: parsed.output }
    : { ok: false, message: messageOf(parsed.issues[0]) };
}
