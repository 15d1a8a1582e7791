/** The shape of a recorded trace; what each field means is in `vectors/README.md` of the oracle's output. */
import type {
  HorizontalPodAutoscalerCondition,
  HorizontalPodAutoscalerSpec,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
  ObjectMeta,
} from '../src/core/autoscaling/types.ts';
import type {
  ContainerTemplate,
  ControllerFlags,
  HpaEvent,
  PodPhase,
} from '../src/core/podautoscaler/interfaces.ts';
import type { FeatureGates } from '../src/core/releases/types.ts';

export interface NameList {
  /** `0-3,7`: web-0, web-1, web-2, web-3, web-7 */
  readonly pods?: string;
  readonly names?: readonly string[];
}

export interface TracePods extends NameList {
  readonly tpl: string;
  readonly phase: PodPhase;
  /** seconds since the trace's start, as all times */
  readonly start?: number;
  readonly ready?: 'True' | 'False' | 'Unknown';
  readonly readyAt?: number;
  readonly deleted?: number;
}

export interface TraceTemplate {
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly TraceContainer[];
  readonly initContainers?: readonly TraceContainer[];
  readonly podRequests?: Readonly<Record<string, string>>;
}

export type TraceContainer = Omit<ContainerTemplate, 'requests'> &
  Partial<Pick<ContainerTemplate, 'requests'>>;

export interface TraceError {
  readonly reason?: string;
  readonly error: string;
}

export interface TraceScale {
  readonly specReplicas: number;
  readonly statusReplicas: number;
  readonly selector: string;
  readonly getError?: TraceError;
  readonly retryGetError?: TraceError;
  readonly updateErrors?: readonly TraceError[];
  readonly statusUpdateError?: TraceError;
}

export interface TraceSample extends NameList {
  readonly timestamp?: number;
  readonly window?: number;
  readonly containers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface TraceResourceAnswer {
  readonly error?: string;
  readonly timestamp?: number;
  readonly window?: number;
  readonly items?: readonly TraceSample[];
}

export interface TraceCustomAnswer {
  /** `Pod`, or `Kind/name` */
  readonly object: string;
  readonly metric: string;
  readonly metricSelector?: string;
  readonly error?: string;
  readonly value?: string;
  readonly items?: readonly (NameList & { readonly value: string })[];
}

export interface TraceExternalAnswer {
  readonly metric: string;
  readonly metricSelector?: string;
  readonly error?: string;
  readonly values?: readonly string[];
}

export interface TraceMetrics {
  readonly resource?: TraceResourceAnswer;
  readonly custom?: readonly TraceCustomAnswer[];
  readonly external?: readonly TraceExternalAnswer[];
}

export interface TraceHpa {
  readonly metadata: ObjectMeta;
  readonly spec: HorizontalPodAutoscalerSpec;
}

export interface TraceEdit {
  readonly t: number;
  readonly what: string;
  readonly admissionErrors?: readonly string[];
  readonly hpa?: TraceHpa;
}

export interface TraceOut {
  readonly scaleUpdate: number | null;
  readonly scaleUpdateCalls?: number;
  readonly statusWrites: number;
  readonly status?: StatusPatch;
  readonly events?: readonly HpaEvent[];
  readonly errors?: readonly string[];
}

/** Changes to the status; `null` removes. */
export interface StatusPatch {
  readonly observedGeneration?: number | null;
  readonly lastScaleTime?: string | null;
  readonly currentReplicas?: number | null;
  readonly desiredReplicas?: number | null;
  readonly currentMetrics?: readonly MetricStatus[] | null;
  readonly conditions?: readonly HorizontalPodAutoscalerCondition[];
  readonly conditionsRemoved?: readonly string[];
}

export interface TraceStep {
  readonly t: number;
  readonly tEnd?: number;
  readonly edits?: readonly TraceEdit[];
  readonly otherHPAs?: readonly { readonly name: string; readonly selector: string }[];
  readonly scale?: TraceScale;
  readonly pods?: readonly TracePods[];
  readonly metrics?: TraceMetrics;
  readonly out: TraceOut;
}

export interface Trace {
  readonly name: string;
  readonly featureGates: FeatureGates;
  readonly controllerManager: ControllerFlags;
  readonly manifest?: unknown;
  readonly admissionErrors?: readonly string[];
  readonly hpa: TraceHpa;
  readonly initialStatus?: HorizontalPodAutoscalerStatus;
  readonly podTemplates: Readonly<Record<string, TraceTemplate>>;
  readonly start: string;
  readonly steps: readonly TraceStep[];
}

export interface TraceIndex {
  readonly kubernetes: string;
  readonly defaultFeatureGates?: FeatureGates;
  /** scenario -> folder that holds its trace */
  readonly scenarios: Readonly<Record<string, string>>;
}
