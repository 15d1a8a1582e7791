/**
 * The one table of what differs between Kubernetes minors. A rule asks for a difference by name
 * (`release.closedToleranceInterval`) and never compares minors.
 */
import { FEATURE_GATES, type FeatureGate, type FeatureGates, MINORS, type Minor } from './types.ts';

export { type FeatureGate, type FeatureGates, MINORS, type Minor } from './types.ts';

/** Behaviour of one minor that no feature gate switches. */
interface Differences {
  /** 1.37: creation and a controller restart are reconciled at once, not a sync period later. */
  readonly syncsAtOnce: boolean;
  /** 1.36: a workload at zero wakes only if the condition `ScaledToZero` says that the HPA put it there. */
  readonly scaledToZeroCondition: boolean;
  /** 1.35: Object and External `Value` proposals and external sums are capped instead of wrapped. */
  readonly cappedValueProposals: boolean;
  /** 1.35: a container that no pod has is named: `container C not found in Pod P`. */
  readonly namesMissingContainer: boolean;
  /** 1.34: memory in `currentMetrics` is written in binary units. */
  readonly binaryMemoryStatus: boolean;
  /** 1.34: a conflict while writing the scale is retried up to five times. */
  readonly retriesScaleConflicts: boolean;
  /** 1.34: External `AverageValue` sums and proposals are capped; a negative sum counts as an overflow. */
  readonly cappedExternalAverage: boolean;
  /** 1.34: values in field errors are printed as JSON (`null`), before in Go syntax (`[]string(nil)`). */
  readonly jsonFieldErrorValues: boolean;
  /** 1.35: an error of a rule in a custom resource's schema no longer shows the type of the value: `"object"`. */
  readonly omitsSchemaRuleValue: boolean;
  /** 1.35: selectors' errors say "a valid label key" and "63 bytes", before "a qualified name" and "63 characters". */
  readonly namesLabelKeys: boolean;
  /** 1.35: `(a,,)` is read as a set of values; before, every second comma of a run was skipped and that could fail. */
  readonly readsEveryEmptyValue: boolean;
  /** 1.34: `scaleTargetRef.apiVersion` is validated at admission. */
  readonly validatesTargetApiVersion: boolean;
  /** 1.37: declarative validation runs, and its errors take the place of the hand-written ones that it covers. */
  readonly declarativeValidation: boolean;
  /** 1.37: errors of owner references name the reference: `metadata.ownerReferences[0].kind`. */
  readonly indexedOwnerReferences: boolean;
  /** 1.30: a container resource's name is a type of its own in errors, which prints without quotes until 1.33. */
  readonly typedResourceNames: boolean;
  /** 1.34: an owner reference without a kind "must not be empty", before "kind must not be empty". */
  readonly shortOwnerReferenceTexts: boolean;
  /** How the server names its scheme in "no kind is registered": the line of upstream's source that makes it. */
  readonly schemeName: string;
  /** 1.35: a wrong type in a field of an embedded struct names that struct: `TypeMeta.apiVersion`. */
  readonly namesEmbeddedStructs: boolean;
  /** 1.33: kubectl reads what looks like JSON and is none once more, as YAML. */
  readonly rereadsJsonAsYaml: boolean;
  /** 1.36: the server has no types of v2beta1 and v2beta2 any more. It served neither before, but could read them. */
  readonly forgetsBetaVersions: boolean;
  /** 1.36: of an Object metric in v1's annotation with an average, a plain value of zero is dropped; before, it stays. */
  readonly dropsZeroObjectValue: boolean;
  /** 1.36: `maxReplicas: 0` is a required value that is missing; before, a number too small. */
  readonly requiresMaxReplicas: boolean;
  /** 1.37: conditions of the status have an `observedGeneration`. */
  readonly conditionObservedGenerationField: boolean;
  /** 1.33: `behavior.*.tolerance` exists in the API, whether or not its gate keeps it. */
  readonly toleranceField: boolean;
  /** 1.33: the tolerance test is `1-t <= ratio <= 1+t`, before `|1-ratio| <= t`. */
  readonly closedToleranceInterval: boolean;
  /** 1.33: a sample without the container leaves that pod without metrics; before, the metric failed. */
  readonly toleratesMissingContainerSample: boolean;
  /** 1.33: Object `AverageValue` reports `describedObject`. */
  readonly describesAveragedObject: boolean;
  /** 1.28: restartable init containers exist and their requests count. */
  readonly sidecarRequests: boolean;
  /** after 1.27: a failed reconcile shows the metrics of this reconcile, before those of the last good one. */
  readonly keepsMetricsOfFailure: boolean;
  /** after 1.27: at a ratio of exactly 1 nothing is put in place of missing pods, before 0 for averages. */
  readonly noSubstituteAtTarget: boolean;
  /** after 1.27: error texts are arguments; in 1.27 they were format strings themselves. */
  readonly literalErrorTexts: boolean;
  /** 1.37: `unable to get metric M on KIND ns/name`, before `unable to get metric M: KIND on ns name/`. */
  readonly objectErrorNamesKindFirst: boolean;
  /** 1.37: at most two HPAs are named when a selector is ambiguous. */
  readonly shortAmbiguousSelectorText: boolean;
  /** after 1.27: `kubectl get` names the resource of a target, `cpu: 45%/50%`, before `45%/50%`. */
  readonly namesResourceTargets: boolean;
  /** 1.37: `kubectl get` pads a table's first line by bytes; before, columns are as wide as their characters. */
  readonly padsTablesByBytes: boolean;
  /** 1.32: the budget against event floods counts Normal and Warning apart, before together. */
  readonly budgetsEventsByType: boolean;
}

