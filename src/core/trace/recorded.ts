/**
 * The recorded-trace format: inputs and outputs of every sync, so that the real controller can be given what a
 * simulated one saw, and the answers compared. The format is that of the project's conformance vectors; its times
 * are whole seconds or fractions since the start of the run.
 */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerCondition,
  HorizontalPodAutoscalerStatus,
} from '../autoscaling/types.ts';
import type { RivalHpa } from '../manifest/types.ts';
import type {
  ControllerFlags,
  GoError,
  HpaEvent,
  PodPhase,
  PodTemplate,
} from '../podautoscaler/interfaces.ts';
import type { Scenario } from '../scenario/types.ts';

export interface RecordedScale {
  readonly specReplicas: number;
  readonly statusReplicas: number;
  readonly selector: string;
  readonly getError?: GoError;
}

/** Pods that differ in nothing but their names. */
export interface RecordedPods {
  readonly names: readonly string[];
  /** key into `podTemplates` */
  readonly tpl: string;
  readonly phase: PodPhase;
  /** status.startTime */
  readonly start?: number;
  readonly ready?: string;
  readonly readyAt?: number;
  /** deletionTimestamp */
  readonly deleted?: number;
}

export type RecordedUsage = Readonly<Record<string, string>>;

export interface RecordedSample {
  readonly names: readonly string[];
  readonly timestamp: number;
  readonly window: number;
  readonly containers: Readonly<Record<string, RecordedUsage>>;
}

export type RecordedResource =
  | { readonly error: string }
  | { readonly timestamp: number; readonly window: number; readonly items: readonly RecordedSample[] };

export interface RecordedCustom {
  /** `Pod`, or `Kind/name` */
  readonly object: string;
  readonly metric: string;
  readonly metricSelector?: string;
  readonly error?: string;
  readonly value?: string;
  readonly items?: readonly { readonly names: readonly string[]; readonly value: string }[];
}

export interface RecordedExternal {
  readonly metric: string;
  readonly metricSelector?: string;
  readonly error?: string;
  readonly values?: readonly string[];
}

/** What the metrics APIs answered to the questions of one sync. */
export interface RecordedMetrics {
  resource?: RecordedResource;
  custom?: RecordedCustom[];
  external?: RecordedExternal[];
}

export interface RecordedStatusPatch {
  readonly observedGeneration?: number;
  readonly lastScaleTime?: string;
  readonly currentReplicas?: number | null;
  readonly desiredReplicas?: number;
  readonly currentMetrics?: HorizontalPodAutoscalerStatus['currentMetrics'] | null;
  readonly conditions?: readonly HorizontalPodAutoscalerCondition[];
  readonly conditionsRemoved?: readonly string[];
}

export interface RecordedOutcome {
  readonly scaleUpdate: number | null;
  readonly scaleUpdateCalls?: number;
  readonly statusWrites: number;
  readonly status?: RecordedStatusPatch;
  readonly events: readonly HpaEvent[];
  readonly errors?: readonly string[];
}

/** What happened to the HPA, or to the controller, since the step before. */
export interface RecordedEdit {
  readonly t: number;
  readonly what:
    | 'edited'
    | 'deleted'
    | 'created'
    | 'controller noticed the deletion'
    | 'controller restarted';
  /** as stored after it was edited or created, without status */
  readonly hpa?: Pick<HorizontalPodAutoscaler, 'metadata' | 'spec'>;
}

export interface RecordedStep {
  readonly t: number;
  readonly edits?: readonly RecordedEdit[];
  /** other HPAs whose selectors the controller knows; absent: as in the step before */
  readonly otherHPAs?: readonly RivalHpa[];
  /** absent: as in the step before */
  readonly scale?: RecordedScale;
  /** absent: as in the step before */
  readonly pods?: readonly RecordedPods[];
  readonly metrics?: RecordedMetrics;
  readonly out: RecordedOutcome;
}

export interface RecordedTrace {
  readonly name: string;
  readonly about: string;
  readonly kubernetes: Scenario['kubernetes'];
  readonly featureGates: Scenario['featureGates'];
  readonly controllerManager: ControllerFlags;
  /** the HPA with everything that the API server fills in */
  readonly manifest: unknown;
  readonly podTemplates: Readonly<Record<string, PodTemplate>>;
  /** RFC 3339 */
  readonly start: string;
  readonly steps: readonly RecordedStep[];
}

/**
 * An HPA as a manifest has it: without status, with its kind.
 *
 * @rule TR1
 */
export function toManifest({ metadata, spec }: HorizontalPodAutoscaler): unknown {
  const { name, namespace, labels, annotations } = metadata;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace, ...(labels && { labels }), ...(annotations && { annotations }) },
    spec,
  };
}

/**
 * What one sync changed in the status.
 *
 * @returns undefined when nothing did
 * @rule TR2
 */
export function statusPatch(
  before: HorizontalPodAutoscalerStatus,
  after: HorizontalPodAutoscalerStatus,
): RecordedStatusPatch | undefined {
  const patch: Record<string, unknown> = {};
  const fields = [
    'observedGeneration',
    'lastScaleTime',
    'currentReplicas',
    'desiredReplicas',
    'currentMetrics',
  ] as const;
  for (const field of fields) if (differ(before[field], after[field])) patch[field] = after[field] ?? null;
  // the API leaves a count of 0 out
  if (patch.currentReplicas === 0) patch.currentReplicas = null;
  const old = new Map((before.conditions ?? []).map((condition) => [condition.type, condition]));
  const changed = (after.conditions ?? []).filter((condition) => differ(old.get(condition.type), condition));
  const kept = new Set((after.conditions ?? []).map(({ type }) => type));
  const removed = [...old.keys()].filter((type) => !kept.has(type));
  if (changed.length > 0) patch.conditions = changed;
  if (removed.length > 0) patch.conditionsRemoved = removed;
  return Object.keys(patch).length === 0 ? undefined : patch;
}

function differ(a: unknown, b: unknown): boolean {
  return a !== b && JSON.stringify(a) !== JSON.stringify(b);
}

/**
 * Gathers what is the same for several names, in the order of first appearance.
 *
 * @param entries names with what belongs to each
 * @rule TR3
 */
export function groupByValue<T extends object>(
  entries: readonly (readonly [name: string, value: T])[],
): (T & { names: string[] })[] {
  const groups = new Map<string, T & { names: string[] }>();
  for (const [name, value] of entries) {
    const key = JSON.stringify(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [name], ...value });
    else group.names.push(name);
  }
  return [...groups.values()];
}

/**
 * The text of a recorded trace, a sync a line so that two of them can be compared by eye.
 *
 * @rule TR4
 */
export function recordedTraceText({ steps, ...head }: RecordedTrace): string {
  const fields = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  const lines = steps.map((step) => JSON.stringify(step)).join(',\n');
  return `{\n${fields.join('')}"steps": [\n${lines}\n]}\n`;
}
