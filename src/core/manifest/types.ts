/**
 * What a visitor's text turned into. Bad input is a value: reading never throws, and every problem has a position.
 * Lines and columns are 1-based; columns count UTF-16 code units, as the editor does.
 */
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec } from '../autoscaling/types.ts';
import type { KedaPlan, ScaledObject } from '../keda/types.ts';
import type { ContainerTemplate } from '../podautoscaler/interfaces.ts';

export interface Range {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Severity = 'error' | 'warning' | 'info';

/** Replaces the characters of a range; an empty range inserts. Everything outside of it stays as it is. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change that is safe to make. Its edits do not overlap and are meant for the text that was read, all at once. */
export interface QuickFix {
  /** what it does, as a button says it: `Write autoscaling/v2` */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface Problem {
  readonly severity: Severity;
  /** short stable name: `yaml-syntax`, `not-an-hpa`, `field-invalid`, `no-cpu-request` */
  readonly rule: string;
  /** one or two plain sentences; for the API server's errors its own text */
  readonly message: string;
  /** what to do about it, where there is something to say beyond the message */
  readonly hint?: string;
  /** field path as the API server writes it: `spec.metrics[0].resource.target.type` */
  readonly path?: string;
  readonly range: Range;
  /** the likeliest first */
  readonly fixes?: readonly QuickFix[];
}

export interface ReadinessProbe {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

export interface WorkloadContainer extends ContainerTemplate {
  readonly limits: Readonly<Record<string, string>>;
  readonly readinessProbe?: ReadinessProbe;
  readonly startupProbe?: ReadinessProbe;
  readonly livenessProbe?: ReadinessProbe;
}

/** A count, or a percentage of the replicas as text: `25%`. */
export type IntOrPercent = number | string;

/** How a Deployment replaces its pods when the template changes. */
export type DeploymentStrategy =
  | { readonly type: 'RollingUpdate'; readonly maxSurge: IntOrPercent; readonly maxUnavailable: IntOrPercent }
  | { readonly type: 'Recreate' };

/** How a StatefulSet orders its pods. */
export interface StatefulSetOrder {
  readonly podManagementPolicy: 'OrderedReady' | 'Parallel';
  readonly updateStrategy: 'RollingUpdate' | 'OnDelete';
  /** pods with a lower ordinal are not updated */
  readonly partition: number;
}

/** The scale target as written in the manifest, or the stated default where it is missing. */
export interface WorkloadManifest {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly namespace: string;
  /** false: not in the text, these are the stated defaults */
  readonly written: boolean;
  readonly replicas?: number;
  /** the selector's text as the scale subresource shows it: `app=web` */
  readonly selector: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly WorkloadContainer[];
  readonly initContainers: readonly WorkloadContainer[];
  /** pod-level `spec.resources.requests`, where written */
  readonly podRequests?: Readonly<Record<string, string>>;
  readonly terminationGracePeriodSeconds: number;
  /** seconds that a pod has to be ready until it counts as available; absent: 0 */
  readonly minReadySeconds?: number;
  /** of a Deployment; absent: RollingUpdate with 25 % and 25 % */
  readonly strategy?: DeploymentStrategy;
  /** of a StatefulSet; absent: OrderedReady, RollingUpdate, no partition */
  readonly order?: StatefulSetOrder;
}

/** A ScaledObject of the text, and what KEDA does by it. */
export interface KedaManifest {
  readonly scaledObject: ScaledObject;
  readonly plan: KedaPlan;
}

/** A text that can be simulated. */
export interface ReadManifest {
  /** defaulted as the API server of the chosen minor would store it; with `keda` the one that KEDA makes */
  readonly hpa: HorizontalPodAutoscaler & {
    readonly spec: HorizontalPodAutoscalerSpec & { readonly minReplicas: number };
  };
  readonly workload: WorkloadManifest;
  /** where a ScaledObject is what scales the workload */
  readonly keda?: KedaManifest;
  /** HPAs of the same text and namespace that are in the way of this one; absent: none is */
  readonly rivals?: readonly RivalHpa[];
}

/** Another HPA, of which the controller knows which pods it means. */
export interface RivalHpa {
  readonly name: string;
  /** label selector, as in the status of a scale */
  readonly selector: string;
}

/**
 * What became of a text, whatever is advised besides:
 *
 * - `accept`: the API server takes it, and it runs
 * - `convert`: it is written in an older API version; it runs as converted, and a fix writes it as v2
 * - `choose`: there are several HPAs and none was chosen; the first that can run does
 * - `template`: placeholders have to be filled in first
 * - `fragment`: a part of an HPA; a fix gives it a home
 * - `error`: anything else that the API server or kubectl would refuse
 */
export type Outcome = 'accept' | 'convert' | 'choose' | 'template' | 'fragment' | 'error';

/** One of the HPAs in a text, or a ScaledObject of which KEDA makes one. */
export interface HpaChoice {
  /** `namespace/name`, made unique with `#2` where a text holds the same one again; what `ReadOptions.hpa` takes */
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly apiVersion: string;
  /** where its name stands, or its kind when it has none */
  readonly range: Range;
  /** `Deployment/web` */
  readonly targetText: string;
  /** present when it is no HPA itself: KEDA makes one of it */
  readonly kind?: 'ScaledObject';
}

export interface ReadOptions {
  /** key of the HPA to read, of several; one that the text does not hold counts as none */
  readonly hpa?: string;
}

export interface ManifestResult {
  readonly outcome: Outcome;
  /** present when something can run; there may be warnings beside it */
  readonly manifest?: ReadManifest;
  readonly problems: readonly Problem[];
  /** in the order of the text, ScaledObjects behind the HPAs */
  readonly hpas: readonly HpaChoice[];
  /** key of the one that `manifest` holds */
  readonly chosenHpa?: string;
}
