/** The door for scenarios from links, files and storage: everything is checked, nothing is repaired silently. */
import * as v from 'valibot';
import { FEATURE_GATES, MINORS } from '../releases/types.ts';
import { SCENARIO_LIMITS as LIMITS } from './limits.ts';
import { SCENARIO_VERSION, type Scenario } from './types.ts';

export type ScenarioResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly message: string };

function amount(most: number) {
  return v.pipe(
    v.number('must be a number'),
    v.finite('must be a finite number'),
    v.minValue(0, 'must not be negative'),
    v.maxValue(most, `must be at most ${most}`),
  );
}

function whole(least: number, most: number) {
  return v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
}

function text(most: number) {
  return v.pipe(v.string('must be text'), v.maxLength(most, `must be at most ${most} characters long`));
}

/** Whole seconds, from 0 for a delay, from 1 for a period. */
function seconds(least: 0 | 1) {
  return whole(least, LIMITS.seconds);
}

const name = v.pipe(text(LIMITS.nameLength), v.nonEmpty('must not be empty'));

const loadPoint = v.strictObject({
  atSeconds: whole(0, LIMITS.durationSeconds),
  value: amount(LIMITS.loadValue),
});

const loadCurve = v.strictObject({
  id: name,
  unit: name,
  interpolation: v.picklist(['linear', 'step'], 'must be "linear" or "step"'),
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

const cluster = v.strictObject({
  initialReplicas: v.exactOptional(whole(0, LIMITS.replicas)),
  workload: v.strictObject({
    cpuMillisecondsPerRequest: amount(LIMITS.cpuMillisecondsPerRequest),
    idleCpuMilli: amount(LIMITS.cpuMilli),
    startupCpuMilli: amount(LIMITS.cpuMilli),
    baseMemoryMi: amount(LIMITS.memoryMi),
    memoryMiPerRequestRate: amount(LIMITS.memoryMi),
  }),
  pods: v.strictObject({
    schedulingSeconds: seconds(0),
    imagePullSeconds: seconds(0),
    startupSeconds: seconds(0),
    terminationSeconds: seconds(0),
  }),
  metricsServer: v.strictObject({ resolutionSeconds: seconds(1) }),
});

const gates = v.exactOptional(v.boolean('must be true or false'));

const scenario = v.strictObject({
  version: v.literal(SCENARIO_VERSION, `must be ${SCENARIO_VERSION}`),
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
  cluster,
  seed: whole(0, LIMITS.seed),
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

/**
 * A scenario from anything. The answer is a fresh object that shares nothing with the input.
 *
 * @rule SC3
 */
export function parseScenario(input: unknown): ScenarioResult {
  const parsed = v.safeParse(scenario, input, { abortEarly: true });
  return parsed.success
    ? { ok: true, scenario: parsed.output }
    : { ok: false, message: messageOf(parsed.issues[0]) };
}