interface GateDefault {
  readonly default: boolean;
  /** an administrator cannot switch it any more */
  readonly locked?: true;
}

interface Row extends Differences {
  readonly gates: Readonly<Partial<Record<FeatureGate, GateDefault>>>;
  /** 1.34: pod-level requests are used when the gate allows; before, the HPA did not look at the gate. */
  readonly readsPodLevelRequests: boolean;
}

const on: GateDefault = { default: true };
const off: GateDefault = { default: false };
const lockedOn: GateDefault = { default: true, locked: true };

const row127: Row = {
  gates: { HPAScaleToZero: off, HPAContainerMetrics: on },
  readsPodLevelRequests: false,
  syncsAtOnce: false,
  scaledToZeroCondition: false,
  cappedValueProposals: false,
  namesMissingContainer: false,
  binaryMemoryStatus: false,
  retriesScaleConflicts: false,
  cappedExternalAverage: false,
  jsonFieldErrorValues: false,
  namesLabelKeys: false,
  readsEveryEmptyValue: false,
  validatesTargetApiVersion: false,
  declarativeValidation: false,
  indexedOwnerReferences: false,
  forgetsBetaVersions: false,
  dropsZeroObjectValue: false,
  typedResourceNames: false,
  shortOwnerReferenceTexts: false,
  schemeName: 'pkg/runtime/scheme.go:100',
  namesEmbeddedStructs: false,
  omitsSchemaRuleValue: false,
  rereadsJsonAsYaml: false,
  requiresMaxReplicas: false,
  conditionObservedGenerationField: false,
  toleranceField: false,
  closedToleranceInterval: false,
  toleratesMissingContainerSample: false,
  describesAveragedObject: false,
  sidecarRequests: false,
  keepsMetricsOfFailure: false,
  noSubstituteAtTarget: false,
  literalErrorTexts: false,
  objectErrorNamesKindFirst: false,
  shortAmbiguousSelectorText: false,
  namesResourceTargets: false,
  padsTablesByBytes: false,
  budgetsEventsByType: false,
};

const row130: Row = {
  ...row127,
  gates: { HPAScaleToZero: off, HPAContainerMetrics: lockedOn },
  sidecarRequests: true,
  keepsMetricsOfFailure: true,
  noSubstituteAtTarget: true,
  literalErrorTexts: true,
  typedResourceNames: true,
  namesResourceTargets: true,
};

const row132: Row = {
  ...row130,
  gates: { HPAScaleToZero: off, PodLevelResources: off },
  budgetsEventsByType: true,
};

const row133: Row = {
  ...row132,
  schemeName: 'pkg/runtime/scheme.go:110',
  rereadsJsonAsYaml: true,
  gates: { ...row132.gates, HPAConfigurableTolerance: off },
  toleranceField: true,
  closedToleranceInterval: true,
  toleratesMissingContainerSample: true,
  describesAveragedObject: true,
};

const row134: Row = {
  ...row133,
  gates: { ...row133.gates, PodLevelResources: on },
  readsPodLevelRequests: true,
  binaryMemoryStatus: true,
  retriesScaleConflicts: true,
  cappedExternalAverage: true,
  jsonFieldErrorValues: true,
  shortOwnerReferenceTexts: true,
  validatesTargetApiVersion: true,
};

const row135: Row = {
  ...row134,
  schemeName: 'pkg/runtime/scheme.go:111',
  namesEmbeddedStructs: true,
  omitsSchemaRuleValue: true,
  gates: { ...row134.gates, HPAConfigurableTolerance: on },
  cappedValueProposals: true,
  namesMissingContainer: true,
  namesLabelKeys: true,
  readsEveryEmptyValue: true,
};

const row136: Row = {
  ...row135,
  scaledToZeroCondition: true,
  requiresMaxReplicas: true,
  forgetsBetaVersions: true,
  dropsZeroObjectValue: true,
};

const row137: Row = {
  ...row136,
  gates: {
    ...row136.gates,
    HPAScaleToZero: on,
    HPAConfigurableTolerance: lockedOn,
    HPAGeneration: on,
    HPAOptimizedSelectorStore: on,
    StaleControllerConsistencyHPA: on,
  },
  syncsAtOnce: true,
  declarativeValidation: true,
  indexedOwnerReferences: true,
  conditionObservedGenerationField: true,
  objectErrorNamesKindFirst: true,
  shortAmbiguousSelectorText: true,
  padsTablesByBytes: true,
};

const ROWS: Readonly<Record<Minor, Row>> = {
  '1.27': row127,
  '1.30': row130,
  '1.31': row130,
  '1.32': row132,
  '1.33': row133,
  '1.34': row134,
  '1.35': row135,
  '1.36': row136,
  '1.37': row137,
};

/** One minor with its feature gates decided: everything that the core asks about a version. */
export interface Release extends Differences {
  readonly minor: Minor;
  /** every gate; one that the minor does not know is off */
  readonly gates: Readonly<Record<FeatureGate, boolean>>;
  /** ContainerResource metrics are looked at; only where the minor still has the gate can they be switched off */
  readonly containerResourceMetrics: boolean;
  /** `minReplicas: 0` is accepted, and a workload at zero can be woken */
  readonly scaleToZero: boolean;
  /** `behavior.*.tolerance` is kept and used */
  readonly configurableTolerance: boolean;
  /** pod-level `spec.resources.requests` decide Resource utilization */
  readonly podLevelRequests: boolean;
  /** an edit of the spec is reconciled at once, and `status.observedGeneration` is written */
  readonly tracksGeneration: boolean;
  /** which of the two ambiguous-selector stores is in use */
  readonly optimizedSelectorStore: boolean;
}

/**
 * The gates that a minor knows, with their defaults.
 *
 * @upstream pkg/features/kube_features.go defaultVersionedKubernetesFeatureGates
 */
export function defaultFeatureGates(minor: Minor): FeatureGates {
  const gates: Partial<Record<FeatureGate, boolean>> = {};
  for (const gate of FEATURE_GATES) {
    const known = ROWS[minor].gates[gate];
    if (known !== undefined) gates[gate] = known.default;
  }
  return gates;
}

/**
 * The gates that an administrator of this minor can switch.
 *
 * @upstream pkg/features/kube_features.go LockToDefault
 */
export function switchableFeatureGates(minor: Minor): readonly FeatureGate[] {
  return FEATURE_GATES.filter((gate) => {
    const known = ROWS[minor].gates[gate];
    return known !== undefined && known.locked !== true;
  });
}

/** Whether `text` names a minor that this table has. @rule RL1 */
export function isMinor(text: string): text is Minor {
  return (MINORS as readonly string[]).includes(text);
}

/**
 * A minor with these gates. Gates that the minor does not know, or has locked, keep what the minor says.
 *
 * @rule RL2
 */
export function resolveRelease(minor: Minor, featureGates: FeatureGates = {}): Release {
  const key = [minor, ...FEATURE_GATES.map((gate) => featureGates[gate])].join();
  let release = RESOLVED.get(key);
  if (release === undefined) {
    release = resolve(minor, featureGates);
    RESOLVED.set(key, release);
  }
  return release;
}

/** Those asked for so far: one object for every run keeps compiled code valid from run to run. */
const RESOLVED = new Map<string, Release>();

function resolve(minor: Minor, featureGates: FeatureGates): Release {
  const { gates: known, readsPodLevelRequests, ...differences } = ROWS[minor];
  const gates = Object.fromEntries(
    FEATURE_GATES.map((gate) => [gate, gateValue(known[gate], featureGates[gate])]),
  ) as Record<FeatureGate, boolean>;
  return {
    ...differences,
    minor,
    gates,
    containerResourceMetrics: known.HPAContainerMetrics === undefined || gates.HPAContainerMetrics,
    scaleToZero: gates.HPAScaleToZero,
    configurableTolerance: gates.HPAConfigurableTolerance,
    podLevelRequests: readsPodLevelRequests && gates.PodLevelResources,
    tracksGeneration: gates.HPAGeneration,
    optimizedSelectorStore: gates.HPAOptimizedSelectorStore,
  };
}

function gateValue(known: GateDefault | undefined, wanted: boolean | undefined): boolean {
  if (known === undefined) return false;
  return known.locked === true || wanted === undefined ? known.default : wanted;
}
